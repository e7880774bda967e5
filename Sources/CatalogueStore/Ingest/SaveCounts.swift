/// What saving a batch did, in records.
package struct SaveCounts: Equatable, Sendable {
    package var added = 0
    package var changed = 0
    package var unchanged = 0

    package init() {}

    package static func += (a: inout Self, b: Self) {
        a.added += b.added
        a.changed += b.changed
        a.unchanged += b.unchanged
    }
}
