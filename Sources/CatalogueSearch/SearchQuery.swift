package import TextAnalysis

/// A query as the catalogue understands it: the words it looks for.
///
/// User text is never FTS5 syntax: only keys made by `TextAnalysis` go into an expression.
package struct SearchQuery: Sendable {
    /// Words beyond this are left out and counted in `ignoredWords`.
    package static let mostWords = 32

    /// In the order typed, each once.
    package let words: [QueryWord]
    package let ignoredWords: Int

    package init(_ text: String, analyser: TextAnalyser = TextAnalyser()) {
        var seen: Set<String> = []
        var words: [QueryWord] = []
        var ignored = 0
        for token in analyser.tokens(of: String(text.prefix(10_000))) where seen.insert(token.exact).inserted {
            if words.count < Self.mostWords {
                words.append(QueryWord(token))
            } else {
                ignored += 1
            }
        }
        self.words = words
        ignoredWords = ignored
    }

    package var isEmpty: Bool { words.isEmpty }
}
