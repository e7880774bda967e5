package import CatalogueModel
package import Foundation
import GRDB
import Vocabularies

/// The end of a harvest: the verdict is drawn, the report kept, the lease given back.
extension HarvestSession {
    /// Closes the run and gives the lease back.
    ///
    /// - Returns: the verdict, drawn from the counts.
    @discardableResult
    package func finish(_ ending: HarvestEnding, at instant: Date) throws -> HarvestVerdict {
        let verdict = verdict(ending)
        guard !isDryRun else { return verdict }
        let now = Int64(instant.timeIntervalSince1970)
        try store.write { db in
            var endedBy: HarvestNotice?
            if case .stopped(let notice, _) = ending { endedBy = notice }
            try db.execute(
                sql: "UPDATE harvestRun SET verdict = ?, counts = ?, endedBy = ?, notices = ? WHERE run = ?",
                arguments: [
                    verdict.rawValue, try JSONText.of(counts), try endedBy.map { try JSONText.of($0) },
                    try JSONText.of(notices), run,
                ])
            try keepProblems(in: db)
            try db.execute(
                sql: """
                    UPDATE ingestRun SET finishedAt = ?, read = ?, added = ?, changed = ?, unchanged = ?, refused = ?,
                        warnings = ? WHERE run = ?
                    """,
                arguments: [
                    now, counts.read, counts.added, counts.changed, counts.unchanged, counts.refused, counts.warnings,
                    run,
                ])
            try release(ending, verdict, at: instant, in: db)
        }
        try store.updateDuplicates(at: instant)
        return verdict
    }

    /// The run as it ended, for whoever waits for it.
    package func report(
        _ ending: HarvestEnding, _ verdict: HarvestVerdict, startedAt: Date, finishedAt: Date
    ) -> HarvestRun {
        var endedBy: HarvestNotice?
        if case .stopped(let notice, _) = ending { endedBy = notice }
        return HarvestRun(
            id: run, source: source.id, kind: kind, startedAt: startedAt, finishedAt: finishedAt, verdict: verdict,
            counts: counts, endedBy: endedBy, notices: notices)
    }

    private func verdict(_ ending: HarvestEnding) -> HarvestVerdict {
        let hasGained = counts.accepted + counts.withdrawn + counts.alreadyGone > 0
        switch ending {
        case .aborted, .interrupted: return .aborted
        // A limit of our own is no fault of the source.
        case .stopped(let notice, _): return hasGained || notice.isOurLimit ? .partial : .failed
        case .complete:
            if counts.refused > 0, !hasGained { return .failed }
            if counts.withheld > 0 || counts.refused * 2 > max(1, counts.read) { return .suspicious }
            if counts.refused > 0 { return .partial }
            return isDoubtful ? .suspicious : .success
        }
    }

    private func keepProblems(in db: Database) throws {
        for group in problems.sorted {
            try db.execute(
                sql: "INSERT OR REPLACE INTO harvestProblem VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    run, group.severity.rawValue, group.reason.rawValue, group.field ?? "", group.count,
                    group.remedy.vietnamese, group.remedy.english, try JSONText.of(group.examples),
                ])
        }
    }

    /// A source that fails is asked ever more seldom, and never dropped.
    private func release(
        _ ending: HarvestEnding, _ verdict: HarvestVerdict, at instant: Date, in db: Database
    ) throws {
        var checkpoint: String?
        var retryAt: Date?
        switch ending {
        case .complete(let next): checkpoint = next
        case .stopped(_, let date): retryAt = date
        case .aborted, .interrupted: break
        }
        let state = try HarvestSourceState.fetch(source.id, in: db)
        let failures = verdict == .failed ? state.failures + 1 : 0
        let wait = HarvestBackOff(interval: source.interval).seconds(failures: failures, after: ending)
        let next = max(instant.addingTimeInterval(TimeInterval(wait)), retryAt ?? instant)
        try db.execute(
            sql: """
                UPDATE harvestSource SET leaseHolder = NULL, leaseUntil = NULL, abortRequested = 0, failures = ?,
                    nextRunAt = ?, checkpoint = coalesce(?, checkpoint)
                WHERE source = ? AND leaseHolder = ?
                """,
            arguments: [failures, Int64(next.timeIntervalSince1970), checkpoint, source.id, holder])
    }
}

/// How long a source is left alone after a harvest.
struct HarvestBackOff {
    /// Seconds between two harvests of a source that is well.
    let interval: Int
    /// Fifteen minutes, doubled with each failure in a row.
    private static let first = 900
    private static let most = 7 * 86_400

    func seconds(failures: Int, after ending: HarvestEnding) -> Int {
        if failures > 0 { return min(Self.most, Self.first << min(16, failures - 1)) }
        switch ending {
        case .complete, .aborted: return interval
        // What is missing may come soon: the checkpoint is kept.
        case .stopped: return min(interval, 4 * Self.first)
        case .interrupted: return 0
        }
    }
}
