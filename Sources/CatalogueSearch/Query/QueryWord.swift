package import TextAnalysis

/// One word of a query and what it may meet in a document (`vietnamese-text.md`, rule R9).
package struct QueryWord: Hashable, Sendable {
    /// As typed, without marks of syntax.
    package let text: String
    package let exact: String
    package let folded: String
    package let marking: Marking
    /// Whether the folded key is spelt like a Vietnamese syllable.
    let isSyllable: Bool
    /// English stem of an unmarked word, where it differs from the word.
    package let stem: String?
    /// Exact keys a half-marked word may stand for: `tâp` for `tâp`, `tấp`, `tầp`, `tẩp`, `tẫp`, `tập`.
    let completions: Set<String>

    init(_ token: Token, in text: String, analyser: TextAnalyser) {
        self.text = String(text.utf8.dropFirst(token.range.lowerBound).prefix(token.range.count)) ?? token.folded
        exact = token.exact
        folded = token.folded
        marking = token.marking
        isSyllable = token.isSyllable
        stem = analyser.stem(of: token)
        completions = token.marking == .quality ? MarkCompletions.keys(for: token.exact) : []
    }

    /// Whether a token of a document answers this word, and by which key.
    func key(meeting token: Token, analyser: TextAnalyser) -> MatchKey? {
        if token.exact == exact { return .exact }
        switch marking {
        case .unmarked:
            if token.folded == folded { return .folded }
            guard let first = folded.utf8.first, first == token.folded.utf8.first else { return nil }
            return (analyser.stem(of: token) ?? token.folded) == (stem ?? folded) ? .stemmed : nil
        case .quality where completions.contains(token.exact): return .folded
        case .quality, .tone:
            guard token.folded == folded else { return nil }
            return token.marking == .unmarked ? .unmarked : nil
        }
    }
}
