/// The body of an answer: in memory, or in a temporary file that goes away with the last copy of this value.
///
/// It was received completely before anybody sees it; so readers may pull from it without waiting for the network.
package struct FetchedBody: Sendable {
    enum Storage: Sendable {
        case memory([UInt8])
        case file(SpoolFile)
    }

    private let storage: Storage
    package let count: Int
    /// SHA-256 in hexadecimal.
    package let digest: String
    /// Whether more was sent than the limit allowed, and the rest left out.
    package let isCutOff: Bool

    init(_ storage: Storage, count: Int, digest: String, isCutOff: Bool = false) {
        self.storage = storage
        self.count = count
        self.digest = digest
        self.isCutOff = isCutOff
    }

    /// Reads the bytes from the start, in pieces of at most `size`; may be asked for more than once.
    ///
    /// The closure throws where the temporary file cannot be read.
    package func chunks(of size: Int = 1 << 16) -> () throws -> [UInt8]? {
        var offset = 0
        return {
            guard offset < count else { return nil }
            let piece = try bytes(at: offset, count: min(size, count - offset))
            guard !piece.isEmpty else { throw SpoolError(operation: "read", code: 0) }
            offset += piece.count
            return piece
        }
    }

    /// The first bytes, at most `length`.
    package func prefix(_ length: Int) throws -> [UInt8] {
        try bytes(at: 0, count: min(length, count))
    }

    /// The last bytes, at most `length`.
    package func suffix(_ length: Int) throws -> [UInt8] {
        try bytes(at: max(0, count - length), count: min(length, count))
    }

    private func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        switch storage {
        case .memory(let bytes): Array(bytes[offset..<offset + count])
        case .file(let file): try file.read(at: offset, count: count)
        }
    }
}
