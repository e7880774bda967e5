package import CatalogueStore

/// What somebody asks of the catalogue: words, filters, order and page.
package struct SearchRequest: Hashable, Sendable {
    package enum Order: String, CaseIterable, Codable, Sendable {
        case relevance
        /// Newest first; resources without a date come last.
        case date
        /// Vietnamese alphabetical order.
        case title
    }

    package static let pageSizes = 1...100
    package static let facetSizes = 0...1000
    /// Hits beyond this rank are not paged to: nobody reads them, and crawlers would.
    package static let deepestRank = 10_000

    /// As typed; it may be empty, which matches everything.
    package let text: String
    /// Values of one facet widen each other, facets narrow each other.
    package let filters: [Facet: [String]]
    package let order: Order
    /// From 1.
    package let page: Int
    package let pageSize: Int
    /// Values of each facet that are named, those with most hits; values filtered by are named besides.
    package let facetValues: Int

    /// - Throws: `SearchRequestError` for a page, a page size or a number of facet values that cannot be had.
    package init(
        _ text: String, filters: [Facet: [String]] = [:], order: Order = .relevance, page: Int = 1, pageSize: Int = 20,
        facetValues: Int = 20
    ) throws(SearchRequestError) {
        guard Self.pageSizes.contains(pageSize) else { throw .pageSize(pageSize) }
        guard Self.facetSizes.contains(facetValues) else { throw .facetValues(facetValues) }
        guard page >= 1 else { throw .page(page) }
        guard page <= Self.deepestRank / pageSize else { throw .tooDeep(page: page, last: Self.deepestRank / pageSize) }
        self.text = text
        self.filters = filters.mapValues { values in
            var seen: Set<String> = []
            return values.filter { !$0.isEmpty && seen.insert($0).inserted }
        }.filter { !$0.value.isEmpty }
        self.order = order
        self.page = page
        self.pageSize = pageSize
        self.facetValues = facetValues
    }

    var offset: Int { (page - 1) * pageSize }
}
