import CatalogueModel
import CatalogueStore
import Foundation
import GRDB

/// Reads entries of the backlog as they stand on a day.
struct TranslationReading {
    private let db: Database
    private let day: PartialDate

    init(_ db: Database, day: PartialDate) {
        self.db = db
        self.day = day
    }

    /// - Parameter original: nil for all entries.
    func entries(only original: ResourceID? = nil) throws -> [TranslationEntry] {
        let wishes = try wishes(original)
        let counts = try counts(original)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT e.*, r.record, r.withdrawnAt, t.id IS NOT NULL AS isTranslationOffered
                FROM translationEntry e JOIN learningResource r ON r.id = e.original
                LEFT JOIN learningResource t ON t.id = e.translation AND t.withdrawnAt IS NULL
                WHERE ?1 IS NULL OR e.original = ?1
                """, arguments: [original?.rawValue]
        ).compactMap { row in
            guard let entry = TranslationRow(row) else { return nil }
            var demand = counts[entry.original.rawValue] ?? TranslationDemand()
            demand.wishes = wishes[entry.original.rawValue]?.count ?? 0
            let hasLapsed = entry.hasLapsed(on: day)
            return TranslationEntry(
                original: try JSONText.value(LearningResource.self, of: row["record"]),
                isOriginalWithdrawn: row["withdrawnAt"] as Int64? != nil,
                state: hasLapsed ? .wanted : entry.state, institution: hasLapsed ? nil : entry.institution,
                claimedUntil: entry.claimedUntil, hasLapsed: hasLapsed, draft: entry.draft,
                translation: entry.translation, isTranslationOffered: row["isTranslationOffered"],
                excludedBy: entry.excludedBy, since: entry.since, wishes: wishes[entry.original.rawValue] ?? [],
                demand: demand)
        }
    }

    private func wishes(_ original: ResourceID?) throws -> [String: [TranslationEntry.Wish]] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM translationWish WHERE ?1 IS NULL OR original = ?1 ORDER BY wishedAt, wantedBy",
            arguments: [original?.rawValue])
        return Dictionary(grouping: rows) { $0["original"] as String }.mapValues { rows in
            rows.map {
                TranslationEntry.Wish(
                    wantedBy: $0["wantedBy"], note: $0["note"], at: Date(timeIntervalSince1970: $0["wishedAt"]))
            }
        }
    }

    private func counts(_ original: ResourceID?) throws -> [String: TranslationDemand] {
        Self.demand(
            try Row.fetchAll(
                db, sql: "SELECT original, source, count FROM translationDemand WHERE ?1 IS NULL OR original = ?1",
                arguments: [original?.rawValue]))
    }

    /// By original, for those without an entry.
    static func unclaimedDemand(in db: Database) throws -> [String: TranslationDemand] {
        demand(
            try Row.fetchAll(
                db,
                sql: """
                    SELECT original, source, count FROM translationDemand
                    WHERE original NOT IN (SELECT original FROM translationEntry)
                    """))
    }

    private static func demand(_ rows: [Row]) -> [String: TranslationDemand] {
        var counts: [String: TranslationDemand] = [:]
        for row in rows {
            let count: Int = row[2]
            switch TranslationDemand.Source(rawValue: row[1]) {
            case .uses: counts[row[0], default: TranslationDemand()].uses = count
            case .queries: counts[row[0], default: TranslationDemand()].queries = count
            case nil: break
            }
        }
        return counts
    }
}
