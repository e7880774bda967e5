/// The figures of one harvest.
package struct HarvestCounts: Equatable, Codable, Sendable {
    /// Records met, deleted and refused ones included:
    /// `read = added + changed + unchanged + refused + withdrawn + alreadyGone`.
    package var read = 0
    package var added = 0
    package var changed = 0
    /// Records that say what they said before; refused ones that were refused before included in `refused`.
    package var unchanged = 0
    package var refused = 0
    /// Resources taken out since the source deleted them.
    package var withdrawn = 0
    /// Deletions of records that the catalogue does not have.
    package var alreadyGone = 0
    /// Resources missing from a complete list that the shrink guard kept.
    package var withheld = 0
    package var warnings = 0
    package var pages = 0
    package var requests = 0
    package var bytes = 0

    package init() {}

    /// Records that are in the catalogue after the harvest because of it.
    package var accepted: Int { added + changed + unchanged }
}
