package import CatalogueModel
package import RankedPostings
package import Vocabularies

/// What ranked postings keep of a resource besides its terms, in 32 bits: how good its record is and its year.
package struct DocumentFacts: Hashable, Sendable {
    /// 0 where the link is broken; else tenths, from 0 to 10: half for an open licence, the rest for a description and a subject, which a learner needs to
    /// judge a hit.
    package let quality: Int
    /// Nil where the date is not known.
    package let year: Int?

    package init(_ resource: LearningResource, openness: OpennessClass, isDead: Bool = false) {
        quality =
            isDead
            ? 0
            : (openness <= .openWithLimits ? 5 : 0) + (resource.description == nil ? 0 : 3)
                + (resource.subjects.isEmpty ? 0 : 2)
        year = resource.datePublished.flatMap { Int($0.description.prefix(4)) }
    }

    package init(attributes: UInt32) {
        quality = Int(attributes >> 16)
        year = attributes & 0xFFFF == 0 ? nil : Int(attributes & 0xFFFF)
    }

    var attributes: UInt32 { UInt32(quality) << 16 | UInt32(UInt16(clamping: year ?? 0)) }

    /// Sorts resources that are alike together: by main language, by subject, the best first.
    func order(facets: [Facet: [Int64]]) -> UInt32 {
        let language = UInt32(truncatingIfNeeded: facets[.language]?.first ?? 0) & 0xFF
        let subject = UInt32(truncatingIfNeeded: facets[.subject]?.last ?? 0) & 0xFFFF
        return language << 24 | subject << 8 | UInt32(10 - quality)
    }
}

extension PostingsSchema {
    /// An occurrence in a title counts 3, in the subjects 2, with people and publishers 1.5, in the description 1 (in
    /// halves, as `MatchExpression.columnWeights`); an unmarked word 0.2 more; a concept 3.
    package static let catalogue = Self(fieldUnits: [6, 4, 3, 2], unitValues: [0.5, 0.5, 0.2, 3, 0])
}
