/// The words of a query that a token answers: bit *n* stands for word *n*.
package struct TokenAnswer: Sendable {
    /// By key E or one of its alternatives.
    package var exact: UInt128 = 0
    /// By key F or a stem; contains `exact`.
    package var folded: UInt128 = 0
    /// Word for word: by key E itself.
    package var same: UInt128 = 0
    /// Word for word but for marks: no stem, no alternative.
    package var sameFolded: UInt128 = 0

    package init() {}
}
