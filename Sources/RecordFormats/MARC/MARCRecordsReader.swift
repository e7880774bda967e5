import CatalogueModel

/// Reads the records of a file in ISO 2709 (MARC 21 Specifications for Record Structure).
///
/// Such a file has no lines: the line of a location is the number of the record, from 1.
struct MARCRecordsReader: FormatReader {
    private let file: String
    private var splitter = ISO2709Splitter(limit: RecordReader.recordLimit)
    private var buffer: [UInt8] = []

    init(file: String) {
        self.file = file
    }

    mutating func next(from stream: inout ByteStream) throws -> ReadOutcome? {
        guard let piece = try splitter.next(from: &stream, into: &buffer) else { return nil }
        let location = SourceLocation(file: file, line: piece.number)
        do throws(RecordFault) {
            guard piece.length <= RecordReader.recordLimit else { throw .tooLong(bytes: piece.length) }
            return try MARCCrosswalk.content(of: record(piece)).outcome(at: location)
        } catch {
            let isNoMARC = piece.number == 1 && !piece.isClosed && !buffer.contains(ISO2709Record.fieldTerminator)
            if isNoMARC { throw RecordFault.noMARC.fileError(at: location) }
            return .refused(error.problem(at: location))
        }
    }

    private func record(
        _ piece: ISO2709Splitter.Piece
    ) throws(RecordFault) -> (record: MARCRecord, warnings: [RecordFault]) {
        do throws(RecordFault) {
            let source = try ISO2709Record(buffer)
            if source.isMended, !piece.isClosed { throw .fileCutOff }
            var (record, warnings) = try MARCFieldParser.record(of: source)
            if !piece.isClosed { warnings.append(.marcUnclosed) }
            return (record, warnings)
        } catch {
            throw piece.isClosed ? error.inRecord(piece.number, offset: piece.offset) : .fileCutOff
        }
    }
}
