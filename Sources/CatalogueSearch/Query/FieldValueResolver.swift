import CatalogueModel
import CatalogueStore
import TextAnalysis
import Vocabularies

/// Finds the facet value somebody wrote in `field:value`: by code, or by a label in either language.
struct FieldValueResolver {
    let reference: ReferenceData
    /// Names of free tags by slug.
    let tagNames: [String: String]
    private let analyser = TextAnalyser()

    init(reference: ReferenceData, tagNames: [String: String] = [:]) {
        self.reference = reference
        self.tagNames = tagNames
    }

    /// Nil where no value has that code or name.
    func value(_ written: String, of facet: Facet) -> String? {
        let folded = analyser.folded(written)
        if facet == .link { return ["dead": "dead", "hong": "dead", "ok": "ok", "tot": "ok"][folded] }
        if facet == .tag { return tag(written, folded) }
        guard let scheme = Self.scheme(of: facet) else { return institutionOrTerritory(written, folded, facet) }
        if facet == .licence {
            let upper = written.uppercased()
            return OpennessClass(rawValue: upper) == nil ? nil : upper
        }
        let vocabulary = reference.vocabularies[scheme]
        if vocabulary[written] != nil { return written }
        return vocabulary.concepts.first { concept in concept.names.contains { analyser.folded($0) == folded } }?.code
    }

    /// A name with its marks before one without.
    private func tag(_ written: String, _ folded: String) -> String? {
        if tagNames[written] != nil { return written }
        let alike = tagNames.filter { analyser.folded($0.value) == folded }.sorted { $0.key < $1.key }
        return (alike.first { $0.value.lowercased() == written.lowercased() } ?? alike.first)?.key
    }

    private func institutionOrTerritory(_ written: String, _ folded: String, _ facet: Facet) -> String? {
        if facet == .institution {
            let rows = reference.registers.institutions
            if rows[written] != nil { return written }
            return rows.first { $0.value.contains { analyser.folded($0.name) == folded } }?.key
        }
        let rows = reference.registers.territories
        if rows[written] != nil { return written }
        return rows.first { $0.value.contains { analyser.folded($0.name) == folded } }?.key
    }

    private static func scheme(of facet: Facet) -> SchemeID? {
        switch facet {
        case .type: .resourceTypes
        case .subject: .subjects
        case .level: .levels
        case .language: .languages
        case .licence: .openness
        case .audience: .audiences
        case .competence: .competences
        case .programme: .programmes
        case .institution, .territory, .link, .tag: nil
        }
    }
}
