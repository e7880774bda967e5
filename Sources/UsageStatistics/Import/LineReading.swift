import RecordFormats

/// The lines of a file, one after another, and how many bytes they took.
struct LineReading {
    /// Longer ones are cut: no line of a log is that long.
    private static let longest = 64 << 10

    private let file: GzipFile
    private var bytes: [UInt8] = []
    private var start = 0
    private var hasEnded = false
    /// Bytes of the file, unpacked, up to the end of the last line given.
    private(set) var consumed = 0

    init(_ file: GzipFile) {
        self.file = file
    }

    /// Whether bytes are left that no line end follows.
    var hasRest: Bool { start < bytes.count }

    /// The first line, which is given again by `next`.
    mutating func first() throws -> Substring? {
        guard let end = try end() else { return nil }
        return Substring(String(decoding: bytes[start..<end].prefix(Self.longest), as: UTF8.self))
    }

    /// Goes over lines that were read already.
    ///
    /// - Returns: bytes that were gone over.
    mutating func skip(_ count: Int) throws -> Int {
        while consumed < count, let end = try end() { move(to: end) }
        return consumed
    }

    mutating func next() throws -> Substring? {
        guard let end = try end() else { return nil }
        let line = String(decoding: bytes[start..<end].prefix(Self.longest), as: UTF8.self)
        move(to: end)
        return Substring(line.hasSuffix("\r") ? String(line.dropLast()) : line)
    }

    private mutating func move(to end: Int) {
        consumed += end + 1 - start
        start = end + 1
    }

    /// Where the current line ends; nil where no end follows.
    private mutating func end() throws -> Int? {
        var from = start
        while true {
            if let end = bytes[from...].firstIndex(of: UInt8(ascii: "\n")) { return end }
            guard !hasEnded else { return nil }
            bytes.removeFirst(start)
            start = 0
            from = bytes.count
            guard let more = try file.next() else {
                hasEnded = true
                continue
            }
            bytes += more
        }
    }
}
