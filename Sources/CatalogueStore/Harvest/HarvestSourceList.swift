package import CatalogueModel
import Foundation
import RecordFormats
import Vocabularies

/// A list of sources in CSV, as `Corpus/Sources.csv` has it: one row a source.
///
/// Columns: `id`, `institution`, `protocol`, `url` (several are separated by blanks), `format`, `set`, `licence`,
/// `language`, `mapping` (a file beside the list), `contact`, `delay_seconds`, `interval_hours`, `source` (where its
/// address was seen). Only the first four must be filled in.
package enum HarvestSourceList {
    /// Reads the list; the sources are in its order.
    ///
    /// - Parameter mapping: the text of a mapping file, by its path relative to the list; nil where there is none.
    /// - Throws: `VocabularyError` with file, line and column of the first fault.
    package static func sources(
        from text: String, file: String, mapping: (String) throws -> String?
    ) throws -> [HarvestSource] {
        let table = try CSVTable(text, file: file, required: ["id", "institution", "protocol", "url"])
        var seen: Set<String> = []
        return try table.rows.map { row in
            let cells = Cells(row: row, file: file)
            let id = try cells.text("id")
            guard seen.insert(id).inserted else {
                throw cells.fault("id", "“\(id)” stands in the list already", "Give one of the rows another id")
            }
            var source = HarvestSource(
                id: id, institution: try cells.text("institution"), sourceProtocol: try cells.protocol(),
                urls: cells.list("url"))
            source.formats = cells.list("format")
            source.sets = cells.list("set")
            source.licence = row["licence"]
            source.language = row["language"]
            source.contact = row["contact"]
            source.delay = try cells.number("delay_seconds") ?? source.delay
            source.interval = try cells.number("interval_hours").map { $0 * 3600 } ?? source.interval
            source.mapping = try row["mapping"].map { path in
                guard let text = try mapping(path) else {
                    throw cells.fault("mapping", "there is no file “\(path)”", "Give its path as seen from the list")
                }
                _ = try RecordMapping(yaml: text, file: path)
                return text
            }
            return source
        }
    }
}

private struct Cells {
    let row: CSVTable.Row
    let file: String

    func fault(_ column: String, _ problem: String, _ remedy: String) -> VocabularyError {
        VocabularyError(file: file, line: row.line, field: column, problem: problem, remedy: remedy)
    }

    func text(_ column: String) throws -> String {
        guard let text = row[column] else { throw fault(column, "the cell is empty", "Fill it in") }
        return text
    }

    func list(_ column: String) -> [String] {
        (row[column] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    func number(_ column: String) throws -> Int? {
        guard let text = row[column] else { return nil }
        guard let number = Int(text), (0...100_000).contains(number) else {
            throw fault(column, "“\(text)” is no number of 0 to 100,000", "Write digits only")
        }
        return number
    }

    func `protocol`() throws -> HarvestSource.SourceProtocol {
        let text = try text("protocol")
        guard let found = HarvestSource.SourceProtocol(rawValue: text) else {
            let known = HarvestSource.SourceProtocol.allCases.map(\.rawValue).joined(separator: ", ")
            throw fault("protocol", "“\(text)” is no protocol of ours", "Use one of: \(known)")
        }
        return found
    }
}
