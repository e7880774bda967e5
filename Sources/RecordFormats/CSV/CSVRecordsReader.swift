import CatalogueModel
import Vocabularies

/// Reads the rows of a table whose first line names the columns.
struct CSVRecordsReader: FormatReader {
    private let file: String
    private let mapping: RecordMapping?
    private let needed: [SourceField]
    private var rows = CSVRows(limit: RecordReader.recordLimit)
    private var header: CSVHeader?
    private var hasReportedColumns = false

    /// - Parameters:
    ///   - mapping: nil for column headings that are ours or schema.org's.
    ///   - needed: the columns without which the table is refused as a whole.
    init(file: String, mapping: RecordMapping?, needed: [SourceField]) {
        self.file = file
        self.mapping = mapping
        self.needed = needed
    }

    mutating func next(from stream: inout ByteStream) throws -> ReadOutcome? {
        let header = try openedHeader(&stream)
        do {
            guard let row = try rows.next(from: &stream) else { return nil }
            let location = SourceLocation(file: file, line: row.line)
            guard row.cells.count == header.columns.count else {
                throw RecordFault.cellCount(found: row.cells.count, expected: header.columns.count)
            }
            if let mapping {
                let record = try mapping.record(from: .row(row.cells, header), at: location)
                return .record(record, warnings: [])
            }
            let record = SourceRecord(
                location: location, values: header.values(of: row.cells, delimiter: rows.delimiter),
                namesInSource: header.namesInSource)
            return .record(record, warnings: columnWarnings(header, at: location))
        } catch let fault as RecordFault {
            return .refused(fault.problem(at: SourceLocation(file: file, line: rows.line)))
        }
    }

    /// Columns we do not know are told once, with the first row.
    private mutating func columnWarnings(_ header: CSVHeader, at location: SourceLocation) -> [RecordProblem] {
        guard !hasReportedColumns else { return [] }
        hasReportedColumns = true
        return header.unknownColumns.prefix(100).map { RecordFault.unknownField($0).problem(at: location) }
    }

    private mutating func openedHeader(_ stream: inout ByteStream) throws -> CSVHeader {
        if let header { return header }
        let row: CSVRows.Row?
        do {
            row = try rows.header(from: &stream)
        } catch let fault as RecordFault {
            throw fault.fileError(at: SourceLocation(file: file, line: rows.line))
        }
        guard let row else {
            throw RecordFormatError(
                location: SourceLocation(file: file, line: 1),
                message: LocalisedText(
                    vietnamese: "Tệp không có dòng tiêu đề nào", english: "The file has no header line"),
                remedy: LocalisedText(
                    vietnamese: "Dòng đầu phải ghi tên các cột: Mã, Tiêu đề, Địa chỉ, Đơn vị …",
                    english: "Its first line names the columns: identifier, name, url, publisher …"))
        }
        let header = CSVHeader(row.cells)
        if let mapping {
            try mapping.checkColumns(of: header, file: file, line: row.line)
        } else {
            try header.check(needed, file: file, line: row.line)
        }
        self.header = header
        return header
    }
}
