package import CatalogueModel
import TextAnalysis

/// Tells the language of a title or description: Vietnamese (with marks or without), English, French, Chinese and
/// Japanese, and the languages that have a script of their own, Khmer first.
///
/// It would rather say nothing than be wrong: a wrong language puts a resource before people who cannot read it. Text
/// that is too short, mixed, or in a language it does not know has none.
package struct LanguageDetector: Sendable {
    /// Bytes that are looked at: more tell no more.
    private static let limit = 400

    package init() {}

    /// - Complexity: constant beyond the first 400 bytes.
    package func language(of text: String) -> LanguageTag? {
        code(of: Self.beginning(of: text)).flatMap(LanguageTag.init)
    }

    /// Whether a text, in which no language could be told, may be in `language`: `Đại số` and `Python` may be Vietnamese,
    /// `Linear Algebra` may not.
    package func allows(_ language: LanguageTag, for text: String) -> Bool {
        let text = Self.beginning(of: text)
        let scripts = ScriptCounts(text)
        switch language.primary {
        case "vi":
            let words = TextAnalyser().tokens(of: String(text))
            let syllables = words.count { $0.marking != .unmarked || $0.isSyllable }
            return scripts.latin == scripts.letters && !words.isEmpty && syllables * 4 >= words.count * 3
        case "en", "fr":
            let words = TextAnalyser().tokens(of: String(text))
            return scripts.latin == scripts.letters && words.allSatisfy { $0.marking == .unmarked }
        case "zh", "ja": return scripts.han > 0
        default: return (scripts.byLanguage[language.primary] ?? 0) > 0
        }
    }

    private static func beginning(of text: String) -> Substring {
        guard text.utf8.count > limit else { return text[...] }
        var end = text.utf8.index(text.startIndex, offsetBy: limit)
        while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
            end = text.utf8.index(before: end)
        }
        return text[..<end]
    }

    private func code(of text: Substring) -> String? {
        let scripts = ScriptCounts(text)
        if let (code, count) = scripts.byLanguage.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
            return count >= 4 && count * 10 >= scripts.letters * 3 ? code : nil
        }
        if scripts.kana >= 3 { return (scripts.kana + scripts.han) * 10 >= scripts.letters * 3 ? "ja" : nil }
        if scripts.han > 0 {
            guard scripts.kana == 0, scripts.han >= 4, scripts.han * 10 >= scripts.letters * 3 else { return nil }
            return ChineseCharacters.language(of: text)
        }
        guard scripts.latin == scripts.letters, scripts.letters >= 8 else { return nil }
        return latin(text)
    }

    private func latin(_ text: Substring) -> String? {
        let tokens = TextAnalyser().tokens(of: String(text)).filter { $0.exact.utf8.contains { $0 >= 0x61 } }
        guard tokens.count >= 2 else { return nil }
        let words = PlainWords(String(text)).map(\.text)
        let (english, french, other) = FunctionWords.scores(of: words)
        if let isVietnamese = vietnamese(text, tokens, foreign: max(english, french)) {
            return isVietnamese ? "vi" : nil
        }
        let marked = Self.foreignMarks(text)
        // The commonest words are a fifth of any text; short titles need one that is all but unmistakable.
        func isSure(_ score: Int, over others: Int...) -> Bool {
            score >= 2 && score * 4 >= words.count && score > (others.max() ?? 0)
                && score >= 2 * (others.max() ?? 0) - 2
                && (words.count > 3 || others.allSatisfy { $0 == 0 })
        }
        // A foreign name, or the word German, says something of a title and nothing of a passage.
        let isTitle = words.count < 12
        if isTitle, Self.namesLanguage(words) { return nil }
        if isSure(english, over: french, other), marked.count * 25 <= (isTitle ? 0 : text.utf8.count) { return "en" }
        if isSure(french, over: english, other), !marked.isForeignToFrench { return "fr" }
        return nil
    }

    /// Whether the words are Vietnamese; nil where nothing speaks for it.
    ///
    /// - Parameter foreign: how much speaks for English or French.
    private func vietnamese(_ text: Substring, _ tokens: [Token], foreign: Int) -> Bool? {
        let marked = tokens.count { $0.marking != .unmarked }
        let toned = tokens.count { $0.marking == .tone }
        let syllables = tokens.count { $0.marking != .unmarked || $0.isSyllable }
        if marked > 0, Self.hasVietnameseLetter(text) || toned >= 2 && syllables == tokens.count {
            // A Vietnamese name in a text of another language is no Vietnamese text.
            guard tokens.count >= 3 || toned == tokens.count, marked * 3 >= tokens.count,
                syllables * 2 >= tokens.count
            else { return foreign > 0 ? nil : false }
            return marked * 2 > foreign
        }
        guard marked == 0, tokens.count >= 4, syllables == tokens.count else { return nil }
        let typical = tokens.count { FunctionWords.unmarkedVietnamese.contains($0.folded) }
        return typical >= 2 && typical * 3 >= tokens.count && foreign <= typical ? true : nil
    }

    /// A letter that, of the languages told here, Vietnamese alone has.
    private static func hasVietnameseLetter(_ text: Substring) -> Bool {
        text.unicodeScalars.contains { 0x1EA0...0x1EF9 ~= $0.value || "đĐăĂơƠưƯ".unicodeScalars.contains($0) }
            || text.unicodeScalars.contains { 0x300...0x323 ~= $0.value }
    }

    private static func foreignMarks(_ text: Substring) -> (count: Int, isForeignToFrench: Bool) {
        let marked = text.unicodeScalars.filter { $0.value >= 0xC0 && $0.properties.isAlphabetic }
        let french = "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ".unicodeScalars
        return (marked.count, marked.contains { !french.contains($0) })
    }

    /// `Python Tutorial in Hindi` is in Hindi: a text that names a language tells nothing by its own words.
    private static func namesLanguage(_ words: [String]) -> Bool {
        words.contains { word in
            guard word != "bahasa" else { return true }
            guard let code = LanguageCodes.codeByName[word] else { return false }
            return code != "en" && code != "vi" || word == "vietnamese"
        }
    }
}
