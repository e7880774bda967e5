import CatalogueModel
import Foundation
package import GRDB

/// Keeps the translation backlog true to the records: runs whenever one is saved.
package enum TranslationUpkeep {
    /// As the audit log names it.
    package static let actor = "catalogue"

    /// Throws out an original whose licence no longer lets anybody translate it, and marks originals published whose
    /// Vietnamese translation this resource says it is.
    ///
    /// - Complexity: one look-up where the backlog does not know the resource, none where it is new.
    static func saved(_ resource: LearningResource, isNew: Bool, at seconds: Int64, in db: Database) throws {
        if !isNew { try excludeWhereForbidden(resource, at: seconds, in: db) }
        guard !resource.translationOfWork.isEmpty, resource.languages.contains(where: { $0.primary == "vi" }) else {
            return
        }
        let originals = try db.cachedStatement(
            sql: """
                SELECT e.original FROM resourceRelation r JOIN translationEntry e ON e.original = r.resolved
                WHERE r.subject = ? AND r.kind = 'translationOf' AND r.circle IS NULL
                    AND e.state IN ('wanted', 'claimed', 'inReview')
                """)
        for original in try String.fetchAll(originals, arguments: [resource.id.rawValue]) {
            try publish(original, as: resource.id.rawValue, at: seconds, in: db)
        }
    }

    private static func excludeWhereForbidden(
        _ resource: LearningResource, at seconds: Int64, in db: Database
    ) throws {
        let isLive = try db.cachedStatement(
            sql: "SELECT 1 FROM translationEntry WHERE original = ? AND state IN ('wanted', 'claimed', 'inReview')")
        guard try Int.fetchOne(isLive, arguments: [resource.id.rawValue]) != nil,
            try !mayBeTranslated(licence: resource.licence, in: db)
        else { return }
        try exclude(resource.id.rawValue, licence: resource.licence, at: seconds, in: db)
    }

    /// Whether a licence lets others translate: open licences do (classes A and B); ND, unknown and closed ones do not.
    package static func mayBeTranslated(licence: String?, in db: Database) throws -> Bool {
        let openness = try db.cachedStatement(sql: "SELECT openness FROM licence WHERE code = ?")
        return try ["A", "B"].contains(String.fetchOne(openness, arguments: [licence]) ?? "E")
    }

    /// - Parameter licence: that forbids it; nil for an unknown one.
    package static func exclude(_ original: String, licence: String?, at seconds: Int64, in db: Database) throws {
        let before = try state(of: original, in: db)
        try db.execute(
            sql: """
                UPDATE translationEntry SET state = 'excluded', excludedBy = ?, claimedUntil = NULL, since = ?
                WHERE original = ?
                """, arguments: [licence ?? "", seconds, original])
        try log(
            "exclude", original, before: before, after: ["state": "excluded", "licence": licence ?? ""], seconds, db)
    }

    private static func publish(_ original: String, as translation: String, at seconds: Int64, in db: Database) throws {
        let before = try state(of: original, in: db)
        try db.execute(
            sql: """
                UPDATE translationEntry SET state = 'published', translation = ?, claimedUntil = NULL, since = ?
                WHERE original = ?
                """, arguments: [translation, seconds, original])
        try log(
            "publish", original, before: before, after: ["state": "published", "translation": translation], seconds, db)
    }

    private static func state(of original: String, in db: Database) throws -> [String: String] {
        let row = try Row.fetchOne(
            db, sql: "SELECT state, institution FROM translationEntry WHERE original = ?", arguments: [original])
        guard let row else { return [:] }
        var values: [String: String] = ["state": row[0]]
        values["institution"] = row[1]
        return values
    }

    private static func log(
        _ action: String, _ original: String, before: [String: String], after: [String: String], _ seconds: Int64,
        _ db: Database
    ) throws {
        try AuditLog.append(
            AuditChange(
                actor: actor, action: "translation.\(action)", subject: "resource:\(original)",
                before: try JSONText.of(before), after: try JSONText.of(after)),
            at: Date(timeIntervalSince1970: Double(seconds)), in: db)
    }
}
