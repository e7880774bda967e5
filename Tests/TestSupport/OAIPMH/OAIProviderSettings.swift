package import Foundation

/// What kind of repository a made-up one is.
package struct OAIProviderSettings: Sendable {
    package enum DeletedRecords: String, CaseIterable, Sendable {
        case no
        case transient
        case persistent
    }

    package var deletedRecords = DeletedRecords.persistent
    /// Whether datestamps are to the second, and not to the day.
    package var usesSeconds = true
    /// Records of a page.
    package var pageSize = 10
    /// All sets it has.
    package var sets: [String] = []
    /// Whether lists come in the order of datestamps, and not of the records as they were given.
    package var isSorted = true
    /// Whether lists say how long they are.
    package var statesSize = true
    package var earliestDatestamp = Date(timeIntervalSince1970: 946_684_800)
    package var formats = ["oai_dc"]

    package init() {}
}
