package import CatalogueStore
package import Vocabularies

/// Words of a query that name a concept of a vocabulary: *nấu ăn* for ISCED-F 1013.
package struct ConceptMention: Hashable, Sendable {
    /// Positions of the naming words among the clauses of the query.
    package let clauses: Range<Int>
    package let facet: Facet
    package let code: String
    package let label: LocalisedText
    /// The index term of the concept.
    let term: String
}
