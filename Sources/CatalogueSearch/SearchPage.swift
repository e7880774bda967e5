package import CatalogueStore

/// One page of hits and what can be said about all of them.
package struct SearchPage: Sendable {
    package let request: SearchRequest
    package let query: SearchQuery
    /// Concepts the query names, in query order.
    package let concepts: [ConceptMention]
    /// All hits, not only those of this page.
    package let total: Int
    package let hits: [SearchHit]
    /// Values with hits, most first, ties by label; a selected value is listed even where nothing is left under it.
    package let facets: [Facet: [FacetCount]]

    /// At least 1.
    package var lastPage: Int {
        min(max(1, (total + request.pageSize - 1) / request.pageSize), SearchRequest.deepestRank / request.pageSize)
    }
}
