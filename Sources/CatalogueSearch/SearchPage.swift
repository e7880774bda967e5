package import CatalogueStore

/// One page of hits and what can be said about all of them.
package struct SearchPage: Sendable {
    package let request: SearchRequest
    /// As answered: with replaced words where `looseness` says so.
    package let query: SearchQuery
    /// Concepts the query names, in query order; each counts as found where a resource is tagged with it.
    package let concepts: [ConceptMention]
    /// Other words that were sought, too.
    package let expansions: [QueryExpansion]
    /// How literally the query was taken.
    package let looseness: Looseness
    /// Words that were taken for others, as typed and as understood.
    package let replacements: [(from: String, to: String)]
    /// All hits, not only those of this page.
    package let total: Int
    package let hits: [SearchHit]
    /// The counts of every facet.
    package let facets: [Facet: FacetAnswer]

    /// At least 1.
    package var lastPage: Int {
        min(max(1, (total + request.pageSize - 1) / request.pageSize), SearchRequest.deepestRank / request.pageSize)
    }
}
