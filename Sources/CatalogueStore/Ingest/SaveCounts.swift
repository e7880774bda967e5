package import CatalogueModel

/// What saving a batch did, in records.
package struct SaveCounts: Equatable, Sendable {
    package var added = 0
    package var changed = 0
    package var unchanged = 0
    /// What was left out of records that were saved: relations that would close a circle.
    package var problems: [RecordProblem] = []

    package init() {}

    package static func += (a: inout Self, b: Self) {
        a.added += b.added
        a.changed += b.changed
        a.unchanged += b.unchanged
        a.problems += b.problems
    }
}
