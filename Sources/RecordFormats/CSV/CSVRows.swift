/// The records of a CSV file as rows of cells.
struct CSVRows {
    struct Row {
        /// Line on which the record begins.
        let line: Int
        let cells: [String]
    }

    private let limit: Int
    private var nextLine = 1
    private(set) var delimiter = ASCII.comma
    private var buffer: [UInt8] = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Line on which the record that was read last begins.
    private(set) var line = 1

    /// Reads the header and learns the delimiter from it.
    ///
    /// - Returns: nil where the file is empty.
    /// - Throws: `RecordFault`, and what the stream throws.
    mutating func header(from stream: inout ByteStream) throws -> Row? {
        guard var first = try readLine(&stream) else { return nil }
        if let announced = Self.announcedDelimiter(buffer) {
            delimiter = announced
            guard let second = try readLine(&stream) else { return nil }
            first = second
        } else {
            delimiter = Self.delimiter(of: buffer)
        }
        return try row(startingWith: first, from: &stream)
    }

    /// The next row with anything in it.
    ///
    /// - Throws: `RecordFault` for a row that cannot be read; the next call goes on after it.
    mutating func next(from stream: inout ByteStream) throws -> Row? {
        while let first = try readLine(&stream) {
            let row = try row(startingWith: first, from: &stream)
            if row.cells.contains(where: { !$0.isEmpty }) { return row }
        }
        return nil
    }

    private mutating func row(startingWith first: ByteStream.Line, from stream: inout ByteStream) throws -> Row {
        var parser = CSVRowParser(delimiter: delimiter)
        var total = 0
        var line: ByteStream.Line = first
        var quoteLine = nextLine - 1
        self.line = quoteLine
        var fault: RecordFault?
        while true {
            total += line.length
            if total > limit { throw RecordFault.tooLong(bytes: total) }
            if let offset = firstInvalidUTF8(in: buffer) {
                fault = fault ?? .notUTF8(line: nextLine - 1, offset: offset, byte: buffer[offset])
            } else if buffer.contains(0) {
                fault = fault ?? .nulCharacter
            }
            let cellsBefore = parser.cells.count
            switch parser.take(buffer) {
            case .complete:
                if let fault { throw fault }
                return Row(line: self.line, cells: parser.cells)
            case .textAfterQuote: throw fault ?? RecordFault.textAfterQuote(line: nextLine - 1)
            case .needsNextLine:
                if parser.cells.count > cellsBefore { quoteLine = nextLine - 1 }
            }
            guard let next = try readLine(&stream, skippingBlankLines: false) else {
                throw RecordFault.quoteNeverCloses(line: quoteLine)
            }
            line = next
        }
    }

    /// Puts the next line into the buffer.
    private mutating func readLine(
        _ stream: inout ByteStream, skippingBlankLines: Bool = true
    ) throws -> ByteStream.Line? {
        repeat {
            buffer.removeAll(keepingCapacity: true)
            guard let line = try stream.readLine(into: &buffer, limit: limit) else { return nil }
            nextLine += 1
            if !skippingBlankLines || line.length > limit || !buffer.allSatisfy(ASCII.isBlank) { return line }
        } while true
    }
}

// MARK: Delimiter

extension CSVRows {
    /// Excel's first line `sep=;`.
    private static func announcedDelimiter(_ line: [UInt8]) -> UInt8? {
        line.count == 5 && line.starts(with: Array("sep=".utf8)) ? line[4] : nil
    }

    /// The commonest of tab, semicolon and comma outside quotation marks; a comma where there is none.
    private static func delimiter(of line: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in line {
            if byte == ASCII.quote { isQuoted.toggle() } else if !isQuoted { counts[byte, default: 0] += 1 }
        }
        var best = ASCII.comma
        for candidate in [ASCII.semicolon, ASCII.tab] where counts[candidate, default: 0] > counts[best, default: 0] {
            best = candidate
        }
        return best
    }
}
