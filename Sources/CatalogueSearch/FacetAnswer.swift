/// What one facet says about the hits of a query.
package struct FacetAnswer: Hashable, Sendable {
    /// The values with most hits, most first, ties by label; as many as the request asked for. A value filtered by is
    /// listed even where nothing is left under it.
    package let counts: [FacetCount]
    /// All values with hits.
    package let values: Int
}
