import CArchive
package import Foundation

/// Writes a ZIP archive in memory.
package enum ZIPWriter {
    /// An archive of `files`, in their order, compressed; equal files at one instant make equal bytes.
    ///
    /// - Parameter files: names are ASCII, with `/` between folders.
    /// - Throws: `ZIPWriterError` with the words of libarchive.
    package static func archive(_ files: [(name: String, bytes: [UInt8])], at instant: Date) throws -> [UInt8] {
        // Deflate adds no more than 5 bytes to a block of what it cannot compress; headers are bounded by the names.
        let most = files.reduce(64 << 10) {
            $0 + $1.bytes.count + $1.bytes.count / 100 + 2 * $1.name.utf8.count + 1_024
        }
        guard let archive = archive_write_new() else { throw ZIPWriterError(message: "out of memory") }
        defer { archive_write_free(archive) }
        // libarchive writes the length here when it closes, so it must stay where it is.
        let used = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        used.initialize(to: 0)
        defer { used.deallocate() }
        return try [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            try check(archive_write_set_format_zip(archive), archive)
            try check(archive_write_open_memory(archive, buffer.baseAddress, most, used), archive)
            for file in files { try write(file, at: instant, to: archive) }
            try check(archive_write_close(archive), archive)
            count = used.pointee
        }
    }

    private static func write(
        _ file: (name: String, bytes: [UInt8]), at instant: Date, to archive: OpaquePointer
    ) throws {
        guard let entry = archive_entry_new() else { throw ZIPWriterError(message: "out of memory") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, file.name)
        archive_entry_set_size(entry, Int64(file.bytes.count))
        // A regular file that everybody may read: S_IFREG, 0644.
        archive_entry_set_mode(entry, 0o100644)
        archive_entry_set_mtime(entry, Int(instant.timeIntervalSince1970), 0)
        try check(archive_write_header(archive, entry), archive)
        let written = file.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == file.bytes.count else { throw ZIPWriterError(archive) }
    }

    private static func check(_ status: Int32, _ archive: OpaquePointer) throws {
        guard status >= ARCHIVE_WARN else { throw ZIPWriterError(archive) }
    }
}

/// Why an archive was not written, in the words of libarchive.
package struct ZIPWriterError: Error, CustomStringConvertible {
    package let message: String

    package var description: String { "ZIP: \(message)" }

    fileprivate init(message: String) {
        self.message = message
    }

    fileprivate init(_ archive: OpaquePointer) {
        message = archive_error_string(archive).map { String(cString: $0) } ?? "?"
    }
}
