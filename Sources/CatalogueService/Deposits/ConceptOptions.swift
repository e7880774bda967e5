import CatalogueModel
import CatalogueStore
import Vocabularies

/// The values a form offers while somebody types: a text for every code, and the code of every text.
struct ConceptOptions: Sendable {
    /// In the order of the scheme.
    let options: [(code: String, text: String)]
    private let codes: [String: String]
    private let texts: [String: String]

    init(_ field: SourceField, _ reference: ReferenceData, _ language: PreferredLanguage) {
        let labels = Self.labels(field, reference)
        options = Self.texts(labels, language)
        texts = Dictionary(options.map { ($0.code, $0.text) }, uniquingKeysWith: { first, _ in first })
        let all = Self.texts(labels, .vietnamese) + Self.texts(labels, .english)
        codes = Dictionary(all.map { ($0.text.lowercased(), $0.code) }, uniquingKeysWith: { first, _ in first })
    }

    /// What stands for a code in the form; the code itself where it is none.
    func text(of code: String) -> String { texts[code] ?? code }

    /// The code a text stands for; other texts pass, and are read by the rules that read everything.
    func code(of text: String) -> String { codes[text.lowercased()] ?? text }

    private static func labels(
        _ field: SourceField, _ reference: ReferenceData
    ) -> [(code: String, label: LocalisedText)] {
        if field == .license { return reference.vocabularies.licences.licences.map { ($0.code, $0.label) } }
        guard let scheme = scheme(of: field) else { return [] }
        return reference.vocabularies[scheme].concepts.map { ($0.code, $0.label) }
    }

    /// The label alone where no other concept has it; codes of subjects and licences are known to people and stand first.
    private static func texts(
        _ labels: [(code: String, label: LocalisedText)], _ language: PreferredLanguage
    ) -> [(code: String, text: String)] {
        let counts = Dictionary(labels.map { ($0.label[language], 1) }, uniquingKeysWith: +)
        return labels.map { code, label in
            let text = label[language]
            let isKnown = code.first?.isNumber == true || code.hasPrefix("CC")
            return (code, isKnown ? "\(code) – \(text)" : counts[text] == 1 ? text : "\(text) (\(code))")
        }
    }

    static func scheme(of field: SourceField) -> SchemeID? {
        switch field {
        case .about: .subjects
        case .educationalLevel: .levels
        case .learningResourceType: .resourceTypes
        case .inLanguage: .languages
        case .audience: .audiences
        case .courseMode: .studyModes
        default: nil
        }
    }
}
