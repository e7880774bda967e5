package import CatalogueModel
package import Foundation
import GRDB
import TextAnalysis

/// How resources stand to each other.
extension CatalogueStore {
    /// Sets a relation by hand.
    ///
    /// - Throws: `RelationError` where an end is not in the catalogue, or the relation would close a circle.
    @discardableResult
    package func relate(
        _ subject: ResourceID, _ kind: RelationKind, to target: RelationTarget, note: String? = nil, by actor: String,
        at instant: Date
    ) throws -> ResourceRelation {
        try write { db in
            try RelationTables.add(subject, kind, target, note: note, by: actor, at: instant, in: db)
        }
    }

    /// Takes a relation set by hand back.
    ///
    /// - Throws: `RelationError.notThere`.
    package func unrelate(
        _ subject: ResourceID, _ kind: RelationKind, to target: RelationTarget, by actor: String, at instant: Date
    ) throws {
        try write { db in
            try RelationTables.remove(subject, kind, target, by: actor, at: instant, in: db)
        }
    }

    /// The relations stated of one resource, or of all.
    ///
    /// - Parameters:
    ///   - subject: nil for all resources.
    ///   - onlyCircular: those left out because they would close a circle.
    package func relations(
        of subject: ResourceID? = nil, onlyCircular: Bool = false, limit: Int = 1_000
    ) throws -> [ResourceRelation] {
        try read { db in
            try RelationTables.fetch(
                "(?1 IS NULL OR subject = ?1) AND (NOT ?2 OR circle IS NOT NULL)", [subject?.rawValue, onlyCircular],
                limit: limit, in: db)
        }
    }

    /// What a resource is related to, in both directions: what it states first, each kind by title.
    ///
    /// - Parameter ids: the resource, and other records of it, whose relations are its own, too.
    package func related(to ids: [ResourceID], limit: Int = 500) throws -> [RelatedResource] {
        guard !ids.isEmpty else { return [] }
        return try read { db in try RelatedReading(db).related(to: ids, limit: limit) }
    }
}

/// Gathers what resources are related to, within one read.
private struct RelatedReading {
    private let db: Database
    private let coding = RecordCoding()

    init(_ db: Database) {
        self.db = db
    }

    private struct Key: Hashable {
        let kind: RelationKind
        let isInverse: Bool
        let target: RelationTarget
    }

    func related(to ids: [ResourceID], limit: Int) throws -> [RelatedResource] {
        var seen: Set<Key> = []
        var found: [(sortKey: [UInt8], related: RelatedResource)] = []
        for id in ids {
            let stated = try RelationTables.fetch(
                "subject = ? AND circle IS NULL", [id.rawValue], limit: limit, in: db)
            let inverse = try RelationTables.fetch(
                "resolved = ? AND circle IS NULL", [id.rawValue], limit: limit, in: db)
            for (relation, isInverse) in stated.map({ ($0, false) }) + inverse.map({ ($0, true) }) {
                let other: RelationTarget =
                    isInverse ? .resource(relation.subject) : relation.resolved.map { .resource($0) } ?? relation.target
                let key = Key(kind: relation.kind, isInverse: isInverse, target: other)
                guard !ids.contains(where: { .resource($0) == other }), seen.insert(key).inserted else { continue }
                let related = try related(relation, other, isInverse: isInverse)
                found.append((sortKey(of: related.title ?? other.description), related))
            }
        }
        let order = Dictionary(uniqueKeysWithValues: RelationKind.allCases.enumerated().map { ($1, $0) })
        func rank(_ related: RelatedResource) -> Int { (order[related.kind] ?? 0) + (related.isInverse ? 10 : 0) }
        return found.sorted { a, b in
            let (left, right) = (rank(a.related), rank(b.related))
            return left == right ? a.sortKey.lexicographicallyPrecedes(b.sortKey) : left < right
        }.prefix(limit).map(\.related)
    }

    private func related(
        _ relation: ResourceRelation, _ other: RelationTarget, isInverse: Bool
    ) throws -> RelatedResource {
        var (state, title, languages): (RelatedResource.State, String?, [LanguageTag]) = (.outside, nil, [])
        if case .resource(let id) = other {
            let find = try db.cachedStatement(sql: "SELECT record, withdrawnAt FROM learningResource WHERE id = ?")
            if let row = try Row.fetchOne(find, arguments: [id.rawValue]) {
                let resource = try coding.decode(row[0])
                (title, languages) = (resource.title, resource.languages)
                state = row[1] as Int64? == nil ? .offered : .withdrawn
            } else {
                state = .missing
            }
        }
        return RelatedResource(
            kind: relation.kind, isInverse: isInverse, target: other, state: state, title: title,
            languages: languages, origin: relation.origin, note: relation.note)
    }
}
