package import CatalogueModel
import RecordFormats
package import Vocabularies

/// Reads the registers of institutions and territories from their CSV files, and checks them.
package enum RegisterReader {
    /// - Throws: `VocabularyError` for the first fault: a missing name, an unknown type, an impossible date, two rows of
    ///   one institution that begin on the same day.
    package static func institutions(from text: String, file: String, types: ConceptScheme) throws -> [Institution] {
        let table = try CSVTable(text, file: file, required: ["id", "name", "type", "country", "territory"])
        var seen: Set<String> = []
        return try table.rows.map { row in
            let fields = try RegisterFields(row, file: file, seen: &seen)
            guard types[fields.type] != nil else {
                throw VocabularyError(
                    file: file, line: row.line, field: "type", problem: "“\(fields.type)” is no institution type",
                    remedy: "Use a code of Vocabularies/institution-types.tsv")
            }
            var institution = Institution(id: fields.id, name: fields.name, type: fields.type)
            institution.nameInVietnamese = row["name_vi"]
            institution.nameInEnglish = row["name_en"]
            institution.country = row["country"]
            institution.territory = row["territory"]
            institution.website = row["website"]
            institution.officialCode = row["official_code"]
            institution.validFrom = fields.validFrom
            institution.validTo = fields.validTo
            institution.successor = row["successor"]
            institution.source = row["source"]
            return institution
        }
    }

    /// - Throws: `VocabularyError`; also for a parent that is not in the register.
    package static func territories(from text: String, file: String) throws -> [Territory] {
        let table = try CSVTable(text, file: file, required: ["id", "name", "type", "parent"])
        let ids = Set(table.rows.compactMap { $0["id"] })
        var seen: Set<String> = []
        return try table.rows.map { row in
            let fields = try RegisterFields(row, file: file, seen: &seen)
            var territory = Territory(id: fields.id, name: fields.name, type: fields.type)
            territory.parent = row["parent"]
            if let parent = territory.parent, !ids.contains(parent) {
                throw VocabularyError(
                    file: file, line: row.line, field: "parent",
                    problem: "“\(parent)” is no territory of this register",
                    remedy: "Add its row, or mend the identifier")
            }
            territory.officialCode = row["official_code"]
            territory.validFrom = fields.validFrom
            territory.validTo = fields.validTo
            territory.successor = row["successor"]
            territory.source = row["source"]
            return territory
        }
    }

    /// - Throws: `VocabularyError`; also for a territory that is not in the register, a row that stands twice, and figures
    ///   that are no whole numbers.
    package static func population(
        from text: String, file: String, territories: Set<String>
    ) throws -> [PopulationFigure] {
        let table = try CSVTable(text, file: file, required: ["territory", "group", "year", "value", "source"])
        var seen: Set<[String]> = []
        return try table.rows.map { row in
            func fault(_ field: String, _ problem: String, _ remedy: String) -> VocabularyError {
                VocabularyError(file: file, line: row.line, field: field, problem: problem, remedy: remedy)
            }
            guard let territory = row["territory"], territories.contains(territory) else {
                throw fault(
                    "territory", "“\(row["territory"] ?? "")” is no territory of the register", "Mend the identifier")
            }
            guard let group = row["group"], let source = row["source"] else {
                throw fault("group", "group or source is empty", "Fill it in")
            }
            guard let year = row["year"].flatMap({ Int($0) }), (1900...2100).contains(year) else {
                throw fault("year", "“\(row["year"] ?? "")” is no year", "Write it as 2019")
            }
            guard let people = row["value"].flatMap({ Int($0) }), people > 0 else {
                throw fault(
                    "value", "“\(row["value"] ?? "")” is no number of people", "Write it in digits alone: 1235171")
            }
            guard seen.insert([territory, group, row["year"] ?? "", source]).inserted else {
                throw fault("territory", "the row stands twice", "Remove one of them")
            }
            return PopulationFigure(territory: territory, group: group, year: year, people: people, source: source)
        }
    }
}

/// What rows of institutions and territories have.
private struct RegisterFields {
    let id: String
    let name: String
    let type: String
    let validFrom: PartialDate?
    let validTo: PartialDate?

    init(_ row: CSVTable.Row, file: String, seen: inout Set<String>) throws {
        func required(_ column: String) throws -> String {
            guard let text = row[column] else {
                throw VocabularyError(
                    file: file, line: row.line, field: column, problem: "the cell is empty", remedy: "Fill it in")
            }
            return text
        }
        func date(_ column: String) throws -> PartialDate? {
            guard let text = row[column] else { return nil }
            guard let date = PartialDate(text) else {
                throw VocabularyError(
                    file: file, line: row.line, field: column, problem: "“\(text)” is no date",
                    remedy: "Write it as 2024, 2024-07 or 2024-07-01")
            }
            return date
        }
        id = try required("id")
        name = try required("name")
        type = try required("type")
        validFrom = try date("valid_from")
        validTo = try date("valid_to")
        if let validFrom, let validTo, validTo.description < validFrom.description {
            throw VocabularyError(
                file: file, line: row.line, field: "valid_to", problem: "the row ends before it begins",
                remedy: "Mend one of the dates")
        }
        guard seen.insert("\(id) \(validFrom?.description ?? "")").inserted else {
            throw VocabularyError(
                file: file, line: row.line, field: "id", problem: "“\(id)” has a row of the same first day already",
                remedy: "Give one of them another valid_from, or remove it")
        }
    }
}
