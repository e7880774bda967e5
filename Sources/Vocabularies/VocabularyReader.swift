/// Reads the files of `Corpus/Vocabularies` and `Corpus/Crosswalks` from their text.
///
/// Pure: the caller reads the files. Every fault stops reading with the file, line and remedy.
package enum VocabularyReader {
    private static let conceptColumns = [
        "code", "broader", "prefLabel_vi", "prefLabel_en", "altLabels_vi", "altLabels_en", "exactMatch", "note",
    ]
    private static let licenceColumns = ["code", "url", "openness", "prefLabel_vi", "prefLabel_en"]

    package static func scheme(_ id: SchemeID, from text: String, file: String) throws(VocabularyError) -> ConceptScheme
    {
        let table = try TabSeparatedTable(text, file: file, required: conceptColumns)
        try checkCodes(of: table, column: "code")
        let codes = Set(table.rows.map { $0["code"] })
        var concepts: [Concept] = []
        for row in table.rows {
            let label = try label(of: row, in: file)
            let broader = row["broader"]
            guard broader.isEmpty || codes.contains(broader) else {
                throw VocabularyError(
                    file: file, line: row.line, field: "broader", problem: "no concept has the code “\(broader)”",
                    remedy: "Use a code of this file, or leave it empty")
            }
            concepts.append(
                Concept(
                    code: row["code"], broader: broader.isEmpty ? nil : broader, label: label,
                    alternativesInVietnamese: row.list("altLabels_vi"), alternativesInEnglish: row.list("altLabels_en"),
                    exactMatches: row.list("exactMatch"), note: row["note"]))
        }
        return ConceptScheme(id: id, concepts: concepts)
    }

    package static func licences(from text: String, file: String) throws(VocabularyError) -> LicenceRegister {
        let table = try TabSeparatedTable(text, file: file, required: licenceColumns)
        try checkCodes(of: table, column: "code")
        var licences: [Licence] = []
        for row in table.rows {
            guard let openness = OpennessClass(rawValue: row["openness"]) else {
                throw VocabularyError(
                    file: file, line: row.line, field: "openness", problem: "“\(row["openness"])” is no openness class",
                    remedy: "Use a letter from A to F")
            }
            licences.append(
                Licence(code: row["code"], url: row["url"], openness: openness, label: try label(of: row, in: file)))
        }
        return LicenceRegister(licences: licences)
    }

    /// A crosswalk: `from` → `to`.
    package static func crosswalk(from text: String, file: String) throws(VocabularyError) -> [String: String] {
        let table = try TabSeparatedTable(text, file: file, required: ["from", "to"])
        try checkCodes(of: table, column: "from")
        return Dictionary(table.rows.map { ($0["from"], $0["to"]) }, uniquingKeysWith: { first, _ in first })
    }

    private static func label(of row: TabSeparatedTable.Row, in file: String) throws(VocabularyError) -> LocalisedText {
        for column in ["prefLabel_vi", "prefLabel_en"] where row[column].isEmpty {
            throw VocabularyError(
                file: file, line: row.line, field: column, problem: "“\(row["code"])” has no label",
                remedy: "Every concept has a Vietnamese and an English label")
        }
        return LocalisedText(vietnamese: row["prefLabel_vi"], english: row["prefLabel_en"])
    }

    private static func checkCodes(of table: TabSeparatedTable, column: String) throws(VocabularyError) {
        var seen: [String: Int] = [:]
        for row in table.rows {
            let code = row[column]
            guard !code.isEmpty else {
                throw VocabularyError(
                    file: table.file, line: row.line, field: column, problem: "the code is empty",
                    remedy: "Give the row a code, or remove it")
            }
            if let first = seen.updateValue(row.line, forKey: code) {
                throw VocabularyError(
                    file: table.file, line: row.line, field: column,
                    problem: "“\(code)” stands in line \(first) already",
                    remedy: "Codes are unique: remove or rename one of the rows")
            }
        }
    }
}
