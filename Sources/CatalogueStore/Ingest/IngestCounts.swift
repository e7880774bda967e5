/// The figures of one run, in records.
package struct IngestCounts: Equatable, Sendable {
    /// Records met, refused ones included: `read = added + changed + unchanged + refused`.
    package var read = 0
    package var saved = SaveCounts()
    package var refused = 0
    /// Values left out of records that were taken in.
    package var warnings = 0

    package init() {}
}
