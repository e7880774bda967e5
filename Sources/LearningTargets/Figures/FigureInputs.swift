import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import UsageStatistics
import Vocabularies

/// What figures are computed from: registers as of a day, and what the catalogue offered on it.
struct FigureInputs {
    let db: Database
    let reference: ReferenceData
    /// Seconds since 1970: the end of the day the figures are of.
    let instant: Int64

    /// Institutions of some types in a territory on a day, by identifier.
    func institutions(_ types: [String], in territory: String, on day: String) -> [Institution] {
        reference.registers.institutions.values.compactMap { rows in
            rows.last { Self.isValid($0.validFrom, $0.validTo, on: day) }
        }.filter { row in
            types.contains(row.type)
                && (territory == "vn" ? row.country == "VN" : path(of: row.territory, on: day).contains(territory))
        }.sorted { $0.id < $1.id }
    }

    /// Institutions of the register without a territory, which no figure can count.
    func withoutTerritory(_ types: [String], on day: String) -> [Institution] {
        reference.registers.institutions.values.compactMap { rows in
            rows.last { Self.isValid($0.validFrom, $0.validTo, on: day) }
        }.filter { types.contains($0.type) && $0.country == "VN" && $0.territory == nil }.sorted { $0.id < $1.id }
    }

    /// Territories under one on a day, by identifier.
    func territories(under parent: String, on day: String, where isWanted: (Territory) -> Bool) -> [Territory] {
        reference.registers.territories.values.compactMap { rows in
            rows.last { Self.isValid($0.validFrom, $0.validTo, on: day) }
        }.filter { row in
            row.id != parent && isWanted(row) && path(of: row.parent, on: day).contains(parent)
        }.sorted { $0.id < $1.id }
    }

    private func path(of territory: String?, on day: String) -> [String] {
        var path: [String] = []
        var next = territory
        while let id = next, path.count < 8, !path.contains(id) {
            path.append(id)
            let rows = reference.registers.territories[id] ?? []
            next = (rows.last { Self.isValid($0.validFrom, $0.validTo, on: day) } ?? rows.last)?.parent
        }
        return path
    }

    static func isValid(_ from: PartialDate?, _ to: PartialDate?, on day: String) -> Bool {
        (from.map { $0.description <= day } ?? true) && (to.map { day <= $0.description } ?? true)
    }

    /// Whether the catalogue held anything by the end of the day.
    func hadBegun() throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM learningResource WHERE createdAt <= ?)", arguments: [instant])
            ?? false
    }

    /// Live, openly licensed resources by institution.
    func openResources(_ openness: [String]) throws -> [String: Int] {
        let places = openness.map { _ in "?" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT r.publisher, count(*) FROM learningResource r
                JOIN licence l ON l.code = r.record ->> '$.licence'
                LEFT JOIN linkCheck k ON k.url = r.record ->> '$.url' AND k.state = 'dead'
                WHERE r.createdAt <= ? AND (r.withdrawnAt IS NULL OR r.withdrawnAt > ?)
                  AND l.openness IN (\(places)) AND k.url IS NULL GROUP BY r.publisher
                """, arguments: StatementArguments([instant, instant]) + StatementArguments(openness))
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    /// Resources in the published collections of an institution.
    func listedResources() throws -> [String: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT c.institution, count(DISTINCT i.resource) FROM resourceCollection c
                JOIN collectionItem i ON i.collection = c.collection
                WHERE c.institution IS NOT NULL AND c.state = 'published' AND i.addedAt <= ? GROUP BY c.institution
                """, arguments: [instant])
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    /// Open resources by major.
    func majors(_ openness: [String]) throws -> [String: Int] {
        let places = openness.map { _ in "?" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT j.value, count(*) FROM learningResource r, json_each(r.record, '$.programmes') j
                JOIN licence l ON l.code = r.record ->> '$.licence'
                WHERE r.createdAt <= ? AND (r.withdrawnAt IS NULL OR r.withdrawnAt > ?) AND l.openness IN (\(places))
                GROUP BY j.value
                """, arguments: StatementArguments([instant, instant]) + StatementArguments(openness))
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    /// Resources about some subjects or anything narrower, by identifier.
    func resources(about subjects: [String]) throws -> [(id: String, title: String)] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT r.id, r.record ->> '$.title', r.record ->> '$.subjects' FROM learningResource r
                WHERE r.createdAt <= ? AND (r.withdrawnAt IS NULL OR r.withdrawnAt > ?)
                  AND r.record ->> '$.subjects' IS NOT NULL ORDER BY r.id
                """, arguments: [instant, instant])
        return rows.filter { row in
            let text: String = row[2]
            return subjects.contains { text.contains("\"" + $0) }
        }.map { ($0[0], $0[1] ?? $0[0]) }
    }
}
