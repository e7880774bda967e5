import CatalogueModel
import Crypto
import Foundation
import GRDB
import Vocabularies

/// Moves reference data in and out of its tables.
enum ReferenceDataTables {
    /// Replaces all of it, in the caller's transaction.
    static func replace(with data: ReferenceData, in db: Database) throws {
        for table in ["concept", "licence", "crosswalk", "institution", "territory", "population", "glossary"] {
            try db.execute(sql: "DELETE FROM \(table)")
        }
        for scheme in SchemeID.allCases {
            for concept in data.vocabularies[scheme].concepts { try insert(concept, of: scheme, in: db) }
        }
        for licence in data.vocabularies.licences.licences {
            try db.cachedStatement(sql: "INSERT INTO licence VALUES (?, ?, ?, ?, ?)").execute(arguments: [
                licence.code, licence.url, licence.openness.rawValue, licence.label.vietnamese, licence.label.english,
            ])
        }
        for (id, crosswalk) in data.vocabularies.crosswalks {
            for (source, target) in crosswalk {
                try db.cachedStatement(sql: "INSERT INTO crosswalk VALUES (?, ?, ?)")
                    .execute(arguments: [id.rawValue, source, target])
            }
        }
        for row in data.registers.institutions.values.joined() { try insert(row, in: db) }
        for row in data.registers.territories.values.joined() { try insert(row, in: db) }
        for row in data.registers.population {
            try db.cachedStatement(
                sql: "INSERT INTO population (territory, peopleGroup, year, people, source) VALUES (?, ?, ?, ?, ?)"
            )
            .execute(arguments: [row.territory, row.group, row.year, row.people, row.source])
        }
        for entry in data.glossary {
            try db.cachedStatement(
                sql: "INSERT INTO glossary (kind, leftTerms, rightTerms, condition, subject) VALUES (?, ?, ?, ?, ?)"
            )
            .execute(arguments: [
                entry.kind.rawValue, entry.left.joined(separator: "|"), entry.right.joined(separator: "|"),
                entry.condition.rawValue, entry.subject,
            ])
        }
    }

    static func load(from db: Database) throws -> ReferenceData {
        ReferenceData(
            vocabularies: VocabularySet(
                schemes: try schemes(in: db), licences: try licences(in: db),
                crosswalks: try crosswalks(in: db)),
            registers: Registers(
                institutions: try institutions(in: db), territories: try territories(in: db),
                population: try population(in: db)),
            glossary: try glossary(in: db))
    }

    /// Hash over everything facets are computed from; an index with another one is rebuilt.
    static func hash(of db: Database) throws -> String {
        var hash = SHA256()
        for sql in [
            "SELECT scheme || char(9) || code || char(9) || ifnull(broader, '') FROM concept ORDER BY scheme, code",
            "SELECT code || char(9) || openness FROM licence ORDER BY code",
            "SELECT name || char(9) || source || char(9) || target FROM crosswalk WHERE name = 'vqf-to-isced' ORDER BY source",
            "SELECT id || char(9) || ifnull(territory, '') FROM institution ORDER BY id, validFrom",
            "SELECT id || char(9) || ifnull(parent, '') FROM territory ORDER BY id, validFrom",
        ] {
            let rows = try String.fetchCursor(db, sql: sql)
            while let row = try rows.next() { hash.update(data: Data((row + "\n").utf8)) }
        }
        return hash.finalize().prefix(16).map { String(format: "%02x", $0) }.joined()
    }

    private static func insert(_ concept: Concept, of scheme: SchemeID, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO concept VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            scheme.rawValue, concept.code, concept.broader, concept.label.vietnamese, concept.label.english,
            concept.alternativesInVietnamese.joined(separator: "|"),
            concept.alternativesInEnglish.joined(separator: "|"), concept.exactMatches.joined(separator: "|"),
            concept.note,
        ])
    }

    private static func insert(_ row: Institution, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO institution (id, validFrom, validTo, name, nameVi, nameEn, type, country, territory,
                    website, officialCode, successor, source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            row.id, row.validFrom?.description ?? "", row.validTo?.description, row.name, row.nameInVietnamese,
            row.nameInEnglish, row.type, row.country, row.territory, row.website, row.officialCode, row.successor,
            row.source,
        ])
    }

    private static func insert(_ row: Territory, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO territory (id, validFrom, validTo, name, type, parent, officialCode, successor, source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            row.id, row.validFrom?.description ?? "", row.validTo?.description, row.name, row.type, row.parent,
            row.officialCode, row.successor, row.source,
        ])
    }

    private static func schemes(in db: Database) throws -> [ConceptScheme] {
        var concepts: [SchemeID: [Concept]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT scheme, code, broader, labelVi, labelEn, alternativesVi, alternativesEn, exactMatches, note
                FROM concept
                """)
        while let row = try rows.next() {
            guard let scheme = SchemeID(rawValue: row[0]) else { continue }
            concepts[scheme, default: []].append(
                Concept(
                    code: row[1], broader: row[2], label: LocalisedText(vietnamese: row[3], english: row[4]),
                    alternativesInVietnamese: list(row[5]), alternativesInEnglish: list(row[6]),
                    exactMatches: list(row[7]), note: row[8]))
        }
        return concepts.map { ConceptScheme(id: $0.key, concepts: $0.value) }
    }

    private static func licences(in db: Database) throws -> LicenceRegister {
        let rows = try Row.fetchAll(db, sql: "SELECT code, url, openness, labelVi, labelEn FROM licence")
        return LicenceRegister(
            licences: rows.map { row in
                Licence(
                    code: row[0], url: row[1], openness: OpennessClass(rawValue: row[2]) ?? .unknown,
                    label: LocalisedText(vietnamese: row[3], english: row[4]))
            })
    }

    private static func crosswalks(in db: Database) throws -> [CrosswalkID: [String: String]] {
        var crosswalks: [CrosswalkID: [String: String]] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT name, source, target FROM crosswalk")
        while let row = try rows.next() {
            let source: String = row[1]
            if let id = CrosswalkID(rawValue: row[0]) { crosswalks[id, default: [:]][source] = row[2] }
        }
        return crosswalks
    }

    private static func institutions(in db: Database) throws -> [Institution] {
        try Row.fetchAll(db, sql: "SELECT * FROM institution").map { row in
            var institution = Institution(id: row["id"], name: row["name"], type: row["type"])
            institution.nameInVietnamese = row["nameVi"]
            institution.nameInEnglish = row["nameEn"]
            institution.country = row["country"]
            institution.territory = row["territory"]
            institution.website = row["website"]
            institution.officialCode = row["officialCode"]
            institution.validFrom = PartialDate(row["validFrom"])
            institution.validTo = (row["validTo"] as String?).flatMap { PartialDate($0) }
            institution.successor = row["successor"]
            institution.source = row["source"]
            return institution
        }
    }

    private static func territories(in db: Database) throws -> [Territory] {
        try Row.fetchAll(db, sql: "SELECT * FROM territory").map { row in
            var territory = Territory(id: row["id"], name: row["name"], type: row["type"])
            territory.parent = row["parent"]
            territory.officialCode = row["officialCode"]
            territory.validFrom = PartialDate(row["validFrom"])
            territory.validTo = (row["validTo"] as String?).flatMap { PartialDate($0) }
            territory.successor = row["successor"]
            territory.source = row["source"]
            return territory
        }
    }

    private static func population(in db: Database) throws -> [PopulationFigure] {
        try Row.fetchAll(db, sql: "SELECT territory, peopleGroup, year, people, source FROM population").map { row in
            PopulationFigure(territory: row[0], group: row[1], year: row[2], people: row[3], source: row[4])
        }
    }

    private static func glossary(in db: Database) throws -> [GlossaryEntry] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT kind, leftTerms, rightTerms, condition, subject FROM glossary ORDER BY rowid")
        return rows.compactMap { row in
            guard let kind = GlossaryEntry.Kind(rawValue: row[0]),
                let condition = GlossaryEntry.Condition(rawValue: row[3])
            else { return nil }
            return GlossaryEntry(
                kind: kind, left: list(row[1]), right: list(row[2]), condition: condition, subject: row[4])
        }
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: "|").map(String.init)
    }
}
