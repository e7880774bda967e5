package import Foundation

/// One harvest of one source, as it stands or ended.
package struct HarvestRun: Identifiable, Sendable {
    package enum Kind: String, Codable, Sendable {
        /// Only what changed since the last success.
        case incremental
        /// Everything the source has.
        case full
    }

    package let id: Int64
    package let source: String
    package let kind: Kind
    package let startedAt: Date
    /// Nil while it runs, and for good where it was killed.
    package let finishedAt: Date?
    /// Nil while it runs.
    package let verdict: HarvestVerdict?
    package let counts: HarvestCounts
    /// What ended it, where something did.
    package let endedBy: HarvestNotice?
    /// What was noticed on the way.
    package let notices: [HarvestNotice]

    package init(
        id: Int64, source: String, kind: Kind, startedAt: Date, finishedAt: Date?, verdict: HarvestVerdict?,
        counts: HarvestCounts, endedBy: HarvestNotice?, notices: [HarvestNotice]
    ) {
        self.id = id
        self.source = source
        self.kind = kind
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.verdict = verdict
        self.counts = counts
        self.endedBy = endedBy
        self.notices = notices
    }
}
