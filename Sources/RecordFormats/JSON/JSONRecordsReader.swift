import CatalogueModel

/// Reads one JSON object after another: JSON Lines, one list, or objects over many lines.
struct JSONRecordsReader: FormatReader {
    /// Unknown keys that are reported, each once a file.
    private static let reportedKeysLimit = 100

    private let file: String
    private let mapping: RecordMapping?
    private var splitter = JSONRecordSplitter(limit: RecordReader.recordLimit)
    private var buffer: [UInt8] = []
    private var reportedKeys: Set<String> = []

    /// - Parameter mapping: nil for schema.org keys.
    init(file: String, mapping: RecordMapping?) {
        self.file = file
        self.mapping = mapping
    }

    mutating func next(from stream: inout ByteStream) throws -> ReadOutcome? {
        guard let piece = try splitter.next(from: &stream, into: &buffer) else { return nil }
        let location = SourceLocation(file: file, line: piece.line)
        do throws(RecordFault) {
            let (object, loneSurrogates) = try JSONRecord.object(
                from: buffer, piece: piece, limit: RecordReader.recordLimit)
            var warnings: [RecordFault] = loneSurrogates > 0 ? [.loneSurrogates(loneSurrogates)] : []
            let record: SourceRecord
            if let mapping {
                record = try mapping.record(from: .object(object), at: location)
            } else if let marc = MARCJSONRecord.record(from: object) {
                return MARCCrosswalk.content(of: (marc, warnings)).outcome(at: location)
            } else {
                let reader = SchemaOrgReader(object)
                record = SourceRecord(location: location, values: reader.values)
                warnings += reader.unreadableKeys.map { .wrongType(field: $0) }
                warnings += newlyUnknown(reader.unknownKeys).map { .unknownField($0) }
                warnings += AMBProfile.faults(in: object)
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
