package import CatalogueModel
package import Foundation
package import GRDB
import Vocabularies

/// Rows of relations, read and written within a transaction of the caller's.
package enum RelationTables {
    /// Bytes of a note.
    package static let noteLimit = 1_000
    /// Relations one resource may have set by hand, of all kinds.
    package static let mostByHand = 200

    /// Sets a relation by hand; one that is there already gets the note.
    ///
    /// - Returns: the relation as it stands.
    /// - Throws: `RelationError` where an end is not in the catalogue, or the relation would close a circle.
    @discardableResult
    package static func add(
        _ subject: ResourceID, _ kind: RelationKind, _ target: RelationTarget, note: String?, by actor: String,
        at instant: Date, in db: Database
    ) throws -> ResourceRelation {
        try requireOffered(subject, in: db)
        if let note, note.utf8.count > noteLimit { throw RelationError.longNote(limit: noteLimit) }
        let resolved = try RelationEnds.resource(for: target, of: subject, in: db)
        if case .resource(let id) = target {
            guard id != subject else { throw RelationError.itself(subject) }
            guard resolved != nil else { throw RelationError.unknownResource(id.rawValue) }
        }
        if let resolved, let circle = try RelationGraph(kind: kind).circle(from: subject, to: resolved, in: db) {
            throw RelationError.circle(kind, circle)
        }
        let count = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM resourceRelation WHERE subject = ? AND origin = 'hand'",
            arguments: [subject.rawValue])
        guard count ?? 0 < mostByHand else { throw RelationError.tooMany(subject, limit: mostByHand) }
        let relation = ResourceRelation(
            subject: subject, kind: kind, target: target, resolved: resolved, origin: .hand, setAt: instant,
            setBy: actor, note: note, circle: nil)
        try write(relation, in: db)
        try AuditLog.append(
            AuditChange(
                actor: actor, action: "relation.add", subject: "resource:\(subject)", after: relation.auditText),
            at: instant, in: db)
        return relation
    }

    /// Takes a relation set by hand back.
    ///
    /// - Throws: `RelationError.notThere` where there is none; one that a record states is the record's to take back.
    package static func remove(
        _ subject: ResourceID, _ kind: RelationKind, _ target: RelationTarget, by actor: String, at instant: Date,
        in db: Database
    ) throws {
        let key = RelationEnds.key(of: target)
        let standing = try fetch(
            "subject = ? AND kind = ? AND (target = ? OR resolved = ?)",
            [subject.rawValue, kind.rawValue, key, target.description], in: db)
        guard let relation = standing.first(where: { $0.origin == .hand }) else {
            throw RelationError.notThere(subject, kind, target, isStated: !standing.isEmpty)
        }
        try db.execute(
            sql: "DELETE FROM resourceRelation WHERE subject = ? AND kind = ? AND target = ? AND origin = 'hand'",
            arguments: [subject.rawValue, kind.rawValue, RelationEnds.key(of: relation.target)])
        try AuditLog.append(
            AuditChange(
                actor: actor, action: "relation.remove", subject: "resource:\(subject)", before: relation.auditText),
            at: instant, in: db)
        try reconsider([kind], in: db)
    }

    static func write(_ relation: ResourceRelation, in db: Database) throws {
        let address: String? = if case .address(let address) = relation.target { address } else { nil }
        let circle = try relation.circle.map { try JSONText.of($0.map(\.rawValue)) }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO resourceRelation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .execute(arguments: [
                relation.subject.rawValue, relation.kind.rawValue, RelationEnds.key(of: relation.target), address,
                relation.resolved?.rawValue, relation.origin.rawValue, Int64(relation.setAt.timeIntervalSince1970),
                relation.setBy, relation.note, circle,
            ])
    }

    /// Looks again at relations that closed a circle: what was in their way may be gone.
    static func reconsider(_ kinds: Set<RelationKind>, in db: Database) throws {
        for kind in kinds {
            for relation in try fetch("kind = ? AND circle IS NOT NULL", [kind.rawValue], limit: 1_000, in: db) {
                guard let resolved = relation.resolved,
                    try RelationGraph(kind: kind).circle(from: relation.subject, to: resolved, in: db) == nil
                else { continue }
                try set(circle: nil, of: relation, in: db)
            }
        }
    }

    static func set(circle: [ResourceID]?, of relation: ResourceRelation, in db: Database) throws {
        try db.cachedStatement(
            sql: "UPDATE resourceRelation SET circle = ? WHERE subject = ? AND kind = ? AND target = ? AND origin = ?"
        ).execute(arguments: [
            try circle.map { try JSONText.of($0.map(\.rawValue)) }, relation.subject.rawValue, relation.kind.rawValue,
            RelationEnds.key(of: relation.target), relation.origin.rawValue,
        ])
    }

    /// Relations that meet `condition`, by subject, kind and target.
    ///
    /// - Parameter limit: how many at most; negative for all.
    static func fetch(
        _ condition: String, _ arguments: StatementArguments, limit: Int = -1, in db: Database
    ) throws -> [ResourceRelation] {
        let find = try db.cachedStatement(
            sql: "SELECT * FROM resourceRelation WHERE \(condition) ORDER BY subject, kind, target, origin LIMIT ?")
        return try Row.fetchAll(find, arguments: arguments + [limit]).compactMap { try ResourceRelation($0) }
    }

    private static func requireOffered(_ id: ResourceID, in db: Database) throws {
        let find = try db.cachedStatement(sql: "SELECT withdrawnAt FROM learningResource WHERE id = ?")
        guard let row = try Row.fetchOne(find, arguments: [id.rawValue]) else {
            throw RelationError.unknownResource(id.rawValue)
        }
        guard row[0] as Int64? == nil else { throw RelationError.withdrawn(id) }
    }
}

extension ResourceRelation {
    fileprivate init?(_ row: Row) throws {
        let (address, resolved, circle): (String?, String?, String?) = (row["address"], row["resolved"], row["circle"])
        guard let subject = ResourceID(row["subject"]), let kind = RelationKind(rawValue: row["kind"]),
            let origin = Origin(rawValue: row["origin"]),
            let target = address.map({ .address($0) }) ?? ResourceID(row["target"]).map({ RelationTarget.resource($0) })
        else { return nil }
        self.init(
            subject: subject, kind: kind, target: target, resolved: resolved.flatMap { ResourceID($0) },
            origin: origin, setAt: Date(timeIntervalSince1970: row["setAt"]), setBy: row["setBy"], note: row["note"],
            circle: try circle.map { try JSONText.value([String].self, of: $0).compactMap { ResourceID($0) } })
    }

    /// As the audit log keeps it.
    fileprivate var auditText: String? {
        var values = ["kind": kind.rawValue, "target": target.description]
        values["note"] = note
        return try? JSONText.of(values)
    }
}
