/// Cuts a file into the JSON texts of its records.
///
/// Usually one line is one record. A file that begins with `[` is one list of records, and a file whose first line stops
/// within an object holds objects over many lines; both are cut by brackets.
struct JSONRecordSplitter {
    private enum Layout {
        case undecided
        case lines
        case elements
    }

    /// One record, not yet read.
    struct Piece {
        let line: Int
        /// Bytes in the record, those above the limit included.
        let length: Int
        /// Whether the record is closed by a line end or a bracket; otherwise the file ended in it.
        let isClosed: Bool
    }

    private let limit: Int
    private var layout = Layout.undecided
    private var line = 1
    /// Whether the list that holds the records is open.
    private var isInList = false
    /// First byte of the next element, where it was taken already.
    private var firstByte: UInt8?

    init(limit: Int) {
        self.limit = limit
    }

    /// Puts the next record into `buffer`, at most `limit` bytes of it.
    ///
    /// - Returns: nil at the end of the input.
    mutating func next(from stream: inout ByteStream, into buffer: inout [UInt8]) throws -> Piece? {
        if layout == .undecided { try decide(&stream) }
        return layout == .lines ? try nextLine(&stream, &buffer) : try nextElement(&stream, &buffer)
    }

    private mutating func nextLine(_ stream: inout ByteStream, _ buffer: inout [UInt8]) throws -> Piece? {
        while true {
            buffer.removeAll(keepingCapacity: true)
            guard let read = try stream.readLine(into: &buffer, limit: limit) else { return nil }
            line += 1
            if read.length > limit || !buffer.allSatisfy(ASCII.isBlank) {
                return Piece(line: line - 1, length: read.length, isClosed: read.hasLineEnd)
            }
        }
    }

    /// Looks at the first 4 KiB to see how the file is laid out.
    private mutating func decide(_ stream: inout ByteStream) throws {
        while let byte = try stream.peek(1).first, ASCII.isBlank(byte) {
            if byte == ASCII.newline { line += 1 }
            stream.skip(1)
        }
        let start = try stream.peek(4096)
        layout = .lines
        if start.first == ASCII.openBracket {
            layout = .elements
            isInList = true
            stream.skip(1)
        } else if start.first == ASCII.openBrace, let end = start.firstIndex(of: ASCII.newline),
            let last = start[..<end].last(where: { !ASCII.isBlank($0) })
        {
            let goesOn = [ASCII.openBrace, ASCII.openBracket, ASCII.comma, ASCII.colon].contains(last)
            if goesOn { layout = .elements }
        }
    }
}

// MARK: Records by brackets

extension JSONRecordSplitter {
    private mutating func nextElement(_ stream: inout ByteStream, _ buffer: inout [UInt8]) throws -> Piece? {
        buffer.removeAll(keepingCapacity: true)
        guard let first = try firstByteOfElement(&stream) else {
            defer { isInList = false }
            return isInList ? Piece(line: line, length: 0, isClosed: false) : nil
        }
        let start = line
        var scan = ElementScan(first)
        var length = 1
        buffer.append(first)
        let limit = self.limit
        let isClosed = try stream.takeBytes { byte in
            let step = scan.take(byte)
            if step != .endsBefore {
                length += 1
                if buffer.count < limit { buffer.append(byte) }
            }
            return step == .goesOn
        }
        line += scan.newlines
        if scan.isDamaged {
            if isClosed { firstByte = ASCII.openBrace } else { isInList = false }
            return Piece(line: start, length: length, isClosed: true)
        }
        if !isClosed || scan.isScalar && scan.last == ASCII.closeBracket { isInList = false }
        return Piece(line: start, length: length, isClosed: isClosed)
    }

    private mutating func firstByteOfElement(_ stream: inout ByteStream) throws -> UInt8? {
        if let first = firstByte {
            firstByte = nil
            return first
        }
        var first: UInt8?
        var newlines = 0
        var isInList = self.isInList
        _ = try stream.takeBytes { byte in
            if byte == ASCII.newline { newlines += 1 }
            if ASCII.isBlank(byte) || byte == ASCII.comma { return true }
            if byte == ASCII.closeBracket, isInList {
                isInList = false
                return true
            }
            first = byte
            return false
        }
        line += newlines
        self.isInList = isInList
        return first
    }
}

/// Finds the end of one element of a list, byte by byte.
private struct ElementScan {
    enum Step {
        case goesOn
        /// The byte is the last one of the element.
        case ends
        /// The byte stands after the element.
        case endsBefore
    }

    /// Not an object or a list: ends before the next comma, bracket or line end.
    let isScalar: Bool
    private(set) var newlines = 0
    private(set) var last: UInt8 = 0
    /// A string went over a line end: a quotation mark is missing, and brackets count no more. The element ends before
    /// the next line that begins with `{`.
    private(set) var isDamaged = false
    private var isAtLineStart = false
    private var depth = 1
    private var isInString: Bool
    private var isEscaped = false

    init(_ first: UInt8) {
        isScalar = first != ASCII.openBrace && first != ASCII.openBracket
        isInString = first == ASCII.quote
    }

    mutating func take(_ byte: UInt8) -> Step {
        last = byte
        if byte == ASCII.newline {
            newlines += 1
            if isScalar { return .endsBefore }
            isDamaged = isDamaged || isInString
            isAtLineStart = true
            return .goesOn
        }
        if isDamaged { return takeDamaged(byte) }
        if isInString {
            takeInString(byte)
            return .goesOn
        }
        switch byte {
        case ASCII.quote: isInString = true
        case ASCII.openBrace, ASCII.openBracket: depth += 1
        case ASCII.closeBracket where isScalar, ASCII.comma where isScalar: return .endsBefore
        case ASCII.closeBrace, ASCII.closeBracket: depth -= 1
        default: break
        }
        return depth > 0 ? .goesOn : .ends
    }

    private mutating func takeDamaged(_ byte: UInt8) -> Step {
        if isAtLineStart, byte == ASCII.openBrace { return .endsBefore }
        if !ASCII.isBlank(byte), byte != ASCII.comma { isAtLineStart = false }
        return .goesOn
    }

    private mutating func takeInString(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == ASCII.backslash {
            isEscaped = true
        } else if byte == ASCII.quote {
            isInString = false
        }
    }
}
