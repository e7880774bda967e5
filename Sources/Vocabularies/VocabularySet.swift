/// Every vocabulary and crosswalk the catalogue works with, checked.
package struct VocabularySet: Sendable {
    package let licences: LicenceRegister
    /// Codes of the Vietnamese qualifications framework → ISCED 2011 levels (`Corpus/Crosswalks/vqf-to-isced.tsv`).
    package let levelsInISCED: [String: String]
    /// LRMI and schema.org type names → our resource types.
    package let resourceTypesByForeignName: [String: String]
    private let schemes: [SchemeID: ConceptScheme]

    package init(
        schemes: [ConceptScheme], licences: LicenceRegister, levelsInISCED: [String: String] = [:],
        resourceTypesByForeignName: [String: String] = [:]
    ) {
        self.schemes = Dictionary(schemes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.licences = licences
        self.levelsInISCED = levelsInISCED
        self.resourceTypesByForeignName = resourceTypesByForeignName
    }

    /// The scheme, without concepts where it was not loaded.
    package subscript(id: SchemeID) -> ConceptScheme {
        schemes[id] ?? ConceptScheme(id: id, concepts: [])
    }
}
