import Vocabularies

/// The look-up tables of every vocabulary a record is checked against, built once.
struct VocabularyIndexes: Sendable {
    let subjects: CodeIndex
    let levels: CodeIndex
    let resourceTypes: CodeIndex
    let audiences: CodeIndex
    let studyModes: CodeIndex
    let languages: LanguageIndex
    let licences: LicenceDetector

    init(_ vocabularies: VocabularySet) {
        let crosswalks = vocabularies.crosswalks
        let classes = ClassNumbers(crosswalks, scheme: vocabularies[.subjects])
        subjects = CodeIndex(vocabularies[.subjects], crosswalks: crosswalks) { classes.codes(for: $0) }
        let levelScheme = vocabularies[.levels]
        levels = CodeIndex(levelScheme, crosswalks: crosswalks) { text in
            LevelText.levels(text)?.filter { levelScheme[$0] != nil }
        }
        let majorTypes = Self.majorTypes(vocabularies)
        resourceTypes = CodeIndex(vocabularies[.resourceTypes], crosswalks: crosswalks) { text in
            text.firstIndex(of: "/").flatMap { majorTypes[text[..<$0].lowercased()] }
        }
        audiences = CodeIndex(vocabularies[.audiences], crosswalks: crosswalks)
        studyModes = CodeIndex(vocabularies[.studyModes], crosswalks: crosswalks)
        languages = LanguageIndex(vocabularies[.languages])
        licences = LicenceDetector(vocabularies.licences)
    }

    /// `video/*` and the like of the table of media types, without the star.
    private static func majorTypes(_ vocabularies: VocabularySet) -> [String: [String]] {
        let entries = CodeIndex.entries(
            vocabularies.crosswalks[.mediaTypesToResourceTypes], of: vocabularies[.resourceTypes])
        return Dictionary(
            entries.filter { $0.0.hasSuffix("/*") }.map { (String($0.0.dropLast(2)), $0.1) },
            uniquingKeysWith: { first, _ in first })
    }
}
