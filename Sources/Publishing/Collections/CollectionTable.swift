import CatalogueModel
import CatalogueStore
import Foundation
import GRDB

/// Rows of collections and their items, within a transaction of the caller's.
struct CollectionTable {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// The collection with the number of its row.
    ///
    /// - Throws: `CollectionError.unknown`.
    func collection(_ slug: String) throws -> (row: Int64, collection: ResourceCollection) {
        let row = try Row.fetchOne(db, sql: "SELECT * FROM resourceCollection WHERE slug = ?", arguments: [slug])
        guard let row, let collection = ResourceCollection(row) else { throw CollectionError.unknown(slug) }
        return (row["collection"], collection)
    }

    func insert(_ collection: ResourceCollection) throws {
        let details = collection.details
        try db.execute(
            sql: "INSERT INTO resourceCollection VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                collection.slug, details.title, details.titleInEnglish, details.summary, details.summaryInEnglish,
                details.purpose.rawValue, details.audience, details.institution, collection.state.rawValue,
                details.opensOn?.description, details.closesOn?.description, collection.version,
                collection.createdAt.seconds, collection.createdBy, collection.changedAt.seconds,
                collection.publishedAt?.seconds,
            ])
    }

    func update(_ row: Int64, to collection: ResourceCollection) throws {
        let details = collection.details
        try db.execute(
            sql: """
                UPDATE resourceCollection SET title = ?, titleEn = ?, summary = ?, summaryEn = ?, purpose = ?,
                    audience = ?, institution = ?, state = ?, opensOn = ?, closesOn = ?, version = ?, changedAt = ?,
                    publishedAt = ? WHERE collection = ?
                """,
            arguments: [
                details.title, details.titleInEnglish, details.summary, details.summaryInEnglish,
                details.purpose.rawValue, details.audience, details.institution, collection.state.rawValue,
                details.opensOn?.description, details.closesOn?.description, collection.version,
                collection.changedAt.seconds, collection.publishedAt?.seconds, row,
            ])
    }

    /// The items in their order, each with its resource.
    func items(of row: Int64) throws -> [CollectionItem] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT i.*, r.record, r.withdrawnAt FROM collectionItem i
                LEFT JOIN learningResource r ON r.id = i.resource WHERE i.collection = ? ORDER BY i.position
                """, arguments: [row]
        ).compactMap { try CollectionItem($0) }
    }

    /// Identifiers in their order.
    func order(of row: Int64) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT resource FROM collectionItem WHERE collection = ? ORDER BY position", arguments: [row])
    }

    func add(_ id: ResourceID, to row: Int64, position: Int, note: String?, by actor: String, at instant: Date) throws {
        try db.execute(
            sql: "INSERT INTO collectionItem VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [row, id.rawValue, position, note, instant.seconds, actor, instant.seconds])
    }

    /// Writes the positions of `order`, from 1.
    func set(order: [String], of row: Int64) throws {
        let update = try db.cachedStatement(
            sql: "UPDATE collectionItem SET position = ? WHERE collection = ? AND resource = ? AND position <> ?1")
        for (offset, resource) in order.enumerated() { try update.execute(arguments: [offset + 1, row, resource]) }
    }
}

extension Date {
    /// Whole seconds since 1970, as the catalogue stores instants.
    var seconds: Int64 { Int64(timeIntervalSince1970.rounded(.down)) }
}

extension ResourceCollection {
    /// - Parameter row: of `resourceCollection`, all columns.
    init?(_ row: Row) {
        guard let purpose = CollectionPurpose(rawValue: row["purpose"]), let state = State(rawValue: row["state"])
        else { return nil }
        var details = CollectionDetails(title: row["title"], purpose: purpose)
        details.titleInEnglish = row["titleEn"]
        details.summary = row["summary"]
        details.summaryInEnglish = row["summaryEn"]
        details.audience = row["audience"]
        details.institution = row["institution"]
        details.opensOn = (row["opensOn"] as String?).flatMap { PartialDate($0) }
        details.closesOn = (row["closesOn"] as String?).flatMap { PartialDate($0) }
        self.init(
            slug: row["slug"], details: details, state: state, version: row["version"],
            createdAt: Date(timeIntervalSince1970: row["createdAt"]), createdBy: row["createdBy"],
            changedAt: Date(timeIntervalSince1970: row["changedAt"]),
            publishedAt: (row["publishedAt"] as TimeInterval?).map { Date(timeIntervalSince1970: $0) })
    }
}

extension CollectionItem {
    fileprivate init?(_ row: Row) throws {
        guard let id = ResourceID(row["resource"]) else { return nil }
        let record: String? = row["record"]
        self.init(
            id: id, note: row["note"], addedAt: Date(timeIntervalSince1970: row["addedAt"]), addedBy: row["addedBy"],
            changedAt: Date(timeIntervalSince1970: row["changedAt"]),
            resource: try record.map { try JSONText.value(LearningResource.self, of: $0) },
            isWithdrawn: row["withdrawnAt"] as Int64? != nil)
    }
}
