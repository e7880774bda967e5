package import CatalogueModel
import CatalogueStore
import Foundation
package import GRDB

/// Deposits and their versions in their tables.
package enum DepositTable {
    package static func deposit(_ id: String, in db: Database) throws -> Deposit? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM deposit WHERE resource = ?"), arguments: [id]
        ).flatMap(Deposit.init)
    }

    /// The version of that number; nil where there is none.
    package static func version(_ number: Int, of id: ResourceID, in db: Database) throws -> DepositVersion? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM depositVersion WHERE resource = ? AND version = ?"),
            arguments: [id.rawValue, number]
        ).map(DepositVersion.init)
    }

    /// All versions, newest first.
    package static func versions(of id: ResourceID, in db: Database) throws -> [DepositVersion] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM depositVersion WHERE resource = ? ORDER BY version DESC"),
            arguments: [id.rawValue]
        ).map(DepositVersion.init)
    }

    /// The deposit of an institution at an address; nil where there is none, or more than one.
    package static func deposit(
        at url: String, of institution: String, in db: Database
    ) throws -> Deposit? {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM deposit WHERE institution = ? AND url = ? AND state <> 'withdrawn' LIMIT 2"),
            arguments: [institution, url])
        return rows.count == 1 ? Deposit(rows[0]) : nil
    }

    /// Which deposits a list has.
    package struct Filter: Sendable {
        /// Nil for all institutions.
        package var institution: String?
        /// Empty for all states.
        package var states: [DepositState] = []

        package init(institution: String? = nil, states: [DepositState] = []) {
            self.institution = institution
            self.states = states
        }
    }

    /// A page of deposits: those that wait longest first where only such are asked for, else those changed last first.
    package static func deposits(
        _ filter: Filter, limit: Int, offset: Int = 0, in db: Database
    ) throws -> (deposits: [Deposit], total: Int) {
        let isQueue = !filter.states.isEmpty && filter.states.allSatisfy(\.awaitsDecision)
        let condition = "(?1 IS NULL OR institution = ?1) AND (?2 = '' OR instr(?2, '|' || state || '|') > 0)"
        let states = filter.states.isEmpty ? "" : "|" + filter.states.map(\.rawValue).joined(separator: "|") + "|"
        let total = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM deposit WHERE \(condition)", arguments: [filter.institution, states])
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM deposit WHERE \(condition)
                ORDER BY \(isQueue ? "submittedAt, resource" : "changedAt DESC, resource") LIMIT ?3 OFFSET ?4
                """, arguments: [filter.institution, states, limit, offset])
        return (rows.compactMap(Deposit.init), total ?? 0)
    }

    static func insert(_ deposit: Deposit, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO deposit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET state = excluded.state, revision = excluded.revision,
                    version = excluded.version, publicVersion = excluded.publicVersion, title = excluded.title, url = excluded.url,
                    submittedAt = excluded.submittedAt, submittedBy = excluded.submittedBy,
                    changedAt = excluded.changedAt, reviewer = excluded.reviewer, note = excluded.note
                """
        ).execute(arguments: [
            deposit.id.rawValue, deposit.institution, deposit.state.rawValue, deposit.revision, deposit.version,
            deposit.publicVersion, deposit.title, deposit.url, Int64(deposit.submittedAt.timeIntervalSince1970),
            deposit.submittedBy, Int64(deposit.changedAt.timeIntervalSince1970), deposit.reviewer, deposit.note,
        ])
    }

    static func insert(_ version: DepositVersion, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO depositVersion (resource, version, record, createdAt, createdBy, origin, publishedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            version.resource.id.rawValue, version.number, try JSONText.of(version.resource),
            Int64(version.createdAt.timeIntervalSince1970), version.createdBy, version.origin.rawValue,
            version.publishedAt.map { Int64($0.timeIntervalSince1970) },
        ])
    }

    /// Notes that learners see a version from now on.
    static func markPublished(_ number: Int, of id: ResourceID, at instant: Date, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                UPDATE depositVersion SET publishedAt = coalesce(publishedAt, ?) WHERE resource = ? AND version = ?
                """
        ).execute(arguments: [Int64(instant.timeIntervalSince1970), id.rawValue, number])
    }

    /// The record of the catalogue and its version number, whether offered or withdrawn.
    static func catalogued(
        _ id: String, in db: Database
    ) throws -> (resource: LearningResource, version: Int, isWithdrawn: Bool, changedAt: Date)? {
        let find = try db.cachedStatement(
            sql: "SELECT record, version, withdrawnAt IS NOT NULL, changedAt FROM learningResource WHERE id = ?")
        return try Row.fetchOne(find, arguments: [id]).map { row in
            (
                try JSONText.value(LearningResource.self, of: row[0]), row[1], row[2],
                Date(timeIntervalSince1970: row[3])
            )
        }
    }
}

extension Deposit {
    /// Nil where the row is a newer program's.
    fileprivate init?(_ row: Row) {
        guard let id = ResourceID(row["resource"]), let state = DepositState(rawValue: row["state"]) else { return nil }
        self.init(
            id: id, institution: row["institution"], state: state, revision: row["revision"], version: row["version"],
            publicVersion: row["publicVersion"], title: row["title"], url: row["url"],
            submittedAt: Date(timeIntervalSince1970: row["submittedAt"]), submittedBy: row["submittedBy"],
            changedAt: Date(timeIntervalSince1970: row["changedAt"]), reviewer: row["reviewer"], note: row["note"])
    }
}

extension DepositVersion {
    fileprivate init(_ row: Row) throws {
        self.init(
            number: row["version"], resource: try JSONText.value(LearningResource.self, of: row["record"]),
            createdAt: Date(timeIntervalSince1970: row["createdAt"]), createdBy: row["createdBy"],
            origin: Origin(rawValue: row["origin"]) ?? .api,
            publishedAt: (row["publishedAt"] as Double?).map { Date(timeIntervalSince1970: $0) })
    }
}
