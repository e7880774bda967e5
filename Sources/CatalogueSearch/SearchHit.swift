package import CatalogueModel

/// One resource that answers a query.
package struct SearchHit: Sendable {
    package let resource: LearningResource
    /// Higher is better; comparable within one query only; 0 where nothing was asked for.
    package let score: Double
    package let title: HighlightedText
    /// The telling part of the description; empty where there is none.
    package let snippet: HighlightedText
    /// Nil where nothing was asked for, or hits are in another order.
    package let explanation: Explanation?
}
