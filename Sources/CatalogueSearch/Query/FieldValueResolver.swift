import CatalogueModel
import CatalogueStore
import TextAnalysis
import Vocabularies

/// Finds the facet value somebody wrote in `field:value`: by code, or by a label in either language.
struct FieldValueResolver {
    let reference: ReferenceData
    private let analyser = TextAnalyser()

    init(reference: ReferenceData) {
        self.reference = reference
    }

    /// Nil where no value has that code or name.
    func value(_ written: String, of facet: Facet) -> String? {
        let folded = analyser.folded(written)
        if facet == .link { return ["dead": "dead", "hong": "dead", "ok": "ok", "tot": "ok"][folded] }
        guard let scheme = Self.scheme(of: facet) else { return institutionOrTerritory(written, folded, facet) }
        if facet == .licence {
            let upper = written.uppercased()
            return OpennessClass(rawValue: upper) == nil ? nil : upper
        }
        let vocabulary = reference.vocabularies[scheme]
        if vocabulary[written] != nil { return written }
        return vocabulary.concepts.first { concept in concept.names.contains { analyser.folded($0) == folded } }?.code
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
        case .institution, .territory, .link: nil
        }
    }
}
