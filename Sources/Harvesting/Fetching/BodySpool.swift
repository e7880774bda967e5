import Crypto
import Foundation
import NIOCore

/// Takes in a body piece by piece, within its limits.
struct BodySpool {
    private var memory: [UInt8] = []
    private var file: SpoolFile?
    private var hash = SHA256()
    private(set) var count = 0
    private let limits: FetchLimits
    private let folder: String

    init(limits: FetchLimits, folder: String) {
        self.limits = limits
        self.folder = folder
    }

    /// Bytes that may still come.
    var room: Int { limits.bytes - count }

    /// Takes in at most `room` bytes of `buffer`.
    ///
    /// - Throws: `SpoolError` where the temporary file cannot be written.
    mutating func append(_ buffer: ByteBuffer) throws {
        try buffer.withUnsafeReadableBytes { all in
            let bytes = UnsafeRawBufferPointer(rebasing: all.prefix(room))
            hash.update(bufferPointer: bytes)
            count += bytes.count
            if file == nil, count > limits.bytesInMemory { try moveToFile() }
            if let file { try file.append(bytes) } else { memory.append(contentsOf: bytes) }
        }
    }

    private mutating func moveToFile() throws {
        let file = try SpoolFile(folder: folder)
        try memory.withUnsafeBytes { try file.append($0) }
        memory = []
        self.file = file
    }

    func finished(isCutOff: Bool = false) -> FetchedBody {
        let digest = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return FetchedBody(file.map { .file($0) } ?? .memory(memory), count: count, digest: digest, isCutOff: isCutOff)
    }
}
