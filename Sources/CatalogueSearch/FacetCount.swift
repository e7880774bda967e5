package import Vocabularies

/// How many hits carry one value of a facet.
package struct FacetCount: Hashable, Sendable {
    package let value: String
    package let label: LocalisedText
    /// Hits under this value if it were the facet's only filter; other facets' filters are applied.
    package let count: Int
    package let isSelected: Bool
}
