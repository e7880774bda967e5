package import Vocabularies

/// Other words for a part of the query, sought at a lower weight: *công nghệ thông tin* for *CNTT*.
package struct QueryExpansion: Hashable, Sendable {
    /// Positions of the expanded words among the clauses of the query.
    package let clauses: Range<Int>
    package let kind: GlossaryEntry.Kind
    /// As the glossary writes it.
    package let text: String
    let words: [QueryWord]
}
