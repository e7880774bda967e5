package import CatalogueModel

/// Reads the records of one file, one after another, from chunks of its bytes.
///
/// Memory is bounded by the longest record allowed and the chunk at hand, however long the file and its lines are. A bad
/// record is one outcome, and reading goes on after it.
package struct RecordReader {
    /// Columns without which a table is refused, where it stands for itself.
    package static let neededColumns: [SourceField] = [.identifier, .name, .url, .publisher]
    /// Bytes one record may have: 4 MiB.
    package static let recordLimit = 4 << 20

    private let file: String
    private var stream: ByteStream
    private var reader: any FormatReader
    /// Whether the first bytes were looked at; readers of XML and of packages do that themselves.
    private var isOpen: Bool

    /// - Parameters:
    ///   - mapping: brings the file's own fields into ours; nil for schema.org keys and known column headings.
    ///   - file: name of the file in messages.
    ///   - neededColumns: of a table without a mapping.
    ///   - chunks: gives the next bytes, nil at the end; a chunk may be of any size.
    package init(
        format: RecordFormat, mapping: RecordMapping? = nil, file: String,
        neededColumns: [SourceField] = Self.neededColumns, chunks: @escaping () throws -> [UInt8]?
    ) {
        self.file = file
        stream = ByteStream(chunks: chunks)
        isOpen = format == .xml || format == .package
        reader =
            switch format {
            case .jsonLines: JSONRecordsReader(file: file, mapping: mapping)
            case .csv: CSVRecordsReader(file: file, mapping: mapping, needed: neededColumns)
            case .marc: MARCRecordsReader(file: file)
            case .package: PackageReader(file: file, mapping: mapping)
            case .webPage: WebPageReader(file: file)
            case .xml: XMLRecordsReader(file: file, mapping: mapping)
            }
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
        }
        return try reader.next(from: &stream)
    }
}
