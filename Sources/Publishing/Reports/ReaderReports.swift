package import CatalogueModel
package import CatalogueStore
package import Foundation
package import GRDB

/// Reports of readers: taken from anybody, decided by curators.
package enum ReaderReports {
    package static let longestNote = 1000
    /// Open reports a resource may have; what more say is known by then.
    static let mostOpen = 50

    /// The open reports, or those decided, newest first.
    package static func reports(
        _ state: ReaderReport.State?, kind: ReaderReport.Kind? = nil, resource: String? = nil, limit: Int,
        offset: Int = 0, in db: Database
    ) throws -> (reports: [ReaderReport], total: Int) {
        let condition = """
            (?1 IS NULL OR p.state = ?1) AND (?2 IS NULL OR p.kind = ?2) AND (?3 IS NULL OR p.resource = ?3)
            """
        let total = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM readerReport p WHERE \(condition)",
            arguments: [state?.rawValue, kind?.rawValue, resource])
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT p.*, coalesce(r.title, '') AS title, coalesce(r.publisher, '') AS institution
                FROM readerReport p LEFT JOIN learningResource r ON r.id = p.resource
                WHERE \(condition) ORDER BY p.at DESC, p.report DESC LIMIT ?4 OFFSET ?5
                """, arguments: [state?.rawValue, kind?.rawValue, resource, limit, offset])
        return (rows.compactMap(ReaderReport.init), total ?? 0)
    }

    package static func report(_ number: Int64, in db: Database) throws -> ReaderReport? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT p.*, coalesce(r.title, '') AS title, coalesce(r.publisher, '') AS institution
                FROM readerReport p LEFT JOIN learningResource r ON r.id = p.resource WHERE p.report = ?
                """, arguments: [number]
        ).flatMap(ReaderReport.init)
    }
}

extension CatalogueStore {
    /// Takes a report; the same again, or one of very many, is known already and adds nothing.
    ///
    /// - Returns: whether it was new.
    /// - Throws: `DepositError.unknown` for a resource the catalogue does not offer.
    @discardableResult
    package func report(
        _ id: ResourceID, _ kind: ReaderReport.Kind, note: String, at instant: Date
    ) throws -> Bool {
        let text = String(note.trimmingCharacters(in: .whitespacesAndNewlines).prefix(ReaderReports.longestNote))
        return try write { db in
            let isOffered = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM learningResource WHERE id = ? AND withdrawnAt IS NULL)",
                arguments: [id.rawValue])
            guard isOffered == true else { throw DepositError.unknown(id.rawValue) }
            let open = try Row.fetchAll(
                db, sql: "SELECT kind, note FROM readerReport WHERE resource = ? AND state = 'open'",
                arguments: [id.rawValue])
            let isKnown = open.contains { $0[0] == kind.rawValue && ($0[1] == text || text.isEmpty) }
            guard !isKnown, open.count < ReaderReports.mostOpen else { return false }
            try db.execute(
                sql: "INSERT INTO readerReport (resource, kind, note, at, state) VALUES (?, ?, ?, ?, 'open')",
                arguments: [id.rawValue, kind.rawValue, text, Int64(instant.timeIntervalSince1970)])
            try AuditLog.append(
                AuditChange(
                    actor: "reader", action: "report.open", subject: "resource:\(id)",
                    after: try JSONText.of(["kind": kind.rawValue, "note": text])), at: instant, in: db)
            return true
        }
    }

    /// Closes a report.
    ///
    /// - Returns: false where it was closed before.
    /// - Throws: `DepositError`: `curatorsOnly`, `reasonNeeded` where it is dismissed without a word, `unknown`.
    @discardableResult
    package func decide(
        report number: Int64, _ state: ReaderReport.State, answer: String, by principal: Principal, at instant: Date
    ) throws -> Bool {
        guard principal.mayCurate else { throw DepositError.curatorsOnly }
        let text = answer.trimmingCharacters(in: .whitespacesAndNewlines)
        if state == .dismissed, text.isEmpty { throw DepositError.reasonNeeded }
        guard text.count <= DepositError.longestNote else { throw DepositError.noteTooLong }
        return try write { db in
            guard let report = try ReaderReports.report(number, in: db) else {
                throw DepositError.unknown("report \(number)")
            }
            guard report.state == .open, state != .open else { return false }
            try db.execute(
                sql: "UPDATE readerReport SET state = ?, answer = ?, decidedAt = ?, decidedBy = ? WHERE report = ?",
                arguments: [
                    state.rawValue, text, Int64(instant.timeIntervalSince1970), principal.actor, number,
                ])
            try AuditLog.append(
                AuditChange(
                    actor: principal.actor, action: "report.\(state.rawValue)", subject: "resource:\(report.resource)",
                    before: try JSONText.of(["kind": report.kind.rawValue, "note": report.note]),
                    after: try JSONText.of(["answer": text])), at: instant, in: db)
            return true
        }
    }
}

extension ReaderReport {
    /// Nil where the row is a newer program's.
    fileprivate init?(_ row: Row) {
        guard let id = ResourceID(row["resource"]), let kind = Kind(rawValue: row["kind"]),
            let state = State(rawValue: row["state"])
        else { return nil }
        self.init(
            number: row["report"], resource: id, title: row["title"], institution: row["institution"], kind: kind,
            note: row["note"], at: Date(timeIntervalSince1970: row["at"]), state: state, decidedBy: row["decidedBy"],
            answer: row["answer"])
    }
}
