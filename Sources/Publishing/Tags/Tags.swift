package import CatalogueModel
package import CatalogueStore
package import Foundation
import GRDB
import TextAnalysis

/// The free tags of a catalogue and what is assigned to its resources. Every change goes into the audit log; whoever calls
/// has seen to it that the person may.
package struct Tags: Sendable {
    /// Tags and concepts assigned to one resource.
    package static let mostOnResource = 50
    /// Tags in one request: more are refused whole.
    package static let mostAtOnce = 50
    /// Characters of the note of a tag.
    package static let longestNote = 500

    let store: CatalogueStore

    package init(_ store: CatalogueStore) {
        self.store = store
    }

    /// What stands at an address.
    ///
    /// - Throws: `TagError.unknown`.
    package func lookUp(_ slug: String) throws -> TagLookup {
        try store.read { db in
            let tag = try TagTable(db).tag(at: slug)
            if tag.deletedAt != nil { return .deleted(tag) }
            return tag.slug == slug ? .tag(tag) : .moved(to: tag.slug)
        }
    }

    /// The tags that stand, each with the number of offered resources it is on, most used first, then by name.
    ///
    /// - Parameters:
    ///   - text: only those with a word that begins so, marked or not; nil for all.
    ///   - includesUnused: also those on no offered resource, which readers have nothing of.
    ///   - limit: how many at most.
    /// - Complexity: O(*n*) in the assignments of free tags.
    package func all(
        matching text: String? = nil, includesUnused: Bool = false, limit: Int = .max
    ) throws -> [(tag: Tag, resources: Int)] {
        try store.read { db in
            let counts = try Self.counts(in: db)
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM tag WHERE root = tag AND deletedAt IS NULL ORDER BY sortKey, slug")
            let analyser = TextAnalyser()
            let wanted = text.map { analyser.folded($0) } ?? ""
            let found = try rows.map(TagTable(db).tag).filter { tag in
                (includesUnused || counts[tag.id] != nil)
                    && (wanted.isEmpty
                        || ([tag.name] + tag.synonyms).contains { (" " + analyser.folded($0)).contains(" " + wanted) })
            }
            let ordered = found.enumerated().sorted { left, right in
                let (more, less) = (counts[left.element.id] ?? 0, counts[right.element.id] ?? 0)
                return more == less ? left.offset < right.offset : more > less
            }
            return ordered.prefix(limit).map { ($0.element, counts[$0.element.id] ?? 0) }
        }
    }

    /// Merged and deleted tags, the latest changed first: what can be taken back.
    package func takenAway(limit: Int = 50) throws -> [(tag: Tag, into: Tag?)] {
        try store.read { db in
            let table = TagTable(db)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM tag WHERE mergedInto IS NOT NULL OR deletedAt IS NOT NULL
                    ORDER BY changedAt DESC, tag LIMIT ?
                    """, arguments: [limit]
            ).map { row in
                (try table.tag(row), try (row["mergedInto"] as Int64?).flatMap(table.tag))
            }
        }
    }

    /// Tags that stand on the same resources, the most shared first.
    package func related(to tag: Tag, limit: Int = 12) throws -> [(tag: Tag, resources: Int)] {
        try store.read { db in
            let table = TagTable(db)
            return try Row.fetchAll(
                db,
                sql: """
                    WITH own AS (
                        SELECT DISTINCT a.resource FROM tag m
                        JOIN tagAssignment a ON a.scheme = 'tags' AND a.code = CAST(m.tag AS TEXT)
                        JOIN learningResource r ON r.id = a.resource
                        WHERE m.root = ?1 AND r.withdrawnAt IS NULL)
                    SELECT m.root, count(DISTINCT a.resource) AS n FROM own
                    JOIN tagAssignment a ON a.resource = own.resource AND a.scheme = 'tags'
                    JOIN tag m ON m.tag = CAST(a.code AS INTEGER) JOIN tag t ON t.tag = m.root
                    WHERE m.root <> ?1 AND t.deletedAt IS NULL GROUP BY m.root ORDER BY n DESC, t.sortKey LIMIT ?2
                    """, arguments: [tag.id, limit]
            ).compactMap { row in try table.tag(row[0]).map { ($0, row[1]) } }
        }
    }

    /// What is assigned to a resource, with the tag a free tag counts as; deleted tags are left out.
    package func assigned(to id: ResourceID) throws -> [(assignment: TagAssignment, tag: Tag?)] {
        try store.read { db in
            let table = TagTable(db)
            var seen: Set<Int64> = []
            return try table.assignments(of: id).compactMap { assignment in
                guard assignment.scheme == AssignedTags.freeTags else { return (assignment, nil) }
                let root = try Int64.fetchOne(
                    db, sql: "SELECT root FROM tag WHERE tag = CAST(? AS INTEGER)", arguments: [assignment.code])
                guard let root, let tag = try table.tag(root), tag.deletedAt == nil, seen.insert(root).inserted else {
                    return nil
                }
                return (assignment, tag)
            }
        }
    }

    /// Offered resources with the tag, newest assignment first: for feeds.
    package func latest(with tag: Tag, limit: Int) throws -> [(resource: LearningResource, assignedAt: Date)] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT r.record, max(a.assignedAt) AS at FROM tag m
                    JOIN tagAssignment a ON a.scheme = 'tags' AND a.code = CAST(m.tag AS TEXT)
                    JOIN learningResource r ON r.id = a.resource
                    WHERE m.root = ? AND r.withdrawnAt IS NULL GROUP BY r.rowID ORDER BY at DESC, r.rowID LIMIT ?
                    """, arguments: [tag.id, limit]
            ).map { row in
                (
                    try JSONText.value(LearningResource.self, of: row[0]),
                    Date(timeIntervalSince1970: row[1] as TimeInterval)
                )
            }
        }
    }

    /// Offered resources by the tag they count under.
    static func counts(in db: Database) throws -> [Int64: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT m.root, count(DISTINCT a.resource) FROM tagAssignment a
                JOIN tag m ON m.tag = CAST(a.code AS INTEGER)
                JOIN learningResource r ON r.id = a.resource
                WHERE a.scheme = 'tags' AND r.withdrawnAt IS NULL GROUP BY m.root
                """)
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    static func log(
        _ verb: String, _ subject: String, before: [String: String?]? = nil, after: [String: String?]? = nil,
        by actor: String, at instant: Date, in db: Database
    ) throws {
        try AuditLog.append(
            AuditChange(
                actor: actor, action: "tag.\(verb)", subject: subject,
                before: try before.map { try JSONText.of($0.compactMapValues(\.self)) },
                after: try after.map { try JSONText.of($0.compactMapValues(\.self)) }), at: instant, in: db)
    }
}
