import Vocabularies

/// The answer of `GET /api/v1/vocabularies/{scheme}`.
struct VocabularyAnswer: Encodable {
    struct Entry: Encodable {
        let code: String
        let broader: String?
        let prefLabel: [String: String]
        let altLabel: [String: [String]]
        let exactMatch: [String]
        /// Openness class; licences only.
        let openness: String?
    }

    let scheme: String
    /// In code order.
    let concepts: [Entry]

    init(_ scheme: ConceptScheme) {
        self.scheme = scheme.id.rawValue
        concepts = scheme.concepts.map { concept in
            Entry(
                code: concept.code, broader: concept.broader, prefLabel: Self.labels(concept.label),
                altLabel: ["vi": concept.alternativesInVietnamese, "en": concept.alternativesInEnglish],
                exactMatch: concept.exactMatches, openness: nil)
        }
    }

    init(_ licences: LicenceRegister) {
        scheme = SchemeID.licences.rawValue
        concepts = licences.licences.map { licence in
            Entry(
                code: licence.code, broader: nil, prefLabel: Self.labels(licence.label), altLabel: [:],
                exactMatch: [licence.url], openness: licence.openness.rawValue)
        }
    }

    private static func labels(_ label: LocalisedText) -> [String: String] {
        ["vi": label.vietnamese, "en": label.english]
    }
}
