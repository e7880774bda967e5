/// Tokens that stand side by side in one field.
package struct Phrase: Hashable, Sendable {
    /// Which terms of a token are compared: `exact` or `folded`.
    package let space: TermSpace
    /// The terms in order, at least one.
    package let words: [String]
    /// Fields in which it counts, one bit each.
    package let fields: UInt32

    /// Whether the last word is only the beginning of one.
    package let endsOpen: Bool

    package init(_ space: TermSpace, _ words: [String], fields: UInt32 = .max, endsOpen: Bool = false) {
        self.endsOpen = endsOpen
        self.space = space
        self.words = words
        self.fields = fields
    }
}
