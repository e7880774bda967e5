/// Reads the tables of `Corpus/Glossary`.
package enum GlossaryReader {
    /// Columns `terms` (separated by `|`) and `note`.
    package static func synonyms(from text: String, file: String) throws(VocabularyError) -> [GlossaryEntry] {
        var entries: [GlossaryEntry] = []
        for row in try TabSeparatedTable(text, file: file, required: ["terms"]).rows {
            let terms = row.list("terms")
            guard terms.count > 1 else {
                throw VocabularyError(
                    file: file, line: row.line, field: "terms", problem: "a synonym needs two terms",
                    remedy: "Separate them by |")
            }
            entries.append(GlossaryEntry(kind: .synonym, left: terms, right: []))
        }
        return entries
    }

    /// Columns `abbreviation`, `expansion` and `note`, which may restrict it and give an English long form.
    package static func abbreviations(from text: String, file: String) throws(VocabularyError) -> [GlossaryEntry] {
        var entries: [GlossaryEntry] = []
        for row in try TabSeparatedTable(text, file: file, required: ["abbreviation", "expansion", "note"]).rows {
            var long = row.list("expansion")
            let notes = row["note"].split(separator: ";").map(\.trimmed)
            for note in notes where note.hasPrefix("tiếng Anh: ") { long.append(String(note.dropFirst(11))) }
            guard !row["abbreviation"].isEmpty, !long.isEmpty else {
                throw VocabularyError(
                    file: file, line: row.line, problem: "an abbreviation needs its long form",
                    remedy: "Fill in both columns")
            }
            let condition: GlossaryEntry.Condition =
                notes.contains("chỉ khi viết hoa")
                ? .inCapitals : notes.contains("chỉ khi có dấu chấm") ? .withFullStop : .always
            entries.append(
                GlossaryEntry(kind: .abbreviation, left: [row["abbreviation"]], right: long, condition: condition))
        }
        return entries
    }

    /// Columns `vi`, `en` (terms separated by `|`) and `isced`.
    package static func translations(from text: String, file: String) throws(VocabularyError) -> [GlossaryEntry] {
        var entries: [GlossaryEntry] = []
        for row in try TabSeparatedTable(text, file: file, required: ["vi", "en", "isced"]).rows {
            let (vietnamese, english) = (row.list("vi"), row.list("en"))
            guard !vietnamese.isEmpty, !english.isEmpty else {
                throw VocabularyError(
                    file: file, line: row.line, problem: "a translation needs both languages",
                    remedy: "Fill in both columns")
            }
            entries.append(
                GlossaryEntry(
                    kind: .translation, left: vietnamese, right: english,
                    subject: row["isced"].isEmpty ? nil : row["isced"]))
        }
        return entries
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
