package import CatalogueModel
import CatalogueStore
package import Foundation
import GRDB
import Vocabularies

/// Suggestions of readers: taken from anybody, decided by people who may tag the resource.
extension Tags {
    /// Open suggestions a resource may have; what more say is known by then.
    static let mostSuggestions = 30

    /// Takes suggestions: the same again is counted, what the resource carries already is not taken.
    ///
    /// - Returns: how many were counted.
    /// - Throws: `TagError.unknownResource`, `tooMany`.
    @discardableResult
    package func suggest(_ targets: [TagTarget], for id: ResourceID, at instant: Date) throws -> Int {
        guard targets.count <= Self.mostAtOnce else {
            throw TagError.tooMany(given: targets.count, limit: Self.mostAtOnce)
        }
        let vocabularies = try store.referenceData().vocabularies
        return try store.write { db in
            let table = TagTable(db)
            let resource = try table.offered(id)
            var counted = 0
            for target in targets where try !Self.carries(target, resource, in: db) {
                if try count(target, for: id, label: target.label(in: .vietnamese, vocabularies), instant, db) {
                    counted += 1
                }
            }
            return counted
        }
    }

    private func count(
        _ target: TagTarget, for id: ResourceID, label: String, _ instant: Date, _ db: Database
    ) throws -> Bool {
        let code = Self.suggestionCode(target)
        let day = PartialDate(vietnameseDayAt: instant)?.description ?? ""
        try db.execute(
            sql: """
                UPDATE tagSuggestion SET times = times + 1, lastOn = ?
                WHERE resource = ? AND scheme = ? AND code = ? AND state = 'open'
                """, arguments: [day, id.rawValue, target.scheme, code])
        if db.changesCount > 0 { return true }
        let isDecided = try Int.fetchOne(
            db, sql: "SELECT 1 FROM tagSuggestion WHERE resource = ? AND scheme = ? AND code = ?",
            arguments: [id.rawValue, target.scheme, code])
        let open = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM tagSuggestion WHERE resource = ? AND state = 'open'",
            arguments: [id.rawValue])
        guard isDecided == nil, open ?? 0 < Self.mostSuggestions else { return false }
        try db.execute(
            sql: """
                INSERT INTO tagSuggestion (resource, scheme, code, name, times, firstOn, lastOn, state)
                VALUES (?, ?, ?, ?, 1, ?5, ?5, 'open')
                """, arguments: [id.rawValue, target.scheme, code, label, day])
        try Self.log(
            "suggest", "resource:\(id)", after: ["scheme": target.scheme, "name": label], by: "reader", at: instant,
            in: db)
        return true
    }

    private static func suggestionCode(_ target: TagTarget) -> String {
        switch target {
        case .free(let name): name.normal
        case .concept(_, let code): code
        }
    }

    private static func carries(_ target: TagTarget, _ resource: LearningResource, in db: Database) throws -> Bool {
        switch target {
        case .concept(let scheme, let code):
            return AssignedTags.field(of: scheme).map { resource[keyPath: $0].contains(code) } ?? false
        case .free(let name):
            let table = TagTable(db)
            guard let root = try table.named(name.normal)?.root, let tag = try table.tag(root) else { return false }
            return resource.tags.contains { $0.slug == tag.slug }
        }
    }

    /// Suggestions in one state, the most often suggested first.
    ///
    /// - Parameters:
    ///   - resource: only its own; nil for all.
    ///   - institution: only of its resources; nil for all.
    package func suggestions(
        _ state: TagSuggestion.State = .open, resource: ResourceID? = nil, institution: String? = nil, limit: Int,
        offset: Int = 0
    ) throws -> (suggestions: [TagSuggestion], total: Int) {
        try store.read { db in
            let condition = """
                s.state = ?1 AND (?2 IS NULL OR s.resource = ?2) AND (?3 IS NULL OR r.publisher = ?3)
                """
            let total = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM tagSuggestion s LEFT JOIN learningResource r ON r.id = s.resource
                    WHERE \(condition)
                    """, arguments: [state.rawValue, resource?.rawValue, institution])
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT s.*, coalesce(r.title, '') AS title, coalesce(r.publisher, '') AS institution
                    FROM tagSuggestion s LEFT JOIN learningResource r ON r.id = s.resource
                    WHERE \(condition) ORDER BY s.times DESC, s.lastOn DESC, s.suggestion LIMIT ?4 OFFSET ?5
                    """, arguments: [state.rawValue, resource?.rawValue, institution, limit, offset])
            return (rows.compactMap(TagSuggestion.init), total ?? 0)
        }
    }

    /// - Throws: `TagError.noSuchSuggestion`.
    package func suggestion(_ number: Int64) throws -> TagSuggestion {
        try store.read { db in try Self.suggestion(number, in: db) }
    }

    private static func suggestion(_ number: Int64, in db: Database) throws -> TagSuggestion {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT s.*, coalesce(r.title, '') AS title, coalesce(r.publisher, '') AS institution
                FROM tagSuggestion s LEFT JOIN learningResource r ON r.id = s.resource WHERE s.suggestion = ?
                """, arguments: [number])
        guard let row, let suggestion = TagSuggestion(row) else { throw TagError.noSuchSuggestion(number) }
        return suggestion
    }

    /// Assigns what was suggested.
    ///
    /// - Throws: `TagError`: `decided`, `noSuchSuggestion`, and what assigning throws.
    package func accept(_ number: Int64, by actor: String, at instant: Date) throws {
        let vocabularies = try store.referenceData().vocabularies
        try store.edit("tag suggestion \(number) (\(actor))", at: instant) { edit, db in
            let suggestion = try Self.decide(number, .accepted, by: actor, at: instant, in: db)
            let text = suggestion.scheme == AssignedTags.freeTags ? suggestion.name : suggestion.code
            let target = try TagTarget(scheme: suggestion.scheme, text, vocabularies: vocabularies)
            let added = try Self.assign(
                [target], to: suggestion.resource, origin: .suggestion, confidence: nil, batch: nil, by: actor,
                at: instant, in: db)
            if !added.isEmpty { try edit.saveAgain(suggestion.resource, in: db) }
        }
    }

    /// Closes a suggestion; the same for the same resource is not taken again.
    ///
    /// - Throws: `TagError`: `decided`, `noSuchSuggestion`.
    package func dismiss(_ number: Int64, by actor: String, at instant: Date) throws {
        try store.write { db in _ = try Self.decide(number, .dismissed, by: actor, at: instant, in: db) }
    }

    private static func decide(
        _ number: Int64, _ state: TagSuggestion.State, by actor: String, at instant: Date, in db: Database
    ) throws -> TagSuggestion {
        let suggestion = try suggestion(number, in: db)
        guard suggestion.state == .open else { throw TagError.decided(number) }
        try db.execute(
            sql: "UPDATE tagSuggestion SET state = ?, decidedAt = ?, decidedBy = ? WHERE suggestion = ?",
            arguments: [state.rawValue, instant.seconds, actor, number])
        try log(
            "suggestion.\(state.rawValue)", "resource:\(suggestion.resource)",
            before: ["scheme": suggestion.scheme, "name": suggestion.name, "times": "\(suggestion.times)"], by: actor,
            at: instant, in: db)
        return suggestion
    }
}

extension TagSuggestion {
    /// Nil where the row is a newer program's.
    fileprivate init?(_ row: Row) {
        guard let id = ResourceID(row["resource"]), let state = State(rawValue: row["state"]) else { return nil }
        self.init(
            number: row["suggestion"], resource: id, title: row["title"], institution: row["institution"],
            scheme: row["scheme"], code: row["code"], name: row["name"], times: row["times"], firstOn: row["firstOn"],
            lastOn: row["lastOn"], state: state, decidedBy: row["decidedBy"])
    }
}
