import CatalogueModel
import Vocabularies

/// Finds the language a source means: by BCP 47 tag, by three-letter code (ISO 639-2), by name.
///
/// A tag of ISO 639-1 is taken even where the vocabulary has no label for it: the language is a fact, the label can come
/// later.
struct LanguageIndex: Sendable {
    private let names: CodeIndex
    private let scheme: ConceptScheme
    private let primaryByVietnameseName: [String: String]

    init(_ scheme: ConceptScheme) {
        self.scheme = scheme
        names = CodeIndex(scheme)
        // `Anh` is short for `tiếng Anh`.
        let short = scheme.concepts.compactMap { concept -> (String, String)? in
            let name = nameKey(concept.label.vietnamese)
            return name.hasPrefix("tiếng") ? (String(name.dropFirst(5)), concept.code) : nil
        }
        primaryByVietnameseName = Dictionary(short, uniquingKeysWith: { first, _ in first })
    }

    func tag(for text: String) -> LanguageTag? {
        if let tag = LanguageTag(text), let known = known(tag) { return known }
        let key = nameKey(text)
        let code = names.codes(for: text)?.first ?? primaryByVietnameseName[key] ?? LanguageCodes.codeByName[key]
        return code.flatMap(LanguageTag.init)
    }

    func suggestions(for text: String) -> [LocalisedText] {
        names.suggestions(for: text)
    }

    /// `tag` with a two-letter code where there is one; nil where the language is not known.
    private func known(_ tag: LanguageTag) -> LanguageTag? {
        let primary = tag.primary
        if scheme[primary] != nil || LanguageCodes.twoLetters.contains(primary) { return tag }
        guard let short = LanguageCodes.twoLettersByThree[primary] else { return nil }
        return LanguageTag(short + tag.rawValue.dropFirst(primary.count))
    }
}
