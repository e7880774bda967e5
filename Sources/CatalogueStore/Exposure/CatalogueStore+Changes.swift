package import CatalogueModel
import GRDB

/// Reading resources in the order of their changes, as harvesters of ours do (OAI-PMH 2.0 §2.7).
extension CatalogueStore {
    private static let changedAt = "max(changedAt, coalesce(withdrawnAt, 0))"

    /// Resources by their last change and then identifier; what changes meanwhile moves to the end.
    ///
    /// - Complexity: logarithmic in the catalogue, linear in `limit` where no publisher is asked for.
    package func changes(in window: ChangeWindow, limit: Int) throws -> [ListedResource] {
        try read { db in
            let after = window.after ?? (window.from, "")
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT id, \(Self.changedAt) AS at, publisher, record, withdrawnAt FROM learningResource
                    WHERE (\(Self.changedAt), id) > (?, ?) AND \(Self.changedAt) <= ? AND (?4 IS NULL OR publisher = ?4)
                    ORDER BY \(Self.changedAt), id LIMIT ?5
                    """, arguments: [after.0, after.1, window.until, window.publisher, limit]
            ).map(Self.listed)
        }
    }

    /// How many resources changed last within the window, whatever it begins after.
    package func changeCount(in window: ChangeWindow) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM learningResource
                    WHERE \(Self.changedAt) BETWEEN ? AND ? AND (?3 IS NULL OR publisher = ?3)
                    """, arguments: [window.from, window.until, window.publisher]) ?? 0
        }
    }

    /// One resource as it is listed; nil where there never was one.
    package func listed(_ id: ResourceID) throws -> ListedResource? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT id, \(Self.changedAt), publisher, record, withdrawnAt FROM learningResource WHERE id = ?
                    """, arguments: [id.rawValue]
            ).map(Self.listed)
        }
    }

    /// The first change that is listed, in seconds since 1970; nil where the catalogue is empty.
    package func earliestChange() throws -> Int64? {
        try read { db in
            try Int64.fetchOne(db, sql: "SELECT min(\(Self.changedAt)) FROM learningResource")
        }
    }

    /// Publishers of resources, withdrawn ones included, by identifier; each with the name one of its records prints.
    package func publishers() throws -> [(id: String, name: String)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT publisher, max(record ->> '$.publisher.name') FROM learningResource
                    GROUP BY publisher ORDER BY publisher
                    """
            ).map { ($0[0], $0[1] ?? $0[0]) }
        }
    }

    private static func listed(_ row: Row) throws -> ListedResource {
        ListedResource(
            id: row[0], changedAt: row[1], publisher: row[2],
            resource: row[4] as Int64? == nil ? try JSONText.value(LearningResource.self, of: row[3]) : nil)
    }
}
