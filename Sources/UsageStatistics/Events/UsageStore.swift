package import Foundation
package import GRDB

/// The file `usage.sqlite`: events, secrets, rollups. Several programs may write to it.
package struct UsageStore: Sendable {
    package static let fileName = "usage.sqlite"

    let pool: DatabasePool
    package let path: String

    /// Opens the file in `folder`, and makes it where it is not there.
    ///
    /// - Parameter pages: bound on the size of the file, in pages of 4 KiB; nil for none.
    /// - Throws: `DatabaseError` where the file cannot be opened, `UsageError.notAUsageFile` where it is another's.
    package init(folder: String, pages: Int? = nil) throws {
        path = (folder as NSString).appendingPathComponent(Self.fileName)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL")
            if let pages { try db.execute(sql: "PRAGMA max_page_count = \(pages)") }
        }
        pool = try DatabasePool(path: path, configuration: configuration)
        let id = try pool.read { try Int32.fetchOne($0, sql: "PRAGMA application_id") ?? 0 }
        guard id == 0 || id == UsageSchema.applicationID else { throw UsageError.notAUsageFile(path) }
        try UsageSchema.migrate(pool)
    }

    package func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try pool.read(body) }

    func write<Value>(_ body: (Database) throws -> Value) throws -> Value { try pool.write(body) }

    /// Writes events in one transaction: all of them or none.
    ///
    /// - Parameter earliest: events of days before it come too late to be counted, and are noted as lost.
    /// - Parameter robots: sessions of these never make the text of a query common enough to be kept.
    /// - Parameter lost: events that were not counted, noted in the same transaction.
    package func append(
        _ events: [UsageEvent], origin: Int64 = 0, earliest: UsageDay? = nil, robots: RobotList? = nil,
        lost: [(reason: Loss, events: Int, day: UsageDay)] = []
    ) throws {
        guard !events.isEmpty || !lost.isEmpty else { return }
        let hasDestroyed = try write { db in
            var writer = EventWriter(db, origin: origin, robots: robots)
            for event in events {
                let day = UsageDay(of: event.at)
                if let earliest, day < earliest {
                    try Self.note(1, lost: .late, on: day, in: db)
                } else {
                    try writer.write(event, on: day)
                }
            }
            for loss in lost where loss.events > 0 {
                try Self.note(loss.events, lost: loss.reason, on: loss.day, in: db)
            }
            return try writer.finish()
        }
        // What is destroyed must not live on in the log of the file either.
        if hasDestroyed { forgetLog() }
    }

    /// Empties the log of the file (WAL), in which destroyed secrets would live on.
    func forgetLog() {
        _ = try? pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    }

    /// Why events were not counted.
    package enum Loss: String, CaseIterable, Sendable {
        /// More came than could be written.
        case overload
        /// The file could not be written to, for example on a full disk.
        case notWritten = "not-written"
        /// Their day was closed.
        case late
        /// A line of a log could not be read.
        case unreadable
        /// A line of a log from the future, by more than a day.
        case future
    }

    /// Notes events that were not counted.
    package func note(_ events: Int, lost reason: Loss, on day: UsageDay) throws {
        guard events > 0 else { return }
        try write { db in try Self.note(events, lost: reason, on: day, in: db) }
    }

    static func note(_ events: Int, lost reason: Loss, on day: UsageDay, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO loss VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET events = events + excluded.events
                """, arguments: [day.number, reason.rawValue, events])
    }

    /// What was not counted, by reason.
    package func losses(from first: UsageDay, through last: UsageDay) throws -> [(reason: Loss, events: Int)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT reason, sum(events) FROM loss WHERE day BETWEEN ? AND ? GROUP BY reason ORDER BY reason",
                arguments: [first.number, last.number]
            ).compactMap { row in Loss(rawValue: row[0]).map { ($0, row[1]) } }
        }
    }

    /// The secret that signs addresses of out-clicks: it stays, so that printed and stored pages go on working.
    package func signingSecret() throws -> Data {
        try write { db in try UsageSecrets(db).secret("sign").bytes }
    }
}
