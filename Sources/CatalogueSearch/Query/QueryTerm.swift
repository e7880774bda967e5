package import CatalogueStore

/// What a clause of a query looks for: words next to each other, or the beginning of a word.
package struct QueryTerm: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// One word.
        case word
        /// Words in this order, next to each other, as written between quotation marks.
        case phrase
        /// Any word with this beginning.
        case prefix
    }

    package let kind: Kind
    package let words: [QueryWord]
    /// The field asked for; nil for all.
    package let field: IndexedField?
}
