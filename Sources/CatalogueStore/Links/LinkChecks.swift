package import CatalogueModel
package import Foundation
import GRDB

/// Which addresses of resources lead somewhere.
extension CatalogueStore {
    /// Addresses whose time to be asked has come, those never asked first, then the longest due.
    package func dueLinks(at instant: Date, limit: Int) throws -> [LinkCheck] {
        try read { db in
            let fresh = try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT r.record ->> '$.url' AS url FROM learningResource r
                    WHERE r.withdrawnAt IS NULL
                        AND NOT EXISTS (SELECT 1 FROM linkCheck l WHERE l.url = r.record ->> '$.url')
                    LIMIT ?
                    """, arguments: [limit])
            let due = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM linkCheck l WHERE nextCheckAt <= ? AND EXISTS (
                        SELECT 1 FROM learningResource r WHERE r.record ->> '$.url' = l.url AND r.withdrawnAt IS NULL)
                    ORDER BY nextCheckAt LIMIT ?
                    """, arguments: [Int64(instant.timeIntervalSince1970), max(0, limit - fresh.count)])
            return fresh.map { LinkCheck(url: $0) } + due.map(LinkCheck.init)
        }
    }

    /// What is known of an address.
    package func linkCheck(of url: String) throws -> LinkCheck {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM linkCheck WHERE url = ?", arguments: [url]).map(LinkCheck.init)
                ?? LinkCheck(url: url)
        }
    }

    /// Keeps what requests told; where an address dies or revives, its resources are indexed anew in the same commit.
    package func save(_ checks: [LinkCheck]) throws {
        guard !checks.isEmpty else { return }
        try write { db in
            let dead = try db.cachedStatement(sql: "SELECT 1 FROM linkCheck WHERE url = ? AND state = 'dead'")
            var flipped: [String] = []
            for check in checks {
                let wasDead = try Int.fetchOne(dead, arguments: [check.url]) != nil
                if wasDead != (check.state == .dead) { flipped.append(check.url) }
                try check.write(in: db)
            }
            try reindex(flipped, in: db)
        }
        try mergePostings()
    }

    private func reindex(_ urls: [String], in db: Database) throws {
        guard !urls.isEmpty else { return }
        let reference = try ReferenceDataTables.load(from: db)
        var writer = SearchIndexWriter(
            generation: try IndexGeneration.current(in: db), facetValues: try FacetValues(reference, in: db))
        let coding = RecordCoding()
        let find = try db.cachedStatement(
            sql: """
                SELECT rowID, record FROM learningResource WHERE record ->> '$.url' = ? AND withdrawnAt IS NULL
                """)
        for url in urls {
            for row in try Row.fetchAll(find, arguments: [url]) {
                let resource = try coding.decode(row[1])
                try writer.remove(resource, rowID: row[0], in: db)
                try writer.insert(resource, rowID: row[0], in: db)
            }
        }
        try writer.finish(in: db)
    }

    /// Links of an institution by state, and those that are broken or have moved, worst first.
    package func linkReport(of institution: String, limit: Int = 200) throws -> LinkReport {
        try read { db in
            let counts = try Row.fetchAll(
                db,
                sql: """
                    SELECT coalesce(l.state, 'unknown'), count(*) FROM learningResource r
                    LEFT JOIN linkCheck l ON l.url = r.record ->> '$.url'
                    WHERE r.publisher = ? AND r.withdrawnAt IS NULL GROUP BY 1
                    """, arguments: [institution])
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT r.id, r.title, l.* FROM learningResource r JOIN linkCheck l ON l.url = r.record ->> '$.url'
                    WHERE r.publisher = ? AND r.withdrawnAt IS NULL
                        AND (l.state = 'dead' OR l.failures > 0 OR l.movedTo IS NOT NULL)
                    ORDER BY l.state = 'dead' DESC, l.failures DESC, r.id LIMIT ?
                    """, arguments: [institution, limit])
            return LinkReport(
                institution: institution,
                counts: Dictionary(
                    counts.compactMap { row in LinkState(rawValue: row[0]).map { ($0, row[1]) } },
                    uniquingKeysWith: +),
                items: rows.map { LinkReport.Item(id: $0[0], title: $0[1], check: LinkCheck($0)) })
        }
    }
}

extension LinkCheck {
    fileprivate init(_ row: Row) {
        func date(_ column: String) -> Date? {
            (row[column] as TimeInterval?).map { Date(timeIntervalSince1970: $0) }
        }
        self.init(
            url: row["url"], state: LinkState(rawValue: row["state"]) ?? .unknown, failures: row["failures"],
            firstFailedAt: date("firstFailedAt"), checkedAt: date("checkedAt"),
            nextCheckAt: date("nextCheckAt") ?? .distantPast, reason: row["reason"], movedTo: row["movedTo"])
    }

    fileprivate func write(in db: Database) throws {
        func seconds(_ date: Date?) -> Int64? { date.map { Int64($0.timeIntervalSince1970) } }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO linkCheck VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .execute(arguments: [
                url, state.rawValue, failures, seconds(firstFailedAt), seconds(checkedAt) ?? 0, seconds(nextCheckAt),
                reason, movedTo,
            ])
    }
}
