/// Tells English by its commonest words, for text that comes without a language.
package enum EnglishText {
    private static let commonest: Set<String> = [
        "the", "of", "and", "to", "in", "is", "for", "with", "that", "are", "by", "on",
    ]

    /// Whether at least one word in twelve is one of the commonest English ones, and hardly any has marks.
    ///
    /// A text of fewer than four words is not judged: false.
    package static func isLikely(_ text: String) -> Bool {
        let tokens = TextAnalyser().tokens(of: String(text.prefix(2000)))
        guard tokens.count >= 4 else { return false }
        let common = tokens.count { commonest.contains($0.exact) }
        let marked = tokens.count { $0.marking != .unmarked }
        return common * 12 >= tokens.count && marked * 20 <= tokens.count
    }
}
