package import CatalogueModel
import CatalogueStore
import Crypto
package import Foundation
import GRDB
import Vocabularies

/// Tagging by query: what it would change is shown first, and it can be undone.
extension Tags {
    /// Resources in one bulk tagging.
    package static let mostHits = 5_000

    /// What a bulk tagging would do, and the token that lets exactly this be done.
    package struct Preview: Sendable {
        package let hits: Int
        /// Of the resources found, those of others than the institution, which are left alone.
        package let leftOut: Int
        /// Of the resources found, those it would change, in the order found.
        package let changed: [ResourceID]
        package let token: String
    }

    /// - Parameters:
    ///   - ids: what the query finds, in its order.
    ///   - institution: only its resources are tagged; nil for those of all.
    /// - Throws: `TagError.tooManyHits`, `noHits`, `noOwnHits`.
    package func preview(
        _ verb: TagBatch.Verb, _ target: TagTarget, on ids: [ResourceID], query: String, institution: String? = nil
    ) throws -> Preview {
        guard !ids.isEmpty else { throw TagError.noHits }
        return try store.read { db in
            let own = try ids.filter { id in
                try institution == nil || Self.publisher(of: id, in: db) == institution
            }
            guard !own.isEmpty else { throw TagError.noOwnHits(ids.count) }
            guard own.count <= Self.mostHits else { throw TagError.tooManyHits(own.count, limit: Self.mostHits) }
            let changed = try own.filter { id in try Self.holds(target, id, in: db) == (verb == .remove) }
            return Preview(
                hits: ids.count, leftOut: ids.count - own.count, changed: changed,
                token: Self.token(verb, target, changed, query: query))
        }
    }

    /// Does what was previewed, in one transaction.
    ///
    /// - Parameters:
    ///   - token: of the preview; nil where whoever asks sees to it themselves.
    ///   - institution: only its resources are tagged, and it may undo that; nil for those of all.
    /// - Returns: number of the batch, for `undo`, and how many resources were changed.
    /// - Throws: `TagError.changedSincePreview` where it would change others than in the preview; what `preview` throws.
    package func apply(
        _ verb: TagBatch.Verb, _ target: TagTarget, on ids: [ResourceID], query: String, token: String?,
        institution: String? = nil, by actor: String, at instant: Date
    ) throws -> (batch: Int64, changed: Int) {
        let preview = try preview(verb, target, on: ids, query: query, institution: institution)
        guard token == nil || token == preview.token else { throw TagError.changedSincePreview }
        return try store.edit("tag bulk (\(actor))", at: instant) { edit, db in
            let code =
                verb == .add ? try Self.code(of: target, by: actor, at: instant, in: db) : Self.text(of: target)
            try db.execute(
                sql: """
                    INSERT INTO tagBatch (query, verb, scheme, code, name, doneAt, doneBy, changed)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 0)
                    """,
                arguments: [
                    query, verb.rawValue, target.scheme, code, Self.text(of: target), instant.seconds, actor,
                ])
            let batch = db.lastInsertedRowID
            var changed = 0
            for id in preview.changed {
                let isChanged =
                    switch verb {
                    case .add:
                        try !Self.assign(
                            [target], to: id, origin: .bulk, confidence: nil, batch: batch, by: actor, at: instant,
                            in: db
                        ).isEmpty
                    case .remove: try Self.remove(target, from: id, batch: batch, with: &edit, in: db)
                    }
                guard isChanged else { continue }
                if verb == .add { try edit.saveAgain(id, in: db) }
                changed += 1
            }
            try db.execute(sql: "UPDATE tagBatch SET changed = ? WHERE batch = ?", arguments: [changed, batch])
            try Self.log(
                "bulk.\(verb.rawValue)", "batch:\(batch)",
                after: [
                    "query": query, "scheme": target.scheme, "name": Self.text(of: target), "resources": "\(changed)",
                    "institution": institution,
                ], by: actor, at: instant, in: db)
            return (batch, changed)
        }
    }

    /// Takes a bulk tagging back: what it added and nobody changed since goes, what it took away comes back.
    ///
    /// - Parameter institution: only its own batches, and only its resources; nil for all.
    /// - Returns: how many resources were changed.
    /// - Throws: `TagError.noSuchBatch`, `undone`.
    @discardableResult
    package func undo(
        batch number: Int64, institution: String? = nil, by actor: String, at instant: Date
    ) throws -> Int {
        try store.edit("tag undo \(number) (\(actor))", at: instant) { edit, db in
            guard let batch = try Self.batches(number, of: institution, limit: 1, in: db).first else {
                throw TagError.noSuchBatch(number)
            }
            func mayUndo(_ assignment: TagAssignment) throws -> Bool {
                try institution == nil || Self.publisher(of: assignment.resource, in: db) == institution
            }
            guard batch.undoneAt == nil else { throw TagError.undone(number) }
            let table = TagTable(db)
            let added = try Row.fetchAll(db, sql: "SELECT * FROM tagAssignment WHERE batch = ?", arguments: [number])
                .compactMap { TagAssignment($0) }.filter(mayUndo)
            for assignment in added {
                try table.remove(assignment)
                try edit.saveAgain(assignment.resource, in: db) { Self.withdraw([assignment], from: &$0) }
            }
            let removed = try String.fetchAll(
                db, sql: "SELECT assignment FROM tagBatchRemoval WHERE batch = ? ORDER BY resource", arguments: [number]
            ).map { try JSONText.value(TagAssignment.self, of: $0) }.filter(mayUndo)
            let back = try removed.filter { gone in
                try !table.assignments(of: gone.resource).contains { ($0.scheme, $0.code) == (gone.scheme, gone.code) }
            }
            for assignment in back {
                try table.insert(assignment)
                try edit.saveAgain(assignment.resource, in: db)
            }
            try db.execute(
                sql: "UPDATE tagBatch SET undoneAt = ?, undoneBy = ? WHERE batch = ?",
                arguments: [instant.seconds, actor, number])
            let changed = Set((added + back).map(\.resource)).count
            try Self.log(
                "bulk.undo", "batch:\(number)", after: ["resources": "\(changed)"], by: actor, at: instant, in: db)
            return changed
        }
    }

    /// The latest bulk taggings first.
    ///
    /// - Parameter institution: only those that were bound to its resources; nil for all.
    package func batches(of institution: String? = nil, limit: Int = 20) throws -> [TagBatch] {
        try store.read { db in try Self.batches(of: institution, limit: limit, in: db) }
    }

    /// The log says whose resources a batch was bound to.
    private static func batches(
        _ number: Int64? = nil, of institution: String?, limit: Int, in db: Database
    ) throws -> [TagBatch] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM tagBatch b WHERE (?1 IS NULL OR batch = ?1) AND (?2 IS NULL OR EXISTS (
                    SELECT 1 FROM auditEntry a WHERE a.subject = 'batch:' || b.batch
                    AND a.action IN ('tag.bulk.add', 'tag.bulk.remove') AND a.after ->> 'institution' = ?2))
                ORDER BY batch DESC LIMIT ?3
                """, arguments: [number, institution, limit]
        ).compactMap(TagBatch.init)
    }

    private static func publisher(of id: ResourceID, in db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT publisher FROM learningResource WHERE id = ?"), arguments: [id.rawValue])
    }

    private static func remove(
        _ target: TagTarget, from id: ResourceID, batch: Int64, with edit: inout CatalogueEdit, in db: Database
    ) throws -> Bool {
        let table = TagTable(db)
        let standing = try assignments(target.scheme, text(of: target), of: id, in: db)
        for assignment in standing {
            try table.remove(assignment)
            try db.execute(
                sql: "INSERT INTO tagBatchRemoval VALUES (?, ?, ?, ?, ?)",
                arguments: [batch, id.rawValue, assignment.scheme, assignment.code, try JSONText.of(assignment)])
        }
        guard !standing.isEmpty else { return false }
        try edit.saveAgain(id, in: db) { withdraw(standing, from: &$0) }
        return true
    }

    private static func holds(_ target: TagTarget, _ id: ResourceID, in db: Database) throws -> Bool {
        if case .free(let name) = target, try TagTable(db).named(name.normal) == nil { return false }
        return try !assignments(target.scheme, text(of: target), of: id, in: db).isEmpty
    }

    private static func text(of target: TagTarget) -> String {
        switch target {
        case .free(let name): name.text
        case .concept(_, let code): code
        }
    }

    private static func token(
        _ verb: TagBatch.Verb, _ target: TagTarget, _ ids: [ResourceID], query: String
    ) -> String {
        let key: String =
            switch target {
            case .free(let name): name.normal
            case .concept(_, let code): code
            }
        let lines = [verb.rawValue, target.scheme, key, query] + ids.map(\.rawValue).sorted()
        let hash = SHA256.hash(data: Data(lines.joined(separator: "\n").utf8))
        return hash.prefix(16).map { String(format: "%02x", $0) }.joined()
    }
}

extension TagBatch {
    /// Nil where the row is a newer program's.
    fileprivate init?(_ row: Row) {
        guard let verb = Verb(rawValue: row["verb"]) else { return nil }
        self.init(
            number: row["batch"], query: row["query"], verb: verb, scheme: row["scheme"], name: row["name"],
            doneAt: Date(timeIntervalSince1970: row["doneAt"]), doneBy: row["doneBy"], changed: row["changed"],
            undoneAt: (row["undoneAt"] as TimeInterval?).map { Date(timeIntervalSince1970: $0) },
            undoneBy: row["undoneBy"])
    }
}
