import CatalogueModel
import CatalogueStore
package import Foundation
import GRDB
import TextAnalysis

/// What curators do to tags themselves.
extension Tags {
    /// Gives a tag another name or note; its old name stays a word for it, its old address leads on.
    ///
    /// - Parameters:
    ///   - name: nil leaves it.
    ///   - note: nil leaves it; an empty one takes it away.
    ///   - version: the version the change was made from; nil where whoever changes it saw none.
    /// - Returns: the address it has now.
    /// - Throws: `TagError`.
    @discardableResult
    package func rename(
        _ slug: String, to name: TagName?, note: String? = nil, from version: Int? = nil, by actor: String,
        at instant: Date
    ) throws -> String {
        try store.edit("tag \(slug) (\(actor))", at: instant) { edit, db in
            let table = TagTable(db)
            let tag = try Self.standing(slug, from: version, in: db)
            let note = note?.trimmingCharacters(in: .whitespacesAndNewlines)
            if let note, note.count > Self.longestNote { throw TagError.longNote(limit: Self.longestNote) }
            let newNote = note.map { $0.isEmpty ? nil : $0 } ?? tag.note
            var newSlug = tag.slug
            if let name, name.text != tag.name {
                newSlug = try Self.rename(tag, to: name, in: db)
            }
            try db.execute(
                sql: "UPDATE tag SET note = ?, version = version + 1, changedAt = ? WHERE tag = ?",
                arguments: [newNote, instant.seconds, tag.id])
            try AssignedTags.noteChange(in: db)
            try Self.log(
                "rename", "tag:\(tag.id)", before: ["name": tag.name, "slug": tag.slug, "note": tag.note],
                after: ["name": name?.text ?? tag.name, "slug": newSlug, "note": newNote], by: actor, at: instant,
                in: db)
            if newSlug != tag.slug || name != nil {
                for id in try table.resources(countingAs: tag.id) { try edit.saveAgain(id, in: db) }
            }
            return newSlug
        }
    }

    private static func rename(_ tag: Tag, to name: TagName, in db: Database) throws -> String {
        let table = TagTable(db)
        if let (_, root) = try table.named(name.normal), root != tag.id {
            throw TagError.nameTaken(name.text, slug: try table.tag(root)?.slug ?? "")
        }
        try db.execute(sql: "UPDATE tagName SET isPreferred = 0 WHERE tag = ?", arguments: [tag.id])
        try db.execute(
            sql: """
                INSERT INTO tagName VALUES (?1, ?2, ?3, 1)
                ON CONFLICT DO UPDATE SET tag = excluded.tag, name = excluded.name, isPreferred = 1
                """, arguments: [name.normal, tag.id, name.text])
        let slug = try table.freeSlug(of: name, ownedBy: tag.id)
        if slug != tag.slug {
            try db.execute(sql: "DELETE FROM tagAddress WHERE slug = ?", arguments: [slug])
            try db.execute(sql: "INSERT OR REPLACE INTO tagAddress VALUES (?, ?)", arguments: [tag.slug, tag.id])
        }
        try db.execute(
            sql: "UPDATE tag SET name = ?, slug = ?, sortKey = ? WHERE tag = ?",
            arguments: [name.text, slug, Data(sortKey(of: name.text)), tag.id])
        return slug
    }

    /// Adds another word for a tag: whoever assigns or searches it means the tag.
    ///
    /// - Throws: `TagError.nameTaken` where the word is another tag's.
    package func addSynonym(_ name: TagName, to slug: String, by actor: String, at instant: Date) throws {
        try changeWords(slug, "synonym", after: ["synonym": name.text], by: actor, at: instant) { tag, db in
            if let (_, root) = try TagTable(db).named(name.normal) {
                guard root == tag.id else {
                    throw TagError.nameTaken(name.text, slug: try TagTable(db).tag(root)?.slug ?? "")
                }
                return
            }
            try db.execute(
                sql: "INSERT INTO tagName VALUES (?, ?, ?, 0)", arguments: [name.normal, tag.id, name.text])
        }
    }

    /// - Throws: `TagError.lastName` for the name of the tag itself or of one merged into it; `unknown` for no word of it.
    package func removeSynonym(_ name: TagName, from slug: String, by actor: String, at instant: Date) throws {
        try changeWords(slug, "synonym", before: ["synonym": name.text], by: actor, at: instant) { tag, db in
            let row = try Row.fetchOne(
                db,
                sql: "SELECT n.isPreferred, t.root FROM tagName n JOIN tag t USING (tag) WHERE n.normal = ?",
                arguments: [name.normal])
            guard let row, row[1] == tag.id else { throw TagError.unknown(name.text) }
            guard row[0] == 0 else { throw TagError.lastName(name.text) }
            try db.execute(sql: "DELETE FROM tagName WHERE normal = ?", arguments: [name.normal])
        }
    }

    private func changeWords(
        _ slug: String, _ verb: String, before: [String: String?]? = nil, after: [String: String?]? = nil,
        by actor: String, at instant: Date, _ change: (Tag, Database) throws -> Void
    ) throws {
        try store.write { db in
            let tag = try Self.standing(slug, from: nil, in: db)
            try change(tag, db)
            try db.execute(
                sql: "UPDATE tag SET version = version + 1, changedAt = ? WHERE tag = ?",
                arguments: [instant.seconds, tag.id])
            try AssignedTags.noteChange(in: db)
            try Self.log(verb, "tag:\(tag.id)", before: before, after: after, by: actor, at: instant, in: db)
        }
    }

    /// Lets a tag count as another from now on; its address leads there, and its names are words for it.
    ///
    /// No assignment is moved, so `unmerge` puts everything back as it stood.
    ///
    /// - Throws: `TagError`.
    package func merge(_ slug: String, into target: String, by actor: String, at instant: Date) throws {
        try store.edit("tag merge \(slug) (\(actor))", at: instant) { edit, db in
            let table = TagTable(db)
            let tag = try Self.standing(slug, from: nil, in: db)
            // Its address leads on to another: that one would be merged, not the one that was named.
            let merged = try String.fetchOne(
                db, sql: "SELECT name FROM tag WHERE slug = ? AND mergedInto IS NOT NULL", arguments: [slug])
            if let merged { throw TagError.mergedAlready(merged, into: tag.name) }
            let into = try Self.standing(target, from: nil, in: db)
            guard tag.id != into.id else { throw TagError.itself(tag.name) }
            let touched = try table.resources(countingAs: tag.id)
            try Self.setMerged(tag.id, into: into.id, at: instant, in: db)
            try Self.log(
                "merge", "tag:\(tag.id)", before: ["name": tag.name, "slug": tag.slug],
                after: ["into": "tag:\(into.id)", "name": into.name, "resources": "\(touched.count)"], by: actor,
                at: instant, in: db)
            for id in touched { try edit.saveAgain(id, in: db) }
        }
    }

    /// Lets a merged tag stand for itself again, with exactly what was assigned to it.
    ///
    /// - Parameter slug: the address the tag had before it was merged.
    /// - Throws: `TagError.notMerged`, `unknown`.
    package func unmerge(_ slug: String, by actor: String, at instant: Date) throws {
        try store.edit("tag unmerge \(slug) (\(actor))", at: instant) { edit, db in
            let table = TagTable(db)
            let row = try Row.fetchOne(
                db, sql: "SELECT tag, name, mergedInto FROM tag WHERE slug = ?", arguments: [slug])
            guard let row else { throw TagError.unknown(slug) }
            let (number, name): (Int64, String) = (row[0], row[1])
            guard let into = row[2] as Int64? else { throw TagError.notMerged(name) }
            try Self.setMerged(number, into: nil, at: instant, in: db)
            try Self.log(
                "unmerge", "tag:\(number)", before: ["into": "tag:\(into)"], after: ["name": name, "slug": slug],
                by: actor, at: instant, in: db)
            for id in try table.resources(countingAs: number) { try edit.saveAgain(id, in: db) }
        }
    }

    private static func setMerged(_ tag: Int64, into target: Int64?, at instant: Date, in db: Database) throws {
        try db.execute(
            sql: "UPDATE tag SET mergedInto = ?, version = version + 1, changedAt = ? WHERE tag = ?",
            arguments: [target, instant.seconds, tag])
        try TagTable(db).updateRoots()
    }

    /// Takes a tag away from every resource, until it is restored; its address says so.
    ///
    /// - Throws: `TagError`.
    package func delete(_ slug: String, by actor: String, at instant: Date) throws {
        try set(deletedAt: instant, slug, "delete", by: actor, at: instant) { tag in
            guard tag.deletedAt == nil else { throw TagError.deleted(tag.name) }
        }
    }

    /// Puts a deleted tag back on the resources it was on.
    ///
    /// - Throws: `TagError.notDeleted`, `unknown`.
    package func restore(_ slug: String, by actor: String, at instant: Date) throws {
        try set(deletedAt: nil, slug, "restore", by: actor, at: instant) { tag in
            guard tag.deletedAt != nil else { throw TagError.notDeleted(tag.name) }
        }
    }

    private func set(
        deletedAt: Date?, _ slug: String, _ verb: String, by actor: String, at instant: Date,
        _ check: (Tag) throws -> Void
    ) throws {
        try store.edit("tag \(verb) \(slug) (\(actor))", at: instant) { edit, db in
            let table = TagTable(db)
            let tag = try table.tag(at: slug)
            try check(tag)
            try db.execute(
                sql: "UPDATE tag SET deletedAt = ?, version = version + 1, changedAt = ? WHERE tag = ?",
                arguments: [deletedAt?.seconds, instant.seconds, tag.id])
            try AssignedTags.noteChange(in: db)
            let touched = try table.resources(countingAs: tag.id)
            try Self.log(
                verb, "tag:\(tag.id)", before: ["name": tag.name, "slug": tag.slug],
                after: ["resources": "\(touched.count)"], by: actor, at: instant, in: db)
            for id in touched { try edit.saveAgain(id, in: db) }
        }
    }

    /// The tag at an address, where it is not deleted and is in the version the change is meant for.
    private static func standing(_ slug: String, from version: Int?, in db: Database) throws -> Tag {
        let tag = try TagTable(db).tag(at: slug)
        guard tag.deletedAt == nil else { throw TagError.deleted(tag.name) }
        if let version, version != tag.version { throw TagError.changedMeanwhile(tag.name) }
        return tag
    }
}
