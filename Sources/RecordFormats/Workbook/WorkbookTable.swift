import CatalogueModel
import Vocabularies

/// The first sheet of an Excel workbook (`.xlsx`) as a table in UTF-8, cell by cell as people see them.
///
/// Lines of the table are rows of the sheet, so that reports name what the person sees. Dates come as ISO 8601; of a formula
/// comes what it showed when the workbook was saved, or the formula itself where it showed nothing. Nothing is computed.
package struct WorkbookTable {
    /// Columns that are read; a sheet with more is no list of resources.
    static let mostColumns = 256
    private static let mostRows = 200_000

    /// Comma-separated, each row on one line.
    package let bytes: [UInt8]

    /// Whether the bytes may be a workbook: it is a ZIP archive.
    package static func isWorkbook(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// - Parameter file: name for messages.
    /// - Throws: `RecordFormatError` where the archive is damaged, or is no workbook.
    package init(_ bytes: [UInt8], file: String) throws {
        do {
            let parts = try WorkbookParts(bytes)
            guard let sheet = try parts.firstSheet else { throw Self.noWorkbook(file) }
            self.bytes = try Self.table(of: sheet, cells: try WorkbookCells(parts))
        } catch let fault as ArchiveFault {
            throw fault.fault.fileError(at: SourceLocation(file: file, line: 1))
        } catch let problem as RecordProblem {
            throw RecordFormatError(
                location: SourceLocation(file: file, line: 1), message: problem.message, remedy: problem.remedy)
        }
    }

    private static func table(of sheet: [UInt8], cells: WorkbookCells) throws -> [UInt8] {
        var table: [UInt8] = []
        var line = 1
        var width: Int?
        try WorkbookParts.forEachElement("row", in: "sheetData", of: sheet, part: "sheet") { row in
            let number = row[attribute: "r"].flatMap { Int($0) } ?? line
            guard line <= mostRows else { return }
            var values = cells.values(of: row)
            while values.last?.isEmpty == true { values.removeLast() }
            guard !values.isEmpty else { return }
            if number > line, number <= mostRows {
                table += [UInt8](repeating: ASCII.newline, count: number - line)
                line = number
            }
            // The first row with anything in it names the columns; others are as wide, if they can be.
            width = width ?? values.count
            if let width, values.count < width {
                values += [String](repeating: "", count: width - values.count)
            }
            table += values.map(quoted).joined(separator: ",").utf8
            table.append(ASCII.newline)
            line += 1
        }
        return table
    }

    private static func quoted(_ cell: String) -> String {
        let line = String(
            String.UnicodeScalarView(cell.unicodeScalars.map { $0.value < 0x20 || $0 == "\u{2028}" ? " " : $0 }))
        guard line.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" || $0 == " " }) else { return line }
        return "\"" + line.replacing("\"", with: "\"\"") + "\""
    }

    private static func noWorkbook(_ file: String) -> RecordFormatError {
        RecordFormatError(
            location: SourceLocation(file: file, line: 1),
            message: LocalisedText(
                vietnamese: "Tệp này không phải bảng tính Excel (.xlsx) và không có trang tính nào",
                english: "This is no Excel workbook (.xlsx), or one without a sheet"),
            remedy: LocalisedText(
                vietnamese: "Hãy lưu bảng tính dạng .xlsx hoặc “CSV UTF-8”",
                english: "Save the spreadsheet as .xlsx or as “CSV UTF-8”"))
    }
}
