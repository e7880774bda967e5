package import CatalogueModel
package import Foundation
import GRDB

/// What a complete list of a source no longer has is withdrawn, within bounds.
extension HarvestSession {
    /// Resources that may go without being asked: fewer than these, and no more than this share.
    package static let shrinkRecords = 10
    package static let shrinkShare = 0.1

    /// Identifiers of the records that a complete pass did not meet, in order.
    ///
    /// - Parameter run: the first run of the pass; a record it and its successors did not meet is missing.
    package func missing(since run: Int64) throws -> [String] {
        // A dry run marks nothing as seen, so nothing can be told to be missing.
        guard !isDryRun else { return [] }
        return try store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT identifier FROM sourceRecord WHERE source = ? AND seenIn < ? AND state <> 'deleted'
                    ORDER BY identifier
                    """, arguments: [source.id, run])
        }
    }

    /// Whether the shrink guard lets `count` records go: not where more than ten records and more than 10 % of the
    /// source's would, and `accepted` does not allow that many. A list that shrinks so is more often broken than true.
    package func mayWithdraw(_ count: Int, accepted: Int?) throws -> Bool {
        guard count > Self.shrinkRecords, count > accepted ?? 0 else { return true }
        return Double(count) <= Self.shrinkShare * Double(try trackedRecords())
    }

    /// Leaves `count` missing records in the catalogue.
    package func withhold(_ count: Int, because notice: HarvestNotice) {
        counts.withheld = count
        note(notice)
    }

    /// Withdraws records that are missing, if the shrink guard lets it.
    package func withdraw(missing: [String], acceptedShrink: Int?, at instant: Date) throws {
        guard !missing.isEmpty, !isDryRun else { return }
        guard try mayWithdraw(missing.count, accepted: acceptedShrink) else {
            let all = try trackedRecords()
            withhold(missing.count, because: .shrink(missing: missing.count, of: all, source: source.id))
            return
        }
        let before = counts
        counts = try store.write { db in
            let find = try db.cachedStatement(
                sql: "SELECT hash, state, resource FROM sourceRecord WHERE source = ? AND identifier = ?")
            var writer = try HarvestPageWriter(self, at: instant, in: db)
            for identifier in missing {
                let known = try Row.fetchOne(find, arguments: [source.id, identifier]).map(KnownRecord.init)
                try writer.delete(
                    PreparedRecord(identifier, known, .deleted), because: .missingAtSource, in: db)
            }
            try writer.finish(in: db)
            return writer.counts
        }
        // Records that only a list knows to be gone were not read.
        counts.read = before.read + counts.withdrawn - before.withdrawn + counts.alreadyGone - before.alreadyGone
    }

    private func trackedRecords() throws -> Int {
        try store.read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM sourceRecord WHERE source = ? AND state <> 'deleted'",
                arguments: [source.id]) ?? 0
        }
    }
}

extension HarvestNotice {
    fileprivate static func shrink(missing: Int, of all: Int, source: String) -> Self {
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
