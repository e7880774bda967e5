/// Figures of a period, or of a part of it.
package struct UsageTotals: Hashable, Sendable {
    /// Total_Item_Investigations and the unique ones (COUNTER 5.1).
    package var views = 0
    package var uniqueViews = 0
    /// Total_Item_Requests and the unique ones.
    package var reads = 0
    package var uniqueReads = 0
    package var outClicks = 0
    /// Investigations right after a search.
    package var fromSearch = 0
    package var searches = 0
    package var emptySearches = 0

    package init() {}
}
