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

    /// A crosswalk, checked: values sorted and unique, targets in `scheme`, relations known.
    ///
    /// A cell of `to` may hold several codes with `|` between them; it is empty where, and only where, the relation is
    /// `noMatch`.
    package static func crosswalk(
        _ id: CrosswalkID, from text: String, file: String, to scheme: ConceptScheme
    ) throws(VocabularyError) -> Crosswalk {
        let table = try TabSeparatedTable(text, file: file, required: ["from", "to", "relation"])
        try checkCodes(of: table, column: "from")
        var entries: [Crosswalk.Entry] = []
        for row in table.rows {
            func fault(_ field: String, _ problem: String, _ remedy: String) -> VocabularyError {
                VocabularyError(file: file, line: row.line, field: field, problem: problem, remedy: remedy)
            }
            let (from, to) = (row["from"], row.list("to"))
            guard let relation = MappingRelation(rawValue: row["relation"]) else {
                throw fault(
                    "relation", "“\(row["relation"])” is no mapping relation",
                    "Use one of \(MappingRelation.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            if let code = to.first(where: { scheme[$0] == nil }) {
                throw fault("to", "the scheme “\(scheme.id.rawValue)” has no “\(code)”", "Use a code of that scheme")
            }
            guard to.isEmpty == (relation == .noMatch) else {
                throw fault(
                    "to", "noMatch goes with an empty target, and only noMatch", "Fill in one or empty the other")
            }
            if let last = entries.last, !last.from.utf8.lexicographicallyPrecedes(from.utf8) {
                throw fault(
                    "from", "“\(from)” stands after “\(last.from)”", "Sort the rows by the bytes of this column")
            }
            entries.append(Crosswalk.Entry(from: from, to: to, relation: relation))
        }
        return Crosswalk(id: id, entries: entries)
    }

    /// Every vocabulary and crosswalk of a `Corpus` folder.
    ///
    /// - Parameter text: the text of a file, named by its path in the folder, such as `Vocabularies/subjects.tsv`.
    /// - Parameter name: what a fault calls that file.
    /// - Throws: what `text` throws, and `VocabularyError` for the first fault in a file.
    package static func vocabularies(
        named name: (String) -> String = { $0 }, text: (String) throws -> String
    ) throws -> VocabularySet {
        var schemes: [SchemeID: ConceptScheme] = [:]
        for id in SchemeID.allCases where id != .licences {
            let file = "Vocabularies/\(id.rawValue).tsv"
            schemes[id] = try scheme(id, from: text(file), file: name(file))
        }
        var crosswalks: [CrosswalkID: [String: String]] = [:]
        for id in CrosswalkID.allCases {
            let file = "Crosswalks/\(id.rawValue).tsv"
            let target = schemes[id.target] ?? ConceptScheme(id: id.target, concepts: [])
            crosswalks[id] = try crosswalk(id, from: text(file), file: name(file), to: target).targetsByValue
        }
        let licences = "Vocabularies/licences.tsv"
        return VocabularySet(
            schemes: Array(schemes.values), licences: try self.licences(from: text(licences), file: name(licences)),
            crosswalks: crosswalks)
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
