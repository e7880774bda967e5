/// Tokens that stand side by side in one field.
package struct Phrase: Hashable, Sendable {
    /// Which terms of a token are compared: `exact` or `folded`.
    package let space: TermSpace
    /// The terms in order, at least one.
    package let words: [String]
    /// Fields in which it counts, one bit each.
    package let fields: UInt32

    package init(_ space: TermSpace, _ words: [String], fields: UInt32 = .max) {
        self.space = space
        self.words = words
        self.fields = fields
    }
}
