import CatalogueModel
import Vocabularies

/// Reads the records of one file, one after another, from chunks of its bytes.
///
/// Memory is bounded by the longest record allowed and the chunk at hand, however long the file and its lines are. A bad
/// record is one outcome, and reading goes on after it.
package struct RecordReader {
    /// Bytes one record may have: 4 MiB.
    package static let recordLimit = 4 << 20
    /// Unknown keys that are reported, each once a file.
    private static let reportedKeysLimit = 100

    private let format: RecordFormat
    private let mapping: RecordMapping?
    private let file: String
    private var stream: ByteStream
    private var splitter = JSONRecordSplitter(limit: recordLimit)
    private var rows = CSVRows(limit: recordLimit)
    private var header: CSVHeader?
    private var buffer: [UInt8] = []
    private var isOpen = false
    private var reportedKeys: Set<String> = []

    /// - Parameters:
    ///   - mapping: brings the file's own fields into ours; nil for schema.org keys and known column headings.
    ///   - file: name of the file in messages.
    ///   - chunks: gives the next bytes, nil at the end; a chunk may be of any size.
    package init(
        format: RecordFormat, mapping: RecordMapping? = nil, file: String, chunks: @escaping () throws -> [UInt8]?
    ) {
        self.format = format
        self.mapping = mapping
        self.file = file
        stream = ByteStream(chunks: chunks)
    }

    /// Bytes of the file that were read so far.
    package var bytesRead: Int { stream.bytesRead }

    /// The next record, or why there is none; nil at the end of the file.
    ///
    /// - Throws: `RecordFormatError` where the file as a whole cannot be read, and what `chunks` throws.
    package mutating func next() throws -> ReadOutcome? {
        if !isOpen {
            isOpen = true
            try InputStart.check(&stream, file: file)
            if format == .csv { try openTable() }
        }
        return switch format {
        case .jsonLines: try nextObject()
        case .csv: try nextRow()
        }
    }
}

// MARK: JSON

extension RecordReader {
    private mutating func nextObject() throws -> ReadOutcome? {
        guard let piece = try splitter.next(from: &stream, into: &buffer) else { return nil }
        let location = SourceLocation(file: file, line: piece.line)
        do throws(RecordFault) {
            let (object, loneSurrogates) = try JSONRecord.object(from: buffer, piece: piece, limit: Self.recordLimit)
            var warnings: [RecordFault] = loneSurrogates > 0 ? [.loneSurrogates(loneSurrogates)] : []
            let record: SourceRecord
            if let mapping {
                record = try mapping.record(from: .object(object), at: location)
            } else {
                let reader = SchemaOrgReader(object)
                record = SourceRecord(location: location, values: reader.values)
                warnings += reader.unreadableKeys.map { .wrongType(field: $0) }
                warnings += newlyUnknown(reader.unknownKeys).map { .unknownField($0) }
            }
            return .record(record, warnings: warnings.map { $0.problem(at: location) })
        } catch {
            return .refused(error.problem(at: location))
        }
    }

    private mutating func newlyUnknown(_ keys: [String]) -> [String] {
        keys.filter { reportedKeys.count < Self.reportedKeysLimit && reportedKeys.insert($0).inserted }
    }
}

// MARK: CSV

extension RecordReader {
    private mutating func openTable() throws {
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
            try header.checkRequiredColumns(file: file, line: row.line)
        }
        self.header = header
    }

    private mutating func nextRow() throws -> ReadOutcome? {
        guard let header else { return nil }
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
            let unknown = newlyUnknown(header.unknownColumns)
            return .record(record, warnings: unknown.map { RecordFault.unknownField($0).problem(at: location) })
        } catch let fault as RecordFault {
            return .refused(fault.problem(at: SourceLocation(file: file, line: rows.line)))
        }
    }
}
