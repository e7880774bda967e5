/// Every vocabulary and crosswalk the catalogue works with, checked.
package struct VocabularySet: Sendable {
    package let licences: LicenceRegister
    /// Crosswalks: value → code of the target scheme, or codes with `|` between them, or nothing (`noMatch`).
    package let crosswalks: [CrosswalkID: [String: String]]
    /// Codes of the Vietnamese qualifications framework → ISCED 2011 levels (`Corpus/Crosswalks/vqf-to-isced.tsv`).
    package let levelsInISCED: [String: String]
    private let schemes: [SchemeID: ConceptScheme]

    package init(
        schemes: [ConceptScheme], licences: LicenceRegister, crosswalks: [CrosswalkID: [String: String]] = [:]
    ) {
        self.schemes = Dictionary(schemes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.licences = licences
        self.crosswalks = crosswalks
        levelsInISCED = crosswalks[.vqfToISCED] ?? [:]
    }

    /// The scheme, without concepts where it was not loaded.
    package subscript(id: SchemeID) -> ConceptScheme {
        schemes[id] ?? ConceptScheme(id: id, concepts: [])
    }
}
