package import CatalogueModel
package import CatalogueStore
package import Foundation
import GRDB

/// Collections of a catalogue: made, filled, ordered and published; every change goes into the audit log.
package struct Collections: Sendable {
    /// Resources in one collection.
    package static let mostItems = 500

    private let store: CatalogueStore

    package init(_ store: CatalogueStore) {
        self.store = store
    }

    // MARK: Reading

    /// - Throws: `CollectionError.unknown`.
    package func collection(_ slug: String) throws -> (collection: ResourceCollection, items: [CollectionItem]) {
        try store.read { db in
            let (row, collection) = try CollectionTable(db).collection(slug)
            return (collection, try CollectionTable(db).items(of: row))
        }
    }

    /// All of them with the number of their items, the latest changed first.
    ///
    /// - Parameters:
    ///   - institution: only its own; nil for all.
    ///   - resource: only those it is in; nil for all.
    package func all(
        of institution: String? = nil, with resource: ResourceID? = nil
    ) throws -> [(collection: ResourceCollection, items: Int)] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT c.*, (SELECT count(*) FROM collectionItem i WHERE i.collection = c.collection) AS items
                    FROM resourceCollection c WHERE (?1 IS NULL OR institution = ?1) AND (?2 IS NULL OR EXISTS (
                        SELECT 1 FROM collectionItem i WHERE i.collection = c.collection AND i.resource = ?2))
                    ORDER BY changedAt DESC, slug
                    """, arguments: [institution, resource?.rawValue]
            ).compactMap { row in ResourceCollection(row).map { ($0, row["items"]) } }
        }
    }

    // MARK: Writing

    /// Makes an empty draft.
    ///
    /// - Parameter slug: its address; nil for one made of the title.
    /// - Throws: `CollectionError`.
    @discardableResult
    package func create(
        _ details: CollectionDetails, slug: String? = nil, by actor: String, at instant: Date
    ) throws -> ResourceCollection {
        let reference = try store.referenceData()
        return try store.write { db in
            let details = try CollectionRules.checked(details, reference)
            let slug = try CollectionRules.address(slug, title: details.title)
            let isTaken = try Int.fetchOne(
                db, sql: "SELECT 1 FROM resourceCollection WHERE slug = ?", arguments: [slug])
            guard isTaken == nil else { throw CollectionError.slugTaken(slug) }
            let collection = ResourceCollection(
                slug: slug, details: details, state: .draft, version: 1, createdAt: instant, createdBy: actor,
                changedAt: instant, publishedAt: nil)
            try CollectionTable(db).insert(collection)
            try Self.log("create", slug, before: nil, after: collection.auditValues, by: actor, at: instant, in: db)
            return collection
        }
    }

    /// Says something else of a collection.
    ///
    /// - Parameter version: the version the change was made from; nil where whoever changes it saw none.
    /// - Throws: `CollectionError`, among them `changedMeanwhile`.
    package func edit(
        _ slug: String, from version: Int? = nil, by actor: String, at instant: Date,
        _ change: (inout CollectionDetails) throws -> Void
    ) throws {
        let reference = try store.referenceData()
        try changeItself(slug, "edit", from: version, by: actor, at: instant) { collection, _, _ in
            try change(&collection.details)
            collection.details = try CollectionRules.checked(collection.details, reference)
        }
    }

    /// Puts resources at the end, in the order given; those that are in it already are refused.
    ///
    /// - Throws: `CollectionError`: all of them are added, or none.
    package func add(
        _ ids: [ResourceID], to slug: String, note: String? = nil, from version: Int? = nil, by actor: String,
        at instant: Date
    ) throws {
        try change(slug, "add", from: version, by: actor, at: instant) { _, row, table in
            let note = try CollectionRules.note(note)
            var order = try table.order(of: row)
            for id in ids {
                guard !order.contains(id.rawValue) else { throw CollectionError.alreadyIn(id) }
                guard order.count < Self.mostItems else { throw CollectionError.full(limit: Self.mostItems) }
                let isOffered = try Int.fetchOne(
                    table.db, sql: "SELECT 1 FROM learningResource WHERE id = ? AND withdrawnAt IS NULL",
                    arguments: [id.rawValue])
                guard isOffered != nil else { throw CollectionError.unknownResource(id.rawValue) }
                order.append(id.rawValue)
                try table.add(id, to: row, position: order.count, note: note, by: actor, at: instant)
            }
            return ["resources": ids.map(\.rawValue).joined(separator: " "), "note": note]
        }
    }

    /// - Throws: `CollectionError`.
    package func remove(
        _ id: ResourceID, from slug: String, version: Int? = nil, by actor: String, at instant: Date
    ) throws {
        try change(slug, "remove", from: version, by: actor, at: instant) { _, row, table in
            var order = try table.order(of: row)
            guard let position = order.firstIndex(of: id.rawValue) else { throw CollectionError.notIn(id) }
            order.remove(at: position)
            try table.db.execute(
                sql: "DELETE FROM collectionItem WHERE collection = ? AND resource = ?", arguments: [row, id.rawValue])
            try table.set(order: order, of: row)
            return ["resource": id.rawValue, "position": "\(position + 1)"]
        }
    }

    /// Puts a resource at another place.
    ///
    /// - Parameter position: from 1; what lies beyond the end is the end.
    /// - Throws: `CollectionError`.
    package func move(
        _ id: ResourceID, in slug: String, to position: Int, from version: Int? = nil, by actor: String,
        at instant: Date
    ) throws {
        try change(slug, "move", from: version, by: actor, at: instant) { _, row, table in
            var order = try table.order(of: row)
            guard let old = order.firstIndex(of: id.rawValue) else { throw CollectionError.notIn(id) }
            order.remove(at: old)
            let new = min(max(1, position), order.count + 1)
            order.insert(id.rawValue, at: new - 1)
            try table.set(order: order, of: row)
            return ["resource": id.rawValue, "from": "\(old + 1)", "to": "\(new)"]
        }
    }

    /// Says something else of a resource; nil says nothing.
    ///
    /// - Throws: `CollectionError`.
    package func setNote(
        _ note: String?, of id: ResourceID, in slug: String, from version: Int? = nil, by actor: String,
        at instant: Date
    ) throws {
        try change(slug, "note", from: version, by: actor, at: instant) { _, row, table in
            let note = try CollectionRules.note(note)
            try table.db.execute(
                sql: "UPDATE collectionItem SET note = ?, changedAt = ? WHERE collection = ? AND resource = ?",
                arguments: [note, instant.seconds, row, id.rawValue])
            guard table.db.changesCount > 0 else { throw CollectionError.notIn(id) }
            return ["resource": id.rawValue, "note": note]
        }
    }

    /// Publishes a collection, or takes it back to a draft.
    ///
    /// - Throws: `CollectionError.nothingToShow` where nothing in it can be opened.
    package func set(
        _ state: ResourceCollection.State, of slug: String, from version: Int? = nil, by actor: String,
        at instant: Date
    ) throws {
        let action = state == .published ? "publish" : "unpublish"
        try changeItself(slug, action, from: version, by: actor, at: instant) { collection, row, table in
            if state == .published {
                guard try table.items(of: row).contains(where: { $0.offered != nil }) else {
                    throw CollectionError.nothingToShow
                }
                collection.publishedAt = collection.publishedAt ?? instant
            }
            collection.state = state
        }
    }

    /// Changes one collection in a transaction: `body` gets it, its row and the tables, and may tell the log what of its
    /// items it changed.
    private func change(
        _ slug: String, _ action: String, from version: Int?, by actor: String, at instant: Date,
        _ body: (inout ResourceCollection, Int64, CollectionTable) throws -> [String: String?]
    ) throws {
        try store.write { db in
            let table = CollectionTable(db)
            let (row, before) = try table.collection(slug)
            if let version, version != before.version { throw CollectionError.changedMeanwhile }
            var after = before
            let told = try body(&after, row, table)
            after.version = before.version + 1
            after.changedAt = max(instant, before.changedAt)
            try table.update(row, to: after)
            let isAboutItems = !told.isEmpty
            try Self.log(
                action, slug, before: isAboutItems ? nil : before.auditValues,
                after: isAboutItems ? told.compactMapValues(\.self) : after.auditValues, by: actor, at: instant, in: db)
        }
    }

    /// Changes what a collection itself says, not its items.
    private func changeItself(
        _ slug: String, _ action: String, from version: Int?, by actor: String, at instant: Date,
        _ body: (inout ResourceCollection, Int64, CollectionTable) throws -> Void
    ) throws {
        try change(slug, action, from: version, by: actor, at: instant) { collection, row, table in
            try body(&collection, row, table)
            return [:]
        }
    }

    private static func log(
        _ action: String, _ slug: String, before: [String: String]?, after: [String: String]?, by actor: String,
        at instant: Date, in db: Database
    ) throws {
        try AuditLog.append(
            AuditChange(
                actor: actor, action: "collection.\(action)", subject: "collection:\(slug)",
                before: try before.map { try JSONText.of($0) }, after: try after.map { try JSONText.of($0) }),
            at: instant, in: db)
    }
}

extension ResourceCollection {
    /// As the audit log keeps it, without its items.
    fileprivate var auditValues: [String: String] {
        [
            "title": details.title, "titleEn": details.titleInEnglish, "summary": details.summary,
            "summaryEn": details.summaryInEnglish, "purpose": details.purpose.rawValue, "audience": details.audience,
            "institution": details.institution, "opensOn": details.opensOn?.description,
            "closesOn": details.closesOn?.description, "state": state.rawValue,
        ].compactMapValues(\.self)
    }
}
