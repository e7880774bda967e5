/// What a query found.
package struct RankedAnswer: Sendable {
    /// Best first; equal scores by row number.
    package var hits: [RankedHit] = []
    /// Documents that match; nil where it was not asked for.
    package var total: Int?
    /// Documents that match by facet value, ascending by value; empty where not asked for.
    package var facets: [FacetTermCount] = []
    /// The same without one of the filters, for each filter.
    package var facetsWithoutFilter: [[FacetTermCount]] = []

    package init() {}
}

/// What a query is to find besides its best hits.
package struct Wanted: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    package static let total = Self(rawValue: 1)
    package static let facets = Self(rawValue: 2)
}
