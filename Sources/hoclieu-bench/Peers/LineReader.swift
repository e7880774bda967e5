import Foundation

/// Reads a handle line by line.
final class LineReader {
    private let handle: FileHandle
    /// Bytes asked for at once; nil takes what is there.
    private let chunk: Int?
    private var buffer = Data()
    private var position = 0

    init(_ handle: FileHandle, chunk: Int? = nil) {
        self.handle = handle
        self.chunk = chunk
    }

    /// Nil at the end.
    func next() -> String? {
        while true {
            if let end = buffer[(buffer.startIndex + position)...].firstIndex(of: UInt8(ascii: "\n")) {
                let start = buffer.startIndex + position
                position = end + 1 - buffer.startIndex
                return String(decoding: buffer[start..<end], as: UTF8.self)
            }
            buffer.removeFirst(position)
            position = 0
            let more = chunk.map { handle.readData(ofLength: $0) } ?? handle.availableData
            if more.isEmpty { return nil }
            buffer.append(more)
        }
    }
}
