import Foundation

/// The bytes of one input, which come in chunks: holds the chunk at hand and no more.
struct ByteStream {
    /// One line as it was read.
    struct Line {
        /// Bytes in the line, those above the limit included.
        let length: Int
        let hasLineEnd: Bool
    }

    private let chunks: () throws -> [UInt8]?
    private var chunk: [UInt8] = []
    private var position = 0
    private var isExhausted = false
    /// Bytes taken from the stream so far.
    private(set) var bytesRead = 0

    init(chunks: @escaping () throws -> [UInt8]?) {
        self.chunks = chunks
    }

    /// Whether a byte is left.
    mutating func fill() throws -> Bool {
        while position == chunk.count {
            guard !isExhausted else { return false }
            position = 0
            if let next = try chunks() {
                chunk = next
            } else {
                chunk = []
                isExhausted = true
            }
        }
        return true
    }

    /// The next bytes, at most `count`, without taking them.
    mutating func peek(_ count: Int) throws -> ArraySlice<UInt8> {
        while chunk.count - position < count, !isExhausted {
            if let next = try chunks() {
                chunk = Array(chunk[position...]) + next
                position = 0
            } else {
                isExhausted = true
            }
        }
        return chunk[position..<min(chunk.count, position + count)]
    }

    mutating func skip(_ count: Int) {
        position += count
        bytesRead += count
    }

    /// Takes what is left of the chunk at hand, at most `limit` bytes; nil at the end of the input.
    mutating func takeChunk(limit: Int) throws -> ArraySlice<UInt8>? {
        guard try fill() else { return nil }
        let piece = chunk[position..<min(chunk.count, position + limit)]
        skip(piece.count)
        return piece
    }

    /// Takes bytes as long as `body` answers true.
    ///
    /// The byte for which it answers false is taken, too.
    ///
    /// - Returns: false where the input ended first.
    mutating func takeBytes(while body: (UInt8) -> Bool) throws -> Bool {
        while try fill() {
            let start = position
            defer { bytesRead += position - start }
            while position < chunk.count {
                let byte = chunk[position]
                position += 1
                if !body(byte) { return true }
            }
        }
        return false
    }

    /// Appends the next line without its line end (`\n` or `\r\n`) to `buffer`, which never grows beyond `limit`.
    ///
    /// - Returns: nil at the end of the input.
    mutating func readLine(into buffer: inout [UInt8], limit: Int) throws -> Line? {
        guard try fill() else { return nil }
        var length = 0
        var last: UInt8 = 0
        repeat {
            let end = lineEnd(from: position)
            if end > position { last = chunk[end - 1] }
            let room = max(0, limit - buffer.count)
            buffer.append(contentsOf: chunk[position..<min(end, position + room)])
            length += end - position
            bytesRead += end - position
            position = end
            if end < chunk.count {
                skip(1)
                if last == ASCII.carriageReturn {
                    length -= 1
                    if buffer.last == ASCII.carriageReturn { buffer.removeLast() }
                }
                return Line(length: length, hasLineEnd: true)
            }
        } while try fill()
        return Line(length: length, hasLineEnd: false)
    }

    private func lineEnd(from start: Int) -> Int {
        chunk.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else {
                return bytes.count
            }
            return base.distance(to: found)
        }
    }
}
