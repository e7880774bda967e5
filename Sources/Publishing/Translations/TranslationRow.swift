import CatalogueModel
import CatalogueStore
import Foundation
import GRDB

/// A row of the backlog, within a transaction.
struct TranslationRow {
    let original: ResourceID
    var state: TranslationState
    var institution: String?
    var claimedUntil: PartialDate?
    var draft: String?
    var translation: ResourceID?
    var excludedBy: String?
    var since: Date

    /// A new entry.
    init(_ original: ResourceID, at instant: Date) {
        self.original = original
        state = .wanted
        since = instant
    }

    init?(_ row: Row) {
        guard let original = ResourceID(row["original"]), let state = TranslationState(rawValue: row["state"]) else {
            return nil
        }
        self.original = original
        self.state = state
        institution = row["institution"]
        claimedUntil = (row["claimedUntil"] as String?).flatMap { PartialDate($0) }
        draft = row["draft"]
        translation = (row["translation"] as String?).flatMap { ResourceID($0) }
        excludedBy = row["excludedBy"]
        since = Date(timeIntervalSince1970: row["since"])
    }

    static func fetch(_ original: ResourceID, in db: Database) throws -> Self? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM translationEntry WHERE original = ?", arguments: [original.rawValue]
        ).flatMap { Self($0) }
    }

    /// Whether its claim is over on `day`.
    func hasLapsed(on day: PartialDate) -> Bool {
        guard state == .claimed, let claimedUntil else { return false }
        return claimedUntil.description < day.description
    }

    func write(in db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO translationEntry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                original.rawValue, state.rawValue, institution, claimedUntil?.description, draft,
                translation?.rawValue, excludedBy, since.seconds,
            ])
    }

    /// As the audit log keeps it.
    var auditText: String? {
        try? JSONText.of(
            [
                "state": state.rawValue, "institution": institution, "until": claimedUntil?.description, "draft": draft,
                "translation": translation?.rawValue, "licence": excludedBy,
            ].compactMapValues(\.self))
    }
}
