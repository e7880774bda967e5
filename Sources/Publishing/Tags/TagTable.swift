import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import TextAnalysis

/// Rows of tags and assignments, within a transaction of the caller's.
struct TagTable {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    // MARK: Tags

    /// The tag with that number, as it stands.
    func tag(_ id: Int64) throws -> Tag? {
        try Row.fetchOne(db, sql: "SELECT * FROM tag WHERE tag = ?", arguments: [id]).map(tag)
    }

    /// Number of the tag that has, or had, the address; merged ones are told as what they count as.
    func root(at slug: String) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT root FROM tag WHERE slug = ?1
                UNION ALL SELECT t.root FROM tagAddress a JOIN tag t USING (tag) WHERE a.slug = ?1 LIMIT 1
                """, arguments: [slug])
    }

    /// The tag at an address, merged ones as what they count as.
    ///
    /// - Throws: `TagError.unknown`.
    func tag(at slug: String) throws -> Tag {
        guard let root = try root(at: slug), let tag = try tag(root) else { throw TagError.unknown(slug) }
        return tag
    }

    /// Number and root of the tag a name stands for.
    func named(_ normal: String) throws -> (tag: Int64, root: Int64)? {
        try Row.fetchOne(
            db, sql: "SELECT t.tag, t.root FROM tagName n JOIN tag t USING (tag) WHERE n.normal = ?",
            arguments: [normal]
        ).map { ($0[0], $0[1]) }
    }

    func tag(_ row: Row) throws -> Tag {
        let id: Int64 = row["tag"]
        let synonyms = try String.fetchAll(
            db,
            sql: """
                SELECT n.name FROM tagName n JOIN tag t USING (tag)
                WHERE t.root = ?1 AND NOT (n.tag = ?1 AND n.isPreferred) ORDER BY n.normal
                """, arguments: [id])
        func date(_ column: String) -> Date? { (row[column] as TimeInterval?).map { Date(timeIntervalSince1970: $0) } }
        return Tag(
            id: id, slug: row["slug"], name: row["name"], note: row["note"], synonyms: synonyms,
            version: row["version"], createdAt: date("createdAt") ?? .distantPast, createdBy: row["createdBy"],
            changedAt: date("changedAt") ?? .distantPast, deletedAt: date("deletedAt"))
    }

    /// Makes a tag of a name nobody has used.
    func insert(_ name: TagName, by actor: String, at instant: Date) throws -> Int64 {
        let now = instant.seconds
        let number = (try Int64.fetchOne(db, sql: "SELECT max(tag) FROM tag") ?? 0) + 1
        try db.execute(
            sql: "INSERT INTO tag VALUES (?1, ?2, ?3, NULL, ?4, NULL, ?1, NULL, 1, ?5, ?6, ?5)",
            arguments: [number, try freeSlug(of: name), name.text, Data(sortKey(of: name.text)), now, actor])
        try db.execute(sql: "INSERT INTO tagName VALUES (?, ?, ?, 1)", arguments: [name.normal, number, name.text])
        try AssignedTags.noteChange(in: db)
        return number
    }

    /// The address of a name; with a number where another has it.
    func freeSlug(of name: TagName, ownedBy own: Int64? = nil) throws -> String {
        let made = slug(of: name.text).prefix(80).split(separator: "-").joined(separator: "-")
        let base = made.isEmpty ? "the" : made
        for number in 1... {
            let candidate = number == 1 ? base : "\(base)-\(number)"
            let owner = try Int64.fetchOne(
                db,
                sql: "SELECT tag FROM tag WHERE slug = ?1 UNION ALL SELECT tag FROM tagAddress WHERE slug = ?1",
                arguments: [candidate])
            if owner == nil || owner == own { return candidate }
        }
        return base
    }

    /// Resources that are offered and carry one of the tags that count as `root`, in the order of their numbers.
    func resources(countingAs root: Int64) throws -> [ResourceID] {
        try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT a.resource FROM tag m
                JOIN tagAssignment a ON a.scheme = 'tags' AND a.code = CAST(m.tag AS TEXT)
                JOIN learningResource r ON r.id = a.resource
                WHERE m.root = ? AND r.withdrawnAt IS NULL ORDER BY r.rowID
                """, arguments: [root]
        ).compactMap { ResourceID($0) }
    }

    /// Sets what every tag counts as anew, from what is merged into what.
    func updateRoots() throws {
        try db.execute(
            sql: """
                WITH RECURSIVE way (tag, root) AS (
                    SELECT tag, tag FROM tag WHERE mergedInto IS NULL
                    UNION ALL SELECT t.tag, w.root FROM tag t JOIN way w ON t.mergedInto = w.tag)
                UPDATE tag SET root = (SELECT w.root FROM way w WHERE w.tag = tag.tag)
                WHERE root <> (SELECT w.root FROM way w WHERE w.tag = tag.tag)
                """)
        try AssignedTags.noteChange(in: db)
    }

    // MARK: Assignments

    func assignments(of id: ResourceID) throws -> [TagAssignment] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM tagAssignment WHERE resource = ? ORDER BY scheme, assignedAt, code",
            arguments: [id.rawValue]
        ).compactMap { TagAssignment($0) }
    }

    func insert(_ assignment: TagAssignment) throws {
        try db.cachedStatement(sql: "INSERT INTO tagAssignment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            assignment.resource.rawValue, assignment.scheme, assignment.code, assignment.assignedAt.seconds,
            assignment.assignedBy, assignment.origin.rawValue, assignment.confidence, assignment.isStated,
            assignment.batch,
        ])
    }

    func remove(_ assignment: TagAssignment) throws {
        try db.cachedStatement(sql: "DELETE FROM tagAssignment WHERE resource = ? AND scheme = ? AND code = ?")
            .execute(arguments: [assignment.resource.rawValue, assignment.scheme, assignment.code])
    }

    /// The record of an offered resource.
    ///
    /// - Throws: `TagError.unknownResource`.
    func offered(_ id: ResourceID) throws -> LearningResource {
        let find = try db.cachedStatement(
            sql: "SELECT record FROM learningResource WHERE id = ? AND withdrawnAt IS NULL")
        guard let record = try String.fetchOne(find, arguments: [id.rawValue]) else {
            throw TagError.unknownResource(id.rawValue)
        }
        return try JSONText.value(LearningResource.self, of: record)
    }

    /// The record of an offered resource, or what stands in a deposit that waits until it is offered.
    ///
    /// - Throws: `TagError.unknownResource`.
    func taggable(_ id: ResourceID) throws -> LearningResource {
        let find = try db.cachedStatement(
            sql: """
                SELECT v.record FROM deposit d JOIN depositVersion v ON v.resource = d.resource AND v.version = d.version
                WHERE d.resource = ?1 AND d.state <> 'withdrawn'
                AND NOT EXISTS (SELECT 1 FROM learningResource r WHERE r.id = ?1 AND r.withdrawnAt IS NULL)
                """)
        guard let record = try String.fetchOne(find, arguments: [id.rawValue]) else { return try offered(id) }
        return try JSONText.value(LearningResource.self, of: record)
    }
}

extension TagAssignment {
    /// Nil where the row is a newer program's.
    init?(_ row: Row) {
        guard let id = ResourceID(row["resource"]), let origin = Origin(rawValue: row["origin"]) else { return nil }
        self.init(
            resource: id, scheme: row["scheme"], code: row["code"],
            assignedAt: Date(timeIntervalSince1970: row["assignedAt"]), assignedBy: row["assignedBy"], origin: origin,
            confidence: row["confidence"], isStated: row["isStated"], batch: row["batch"])
    }
}
