import Foundation

/// A file as a sequence of chunks, read when they are asked for.
final class FileChunks {
    /// Bytes of the file when it was opened.
    let size: Int
    private let handle: FileHandle
    private static let chunkSize = 1 << 18

    /// - Throws: `IngestInputError` for a file that is not there, is a folder or cannot be read.
    init(path: String) throws {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw IngestInputError.missing(path)
        }
        guard !isDirectory.boolValue else { throw IngestInputError.folder(path) }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw IngestInputError.unreadable(path) }
        self.handle = handle
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    /// The next bytes, nil at the end.
    func next() throws -> [UInt8]? {
        guard let data = try handle.read(upToCount: Self.chunkSize), !data.isEmpty else { return nil }
        return [UInt8](data)
    }
}
