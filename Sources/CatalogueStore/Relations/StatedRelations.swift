import CatalogueModel
import Foundation
import GRDB
import Vocabularies

/// Brings the table of relations in line with a record that was saved: what it states, and what leads to it.
struct StatedRelations {
    let resource: LearningResource
    /// Where the record stands, for problems.
    let location: SourceLocation
    /// Seconds since 1970.
    let instant: Int64

    /// - Parameter isNew: whether the catalogue did not have the resource before.
    /// - Returns: relations that were left out because they would close a circle.
    /// - Complexity: one look-up where the record states nothing and the catalogue has no relations.
    func update(isNew: Bool, in db: Database) throws -> [RecordProblem] {
        let statedNow = stated
        let any = try db.cachedStatement(sql: "SELECT 1 FROM resourceRelation LIMIT 1")
        guard try !statedNow.isEmpty || Int.fetchOne(any) != nil else { return [] }
        let keys = RelationEnds.keys(of: resource)
        var freed: Set<RelationKind> = []
        if !isNew {
            freed = try takeBack(except: statedNow, in: db)
            freed.formUnion(try releaseThoseThatLedHere(keys, in: db))
        }
        let arrived = try resolveThoseThatLeadHere(keys, in: db)
        var problems: [RecordProblem] = []
        for (kind, target) in statedNow {
            if let problem = try write(kind, target, in: db) { problems.append(problem) }
        }
        try check(arrived, in: db)
        if !isNew { try checkOwnByHand(in: db) }
        try RelationTables.reconsider(freed, in: db)
        return problems
    }

    /// Takes back what the record stated before and states no more.
    ///
    /// - Returns: the kinds of which there are fewer now.
    private func takeBack(
        except stated: [(kind: RelationKind, target: RelationTarget)], in db: Database
    ) throws -> Set<RelationKind> {
        let kept = Set(stated.map { Key(kind: $0.kind, target: RelationEnds.key(of: $0.target)) })
        var freed: Set<RelationKind> = []
        for relation in try RelationTables.fetch(
            "subject = ? AND origin = 'record'", [resource.id.rawValue], in: db)
        where !kept.contains(Key(kind: relation.kind, target: RelationEnds.key(of: relation.target))) {
            try delete(relation, in: db)
            freed.insert(relation.kind)
        }
        return freed
    }

    private struct Key: Hashable {
        let kind: RelationKind
        let target: String
    }

    private var stated: [(kind: RelationKind, target: RelationTarget)] {
        let lists: [(RelationKind, [String])] = [
            (.partOf, resource.partOf), (.versionOf, resource.versionOf),
            (.translationOf, resource.translationOfWork), (.basedOn, resource.isBasedOn),
            (.prerequisite, resource.prerequisites),
        ]
        return lists.flatMap { kind, texts in texts.compactMap { text in RelationTarget(text).map { (kind, $0) } } }
            .filter { $0.target != .resource(resource.id) }
    }

    private func delete(_ relation: ResourceRelation, in db: Database) throws {
        try db.cachedStatement(
            sql: "DELETE FROM resourceRelation WHERE subject = ? AND kind = ? AND target = ? AND origin = 'record'"
        ).execute(arguments: [
            relation.subject.rawValue, relation.kind.rawValue, RelationEnds.key(of: relation.target),
        ])
    }

    private func write(_ kind: RelationKind, _ target: RelationTarget, in db: Database) throws -> RecordProblem? {
        let resolved = try RelationEnds.resource(for: target, of: resource.id, in: db)
        let circle = try resolved.flatMap {
            try RelationGraph(kind: kind).circle(from: resource.id, to: $0, in: db)
        }
        try RelationTables.write(
            ResourceRelation(
                subject: resource.id, kind: kind, target: target, resolved: resolved, origin: .record,
                setAt: Date(timeIntervalSince1970: Double(instant)), setBy: resource.publisher.id, note: nil,
                circle: circle), in: db)
        return circle.map { .circularRelation(kind, $0, location) }
    }

    /// Relations of others whose address this resource no longer has lead elsewhere, or out of the catalogue.
    ///
    /// - Returns: their kinds.
    private func releaseThoseThatLedHere(_ keys: [String], in db: Database) throws -> Set<RelationKind> {
        var freed: Set<RelationKind> = []
        for relation in try RelationTables.fetch(
            "resolved = ? AND address IS NOT NULL", [resource.id.rawValue], in: db)
        where !keys.contains(RelationEnds.key(of: relation.target)) {
            try set(try RelationEnds.resource(for: relation.target, of: relation.subject, in: db), of: relation, in: db)
            freed.insert(relation.kind)
        }
        return freed
    }

    /// Relations of others whose address is this resource's now.
    private func resolveThoseThatLeadHere(_ keys: [String], in db: Database) throws -> [ResourceRelation] {
        let id = resource.id.rawValue
        var arrived: [ResourceRelation] = []
        for key in keys {
            for relation in try RelationTables.fetch(
                "target = ? AND resolved IS NULL AND subject <> ?", [key, id], in: db)
            {
                try set(resource.id, of: relation, in: db)
                arrived.append(relation)
            }
        }
        return arrived
    }

    private func set(_ resolved: ResourceID?, of relation: ResourceRelation, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                UPDATE resourceRelation SET resolved = ?, circle = NULL
                WHERE subject = ? AND kind = ? AND target = ? AND origin = ?
                """
        ).execute(arguments: [
            resolved?.rawValue, relation.subject.rawValue, relation.kind.rawValue,
            RelationEnds.key(of: relation.target), relation.origin.rawValue,
        ])
    }

    /// A relation that now leads here may close a circle with what stands; it then counts for nothing.
    private func check(_ arrived: [ResourceRelation], in db: Database) throws {
        for relation in arrived {
            let circle = try RelationGraph(kind: relation.kind).circle(
                from: relation.subject, to: resource.id, in: db)
            if let circle { try RelationTables.set(circle: circle, of: relation, in: db) }
        }
    }

    /// A new address of this resource may close a circle by a relation that was set by hand.
    private func checkOwnByHand(in db: Database) throws {
        for relation in try RelationTables.fetch(
            "subject = ? AND origin = 'hand' AND circle IS NULL AND resolved IS NOT NULL", [resource.id.rawValue],
            in: db)
        {
            guard let resolved = relation.resolved else { continue }
            let circle = try RelationGraph(kind: relation.kind).circle(from: resource.id, to: resolved, in: db)
            if let circle { try RelationTables.set(circle: circle, of: relation, in: db) }
        }
    }
}

extension RecordProblem {
    fileprivate static func circularRelation(
        _ kind: RelationKind, _ circle: [ResourceID], _ location: SourceLocation
    ) -> Self {
        Self(
            location: location, severity: .warning, field: kind.rawValue, reason: .circularRelation,
            message: RelationError.circle(kind, circle).message,
            remedy: LocalisedText(
                vietnamese: "Bản ghi vẫn được nhận; quan hệ này chưa được tính cho đến khi hết vòng",
                english: "The record was taken in; this relation does not count until the circle is opened"))
    }
}
