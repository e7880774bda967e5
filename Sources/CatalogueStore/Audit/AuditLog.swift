import Crypto
package import Foundation
package import GRDB

/// The audit log: every change of keys, resources, tags and collections, chained by hashes.
///
/// A hash covers the hash before it and all fields of its row, each preceded by its length: a row that is changed, taken
/// out or put in later breaks the chain from there on. A log that loses its last rows is found by its counter, which
/// SQLite keeps apart (`sqlite_sequence`).
package enum AuditLog {
    /// Adds one entry, in the transaction of the change itself.
    package static func append(_ change: AuditChange, at instant: Date, in db: Database) throws {
        let last = try Row.fetchOne(db, sql: "SELECT sequence, hash FROM auditEntry ORDER BY sequence DESC LIMIT 1")
        let previous: Data = last?[1] ?? Data()
        let seconds = Int64(instant.timeIntervalSince1970.rounded(.down))
        let sequence = (last?[0] as Int64? ?? 0) + 1
        try db.execute(
            sql: "INSERT INTO auditEntry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                sequence, seconds, change.actor, change.action, change.subject, change.before, change.after, previous,
                hash(of: change, sequence: sequence, at: seconds, after: previous),
            ])
    }

    /// The newest entries first.
    ///
    /// - Parameters:
    ///   - subject: only what happened to it; nil for all.
    ///   - before: only entries older than this number.
    package static func entries(
        about subject: String? = nil, before: Int64? = nil, limit: Int, in db: Database
    ) throws -> [AuditEntry] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM auditEntry WHERE (?1 IS NULL OR subject = ?1) AND (?2 IS NULL OR sequence < ?2)
                ORDER BY sequence DESC LIMIT ?3
                """, arguments: [subject, before, limit]
        ).map(AuditEntry.init)
    }

    /// Reads the whole chain.
    ///
    /// - Returns: how many entries there are, and the number of the first that does not follow from what stands before it;
    ///   nil where the chain holds.
    static func verify(in db: Database) throws -> (entries: Int, broken: Int64?) {
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM auditEntry ORDER BY sequence")
        var previous = Data()
        var count = 0
        while let row = try rows.next() {
            count += 1
            let entry = AuditEntry(row)
            let expected = hash(
                of: entry.change, sequence: Int64(count), at: row["at"], after: previous)
            guard entry.sequence == count, row["previous"] == previous, entry.hash == expected else {
                return (count, entry.sequence)
            }
            previous = entry.hash
        }
        let ever = try Int.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'auditEntry'") ?? 0
        return (count, ever > count ? Int64(count + 1) : nil)
    }

    private static func hash(of change: AuditChange, sequence: Int64, at seconds: Int64, after previous: Data) -> Data {
        var hasher = SHA256()
        hasher.update(data: previous)
        let fields = [
            String(sequence), String(seconds), change.actor, change.action, change.subject, change.before, change.after,
        ]
        for field in fields {
            // A field that is not there differs from an empty one.
            hasher.update(data: Data((field.map { "\($0.utf8.count):\($0)" } ?? "-").utf8))
        }
        return Data(hasher.finalize())
    }
}

extension AuditEntry {
    fileprivate init(_ row: Row) {
        self.init(
            sequence: row["sequence"], at: Date(timeIntervalSince1970: row["at"]),
            change: AuditChange(
                actor: row["actor"], action: row["action"], subject: row["subject"], before: row["before"],
                after: row["after"]),
            hash: row["hash"])
    }
}
