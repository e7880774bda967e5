package import TextAnalysis

/// One word of a query and what it may meet in a document (`vietnamese-text.md`, rule R9).
package struct QueryWord: Hashable, Sendable {
    package let exact: String
    package let folded: String
    package let marking: Marking
    /// Exact keys a half-marked word may stand for: `tâp` for `tâp`, `tấp`, `tầp`, `tẩp`, `tẫp`, `tập`.
    let completions: Set<String>

    init(_ token: Token) {
        exact = token.exact
        folded = token.folded
        marking = token.marking
        completions = token.marking == .quality ? MarkCompletions.keys(for: token.exact) : []
    }

    /// Whether a token of a document answers this word, and by which key.
    func key(meeting token: Token) -> MatchKey? {
        if token.exact == exact { return .exact }
        switch marking {
        case .unmarked: return token.folded == folded ? .folded : nil
        case .quality where completions.contains(token.exact): return .folded
        case .quality, .tone: return token.marking == .unmarked && token.folded == folded ? .unmarked : nil
        }
    }
}
