/// The bytes of a document that are at hand, and where they stand in it.
struct XMLWindow {
    private static let leastFill = 16 << 10
    private static let mostFill = 1 << 20

    private(set) var bytes: [UInt8] = []
    /// Bytes that were dropped before those at hand.
    private(set) var base = 0
    /// The next byte to read.
    private(set) var position = 0
    /// Line of the next byte, from 1.
    private(set) var line = 1
    private(set) var isAtEnd = false

    /// Bytes at hand that were not read.
    var available: Int { bytes.count - position }

    /// Gets more bytes: about as many as there are, so that looking at them again from the start stays cheap.
    ///
    /// - Returns: false where none are left.
    mutating func fill(from stream: inout ByteStream, _ input: inout XMLInput) throws -> Bool {
        guard !isAtEnd else { return false }
        if position > bytes.count / 2 {
            bytes.removeSubrange(..<position)
            base += position
            position = 0
        }
        let target = bytes.count + min(max(available, Self.leastFill), Self.mostFill)
        while bytes.count < target, !isAtEnd {
            isAtEnd = try !input.append(to: &bytes, from: &stream, limit: Self.leastFill)
        }
        return true
    }

    mutating func advance(by count: Int) {
        line += newlines(in: count)
        position += count
    }

    /// Line breaks in the next `count` bytes.
    func newlines(in count: Int) -> Int {
        var newlines = 0
        for byte in bytes[position..<position + count] where byte == ASCII.newline { newlines += 1 }
        return newlines
    }

    /// - Parameter body: gets the bytes that were not read.
    func withRest<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withUnsafeBufferPointer { (all) throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: all[position...]))
        }
    }
}
