package import CatalogueModel
package import Foundation
import GRDB
package import Normalisation

/// What people decide about duplicates. Decisions are kept for good and hold through harvests and recomputing; taking one
/// back leaves its row, with who did so and when.
extension CatalogueStore {
    /// Decides that two resources are the same or different; a decision on the same two that holds is replaced.
    ///
    /// - Parameters:
    ///   - name: who decides.
    /// - Throws: `DuplicateDecisionError`; then nothing was changed.
    package func decide(
        _ verdict: DuplicateVerdict, _ a: ResourceID, _ b: ResourceID, by name: String, note: String? = nil,
        at instant: Date
    ) throws {
        let name = try Self.checked(name)
        guard a != b else { throw DuplicateDecisionError.oneResource(a) }
        let (first, second) = (min(a, b), max(a, b))
        try write { db in
            for id in [a, b] where try Self.row(of: id, in: db) == nil {
                throw DuplicateDecisionError.unknownResource(id)
            }
            let before = try Self.brokenDecisions(in: db)
            try Self.withdraw(first, second, by: name, at: instant, in: db)
            try db.execute(
                sql: """
                    INSERT INTO duplicateDecision (first, second, verdict, decidedAt, decidedBy, note)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    first.rawValue, second.rawValue, verdict.rawValue, Int64(instant.timeIntervalSince1970), name, note,
                ])
            try Self.regroup(first, second, at: instant, in: db)
            let broken = try Self.brokenDecisions(in: db).filter { !before.contains($0) }
            guard broken.isEmpty else { throw DuplicateDecisionError.contradiction(broken) }
        }
    }

    /// Takes back what was decided about two resources: the rules decide again.
    ///
    /// - Throws: `DuplicateDecisionError.noDecision` where nothing was decided.
    package func undoDecision(_ a: ResourceID, _ b: ResourceID, by name: String, at instant: Date) throws {
        let name = try Self.checked(name)
        let (first, second) = (min(a, b), max(a, b))
        try write { db in
            guard try Self.withdraw(first, second, by: name, at: instant, in: db) else {
                throw DuplicateDecisionError.noDecision(first, second)
            }
            try Self.regroup(first, second, at: instant, in: db)
        }
    }

    /// Every decision, the latest first; those taken back as well.
    ///
    /// - Parameter id: only those about this resource.
    package func decisions(about id: ResourceID? = nil) throws -> [DuplicateDecision] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(DuplicateDecision.columns) FROM duplicateDecision
                    WHERE ?1 IS NULL OR first = ?1 OR second = ?1 ORDER BY decision DESC
                    """, arguments: [id?.rawValue]
            ).compactMap { DuplicateDecision($0) }
        }
    }

    private static func checked(_ name: String) throws -> String {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !name.isEmpty else { throw DuplicateDecisionError.noName }
        return name
    }

    private static func row(of id: ResourceID, in db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT rowID FROM learningResource WHERE id = ? AND withdrawnAt IS NULL"),
            arguments: [id.rawValue])
    }

    /// - Returns: whether there was a decision that held.
    @discardableResult
    private static func withdraw(
        _ first: ResourceID, _ second: ResourceID, by name: String, at instant: Date, in db: Database
    ) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE duplicateDecision SET withdrawnAt = ?, withdrawnBy = ?
                WHERE first = ? AND second = ? AND withdrawnAt IS NULL
                """,
            arguments: [Int64(instant.timeIntervalSince1970), name, first.rawValue, second.rawValue])
        return db.changesCount > 0
    }

    private static func regroup(_ first: ResourceID, _ second: ResourceID, at instant: Date, in db: Database) throws {
        let seconds = Int64(instant.timeIntervalSince1970)
        _ = try updateDuplicates(at: seconds, isFull: false, in: db)
        let tables = DuplicateTables(db)
        let rows = try [first, second].compactMap { try row(of: $0, in: db) }
        try DuplicateRegrouping(tables: tables, traits: TraitsCache(tables), instant: seconds).regroup(Set(rows))
    }

    /// Decisions that hold though the clusters say otherwise: two of them contradict each other.
    private static func brokenDecisions(in db: Database) throws -> [DuplicateDecision] {
        let columns = DuplicateDecision.columns.split(separator: ", ").map { "d.\($0)" }.joined(separator: ", ")
        return try Row.fetchAll(
            db,
            sql: """
                SELECT \(columns) FROM duplicateDecision d
                JOIN learningResource a ON a.id = d.first JOIN learningResource b ON b.id = d.second
                LEFT JOIN duplicateMember m ON m.resource = a.rowID LEFT JOIN duplicateMember n ON n.resource = b.rowID
                WHERE d.withdrawnAt IS NULL AND a.withdrawnAt IS NULL AND b.withdrawnAt IS NULL
                    AND (d.verdict = 'same') <> (m.cluster IS NOT NULL AND m.cluster IS n.cluster)
                """
        ).compactMap { DuplicateDecision($0) }
    }
}
