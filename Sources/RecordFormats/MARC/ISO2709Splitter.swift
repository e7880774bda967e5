/// Cuts a file of MARC records at the record terminator (ISO 2709, 0x1D).
///
/// The length in the leader is not relied on: where it is wrong, the next record is still found.
struct ISO2709Splitter {
    static let recordTerminator: UInt8 = 0x1D

    struct Piece {
        /// From 1.
        let number: Int
        /// Where the record begins in the file, in bytes from 0.
        let offset: Int
        /// Bytes in the record, its terminator and those above the limit included.
        let length: Int
        let isClosed: Bool
    }

    private let limit: Int
    private var number = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Puts the next record without its terminator into `buffer`, at most `limit` bytes of it.
    ///
    /// - Returns: nil at the end of the input. White space and fill between records is passed over.
    mutating func next(from stream: inout ByteStream, into buffer: inout [UInt8]) throws -> Piece? {
        buffer.removeAll(keepingCapacity: true)
        while try skipFill(&stream) {}
        guard try stream.fill() else { return nil }
        let start = stream.bytesRead
        let limit = self.limit
        let isClosed = try stream.takeBytes { byte in
            if byte == Self.recordTerminator { return false }
            if buffer.count < limit { buffer.append(byte) }
            return true
        }
        number += 1
        return Piece(number: number, offset: start, length: stream.bytesRead - start, isClosed: isClosed)
    }

    /// Blanks count as fill only where other fill or the end follows: a leader may begin with them.
    ///
    /// - Returns: whether anything was skipped.
    private func skipFill(_ stream: inout ByteStream) throws -> Bool {
        let ahead = try stream.peek(1024)
        let blanks = ahead.prefix { $0 == ASCII.space }.count
        let fill = ahead.dropFirst(blanks).prefix(while: Self.isFill).count
        let count = fill > 0 || blanks == ahead.count ? blanks + fill : 0
        stream.skip(count)
        return count > 0
    }

    private static func isFill(_ byte: UInt8) -> Bool {
        byte == ASCII.newline || byte == ASCII.carriageReturn || byte == ASCII.tab || byte == 0 || byte == 0x1A
            || byte == recordTerminator
    }
}
