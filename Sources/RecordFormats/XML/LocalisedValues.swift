import CatalogueModel

/// Texts of one field with the languages they are in.
struct LocalisedValues {
    private(set) var texts: [(text: String, language: String?)] = []

    mutating func add(_ text: String, language: String?) {
        let text = text.trimmed
        if !text.isEmpty, !texts.contains(where: { $0.text == text }) { texts.append((text, language)) }
    }

    /// The texts, those in the first of `languages` that has any before all others.
    func sorted(preferring languages: [String]) -> [(text: String, language: String?)] {
        for wanted in languages.map(Self.primary) {
            let preferred = texts.filter { $0.language.map(Self.primary) == wanted }
            guard !preferred.isEmpty else { continue }
            return preferred + texts.filter { $0.language.map(Self.primary) != wanted }
        }
        return texts
    }

    var areMultilingual: Bool { Set(texts.compactMap { $0.language.map(Self.primary) }).count > 1 }

    /// Titles: where they are in several languages the first is the title, and the others are other titles.
    func fillTitles(_ content: inout XMLRecordContent) {
        let sorted = sorted(preferring: content[.inLanguage]).map(\.text)
        guard areMultilingual else { return content.add(sorted, to: .name) }
        content.add(sorted.first, to: .name)
        content.add(Array(sorted.dropFirst()), to: .alternateName)
    }

    /// Descriptions: HTML becomes text, the language is that of the first.
    func fillDescription(_ content: inout XMLRecordContent) {
        let sorted = sorted(preferring: content[.inLanguage])
        content.add(sorted.map { plainText(ofHTML: $0.text) }, to: .description)
        if let language = sorted.first?.language, Self.isTag(language) {
            content.add(language, to: .descriptionLanguage)
        }
    }

    /// `*` and `x-none` say nothing.
    private static func isTag(_ language: String) -> Bool { (2...3).contains(primary(language).utf8.count) }

    /// Two letters for the commonest languages, whichever code they came as.
    private static func primary(_ language: String) -> String {
        let primary = language.lowercased().prefix { $0 != "-" && $0 != "_" }
        return twoLetters[String(primary)] ?? String(primary)
    }

    private static let twoLetters = [
        "vie": "vi", "eng": "en", "fre": "fr", "fra": "fr", "ger": "de", "deu": "de", "rus": "ru", "chi": "zh",
        "zho": "zh", "jpn": "ja", "kor": "ko", "spa": "es", "khm": "km", "lao": "lo", "tha": "th",
        "vietnamese": "vi", "english": "en",
    ]
}
