/// One concept of a controlled vocabulary (SKOS `Concept`).
///
/// Records store the code; people see the label.
package struct Concept: Hashable, Sendable {
    /// `skos:notation`: a string, never a number; ISCED-F codes keep their leading zero.
    package let code: String
    /// Code of the next broader concept in the same scheme, nil at the top.
    package let broader: String?
    package let label: LocalisedText
    /// Other words people use for it, in Vietnamese (`skos:altLabel`).
    package let alternativesInVietnamese: [String]
    package let alternativesInEnglish: [String]
    /// Addresses of the same concept in other vocabularies (`skos:exactMatch`).
    package let exactMatches: [String]
    package let note: String

    package init(
        code: String, broader: String?, label: LocalisedText, alternativesInVietnamese: [String] = [],
        alternativesInEnglish: [String] = [], exactMatches: [String] = [], note: String = ""
    ) {
        self.code = code
        self.broader = broader
        self.label = label
        self.alternativesInVietnamese = alternativesInVietnamese
        self.alternativesInEnglish = alternativesInEnglish
        self.exactMatches = exactMatches
        self.note = note
    }

    /// Every word for the concept, the preferred ones first.
    package var names: [String] {
        [label.vietnamese, label.english] + alternativesInVietnamese + alternativesInEnglish
    }
}
