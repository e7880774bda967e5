package import CatalogueModel
package import Foundation
import GRDB
import Vocabularies

/// The end of a harvest: what is missing is withdrawn within bounds, the verdict drawn, the report kept.
extension HarvestSession {
    /// Resources that may go without being asked: fewer than these, and no more than this share.
    package static let shrinkRecords = 10
    package static let shrinkShare = 0.1

    /// Withdraws what a complete list of the source no longer has.
    ///
    /// The shrink guard keeps everything where more than ten records and more than 10 % of the source's would go and
    /// `acceptedShrink` does not allow that many: a list that shrinks so is more often broken than true.
    ///
    /// - Parameter run: the first run of the complete pass; a record it and its successors did not meet is missing.
    package func withdrawMissing(since run: Int64, acceptedShrink: Int?, at instant: Date) throws {
        // A dry run marks nothing as seen, so nothing can be told to be missing.
        guard !isDryRun else { return }
        let (missing, all) = try store.read { db in
            (
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT identifier, hash, state, resource FROM sourceRecord
                        WHERE source = ? AND seenIn < ? AND state <> 'deleted'
                        """, arguments: [source.id, run]),
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM sourceRecord WHERE source = ? AND state <> 'deleted'",
                    arguments: [source.id]) ?? 0
            )
        }
        guard !missing.isEmpty else { return }
        let isLarge =
            missing.count > Self.shrinkRecords && Double(missing.count) > Self.shrinkShare * Double(all)
        guard !isLarge || missing.count <= acceptedShrink ?? 0 else {
            counts.withheld = missing.count
            note(.shrink(missing: missing.count, of: all, source: source.id))
            return
        }
        let before = counts
        let writer = try store.write { db in
            var writer = try HarvestPageWriter(self, at: instant, in: db)
            for row in missing {
                let known = KnownRecord(hash: row[1], state: row[2], resource: row[3])
                try writer.delete(
                    PreparedRecord(row[0], known, .deleted), because: .missingAtSource, in: db)
            }
            try writer.finish(in: db)
            return writer
        }
        counts = writer.counts
        // Records that only a list knows to be gone were not read.
        counts.read = before.read + counts.withdrawn - before.withdrawn + counts.alreadyGone - before.alreadyGone
    }

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
        case .aborted: return .aborted
        case .stopped: return hasGained ? .partial : .failed
        case .complete:
            if counts.refused > 0, !hasGained { return .failed }
            if counts.withheld > 0 || counts.refused * 2 > max(1, counts.read) { return .suspicious }
            return counts.refused > 0 ? .partial : .success
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
        case .aborted: break
        }
        let state = try HarvestSourceState.fetch(source.id, in: db)
        let failures = verdict == .failed ? state.failures + 1 : 0
        let isCutShort = if case .stopped = ending { true } else { false }
        let wait = HarvestBackOff(interval: source.interval).seconds(failures: failures, isCutShort: isCutShort)
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

    func seconds(failures: Int, isCutShort: Bool) -> Int {
        if failures > 0 { return min(Self.most, Self.first << min(16, failures - 1)) }
        // What is missing may come soon: the checkpoint is kept.
        return isCutShort ? min(interval, 4 * Self.first) : interval
    }
}

extension HarvestNotice {
    static func shrink(missing: Int, of all: Int, source: String) -> Self {
        Self(
            code: "shrink-withheld",
            vietnamese: """
                Danh sách của nguồn thiếu \(missing) trong \(all) bản ghi đã có; chưa rút bản ghi nào. \
                Nếu đúng là đã xóa, hãy chạy “hoclieu harvest \(source) --full --accept-shrink \(missing)”.
                """,
            english: """
                The list of the source lacks \(missing) of \(all) records it had; none was withdrawn. \
                If they are truly gone, run “hoclieu harvest \(source) --full --accept-shrink \(missing)”.
                """)
    }
}
