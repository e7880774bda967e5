package import CatalogueModel
import CatalogueStore
package import Foundation
import GRDB
import Vocabularies

extension Tags {
    /// Assigns tags and concepts to a resource, in one transaction: all of them or none. What a deposit is given while it
    /// waits shows when it is published.
    ///
    /// What it carries already, by that name or another of the same tag, stays as it was assigned first.
    ///
    /// - Parameter confidence: from 0 to 1; nil where a person is sure.
    /// - Returns: how many are new.
    /// - Throws: `TagError`.
    @discardableResult
    package func assign(
        _ targets: [TagTarget], to id: ResourceID, origin: TagAssignment.Origin = .hand, confidence: Double? = nil,
        by actor: String, at instant: Date
    ) throws -> Int {
        guard targets.count <= Self.mostAtOnce else {
            throw TagError.tooMany(given: targets.count, limit: Self.mostAtOnce)
        }
        return try store.edit("tag \(id) (\(actor))", at: instant) { edit, db in
            let added = try Self.assign(
                targets, to: id, origin: origin, confidence: confidence, batch: nil, by: actor, at: instant, in: db)
            if !added.isEmpty { try edit.saveAgain(id, in: db) }
            return added.count
        }
    }

    /// Takes what is assigned away.
    ///
    /// - Parameter code: slug or name of a free tag, or code of a concept.
    /// - Throws: `TagError.notAssigned` and others.
    package func unassign(
        _ scheme: String, _ code: String, from id: ResourceID, by actor: String, at instant: Date
    ) throws {
        try store.edit("tag \(id) (\(actor))", at: instant) { edit, db in
            let table = TagTable(db)
            _ = try table.taggable(id)
            let removed = try Self.assignments(scheme, code, of: id, in: db)
            guard !removed.isEmpty else { throw TagError.notAssigned(id, code) }
            for assignment in removed {
                try table.remove(assignment)
                try Self.log(
                    "unassign", "resource:\(id)", before: try Self.auditValues(assignment, in: db), by: actor,
                    at: instant, in: db)
            }
            try edit.saveAgain(id, in: db) { Self.withdraw(removed, from: &$0) }
        }
    }

    /// - Returns: what was assigned, in order.
    static func assign(
        _ targets: [TagTarget], to id: ResourceID, origin: TagAssignment.Origin, confidence: Double?, batch: Int64?,
        by actor: String, at instant: Date, in db: Database
    ) throws -> [TagAssignment] {
        let table = TagTable(db)
        let resource = try table.taggable(id)
        let standing = try table.assignments(of: id)
        var held = Set(try standing.map { try heldKey($0, in: db) })
        var added: [TagAssignment] = []
        for target in targets {
            let code = try code(of: target, by: actor, at: instant, in: db)
            let assignment = TagAssignment(
                resource: id, scheme: target.scheme, code: code, assignedAt: instant, assignedBy: actor,
                origin: origin, confidence: confidence.map { min(max($0, 0), 1) },
                isStated: isStated(target, in: resource), batch: batch)
            guard held.insert(try heldKey(assignment, in: db)).inserted else { continue }
            guard held.count <= mostOnResource else { throw TagError.full(id, limit: mostOnResource) }
            try table.insert(assignment)
            if batch == nil {
                try log(
                    "assign", "resource:\(id)", after: try auditValues(assignment, in: db), by: actor, at: instant,
                    in: db)
            }
            added.append(assignment)
        }
        return added
    }

    /// Assignments of a resource that count as a tag or concept.
    ///
    /// - Throws: `TagError.unknown` for a tag nobody made.
    static func assignments(
        _ scheme: String, _ code: String, of id: ResourceID, in db: Database
    ) throws -> [TagAssignment] {
        let table = TagTable(db)
        let standing = try table.assignments(of: id).filter { $0.scheme == scheme }
        guard scheme == AssignedTags.freeTags else { return standing.filter { $0.code == code } }
        let named = try (try? TagName(code)).flatMap { try table.named($0.normal)?.root }
        guard let root = try table.root(at: code) ?? named else { throw TagError.unknown(code) }
        return try standing.filter { assignment in
            try Int64.fetchOne(
                db, sql: "SELECT root FROM tag WHERE tag = CAST(? AS INTEGER)", arguments: [assignment.code]) == root
        }
    }

    /// Takes concepts out of a record that stood in it only because they were assigned.
    static func withdraw(_ assignments: [TagAssignment], from resource: inout LearningResource) {
        for assignment in assignments where !assignment.isStated {
            guard let path = SchemeID(rawValue: assignment.scheme).flatMap(AssignedTags.field) else { continue }
            resource[keyPath: path].removeAll { $0 == assignment.code }
        }
    }

    /// Number of the tag a name stands for, made where there is none, or the code of a concept.
    static func code(of target: TagTarget, by actor: String, at instant: Date, in db: Database) throws -> String {
        switch target {
        case .concept(_, let code): return code
        case .free(let name):
            let table = TagTable(db)
            if let (tag, root) = try table.named(name.normal) {
                guard try table.tag(root)?.deletedAt == nil else { throw TagError.deleted(name.text) }
                return String(tag)
            }
            let tag = try table.insert(name, by: actor, at: instant)
            try log("create", "tag:\(tag)", after: ["name": name.text], by: actor, at: instant, in: db)
            return String(tag)
        }
    }

    /// What two assignments share that say the same.
    private static func heldKey(_ assignment: TagAssignment, in db: Database) throws -> [String] {
        guard assignment.scheme == AssignedTags.freeTags else { return [assignment.scheme, assignment.code] }
        let root = try Int64.fetchOne(
            db, sql: "SELECT root FROM tag WHERE tag = CAST(? AS INTEGER)", arguments: [assignment.code])
        return [assignment.scheme, root.map(String.init) ?? assignment.code]
    }

    private static func isStated(_ target: TagTarget, in resource: LearningResource) -> Bool {
        guard case .concept(let scheme, let code) = target, let path = AssignedTags.field(of: scheme) else {
            return false
        }
        return resource[keyPath: path].contains(code)
    }

    static func auditValues(_ assignment: TagAssignment, in db: Database) throws -> [String: String?] {
        let name =
            assignment.scheme == AssignedTags.freeTags
            ? try String.fetchOne(
                db, sql: "SELECT name FROM tag WHERE tag = CAST(? AS INTEGER)", arguments: [assignment.code]) : nil
        return [
            "scheme": assignment.scheme, "code": assignment.code, "name": name, "origin": assignment.origin.rawValue,
            "confidence": assignment.confidence.map { String($0) },
        ]
    }
}
