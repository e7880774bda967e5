import CatalogueModel
import Foundation

/// The bytes of a file, unpacked where it is in gzip: for logs, which are rotated into such.
package final class GzipFile {
    private let handle: FileHandle
    private let archive: ArchiveStream?
    private var isOpen = false

    /// - Throws: where the file cannot be opened.
    package init(_ path: String) throws {
        handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        let start = try handle.read(upToCount: 2) ?? Data()
        try handle.seek(toOffset: 0)
        guard start.elementsEqual([0x1F, 0x8B]) else {
            archive = nil
            return
        }
        let archive = ArchiveStream(.gzip)
        let handle = handle
        var stream = ByteStream { try handle.read(upToCount: 256 << 10).flatMap { $0.isEmpty ? nil : Array($0) } }
        archive.exchange(&stream)
        self.archive = archive
    }

    deinit { try? handle.close() }

    /// The next bytes; nil at the end.
    ///
    /// - Throws: `RecordFormatError` where the compressed data is damaged or unpacks without end.
    package func next() throws -> [UInt8]? {
        guard let archive else {
            return try handle.read(upToCount: 256 << 10).flatMap { $0.isEmpty ? nil : Array($0) }
        }
        do {
            if !isOpen {
                isOpen = true
                guard try archive.nextEntry() != nil else { return nil }
            }
            return try archive.nextChunk()
        } catch let fault as ArchiveFault {
            throw fault.fault.fileError(at: SourceLocation(file: "gzip", line: 1))
        }
    }
}
