import CArchive
import Foundation

/// Reads an archive with libarchive while its bytes come: nothing is written to disk, and nothing sought.
///
/// The stream of bytes belongs to the caller, who lends it for the length of a call (`exchange`). Not for use by more than one
/// thread.
final class ArchiveStream {
    enum Kind {
        case zip
        /// One file, compressed.
        case gzip
    }

    /// Bytes handed to libarchive, and taken from it, at a time.
    private static let blockSize = 64 << 10
    /// The list of files is followed by no more than its end: 22 bytes and a comment of up to 64 KiB (APPNOTE 4.3.16).
    private static let tailLength = 22 + 0xFFFF
    private static let endOfDirectory: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

    private let kind: Kind
    private let archive: OpaquePointer?
    /// libarchive hands names over in the encoding of the locale, and loses those that are not in it.
    private let utf8Locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    private let block: UnsafeMutableBufferPointer<UInt8>
    private var source = ByteStream { nil }
    private var sourceError: (any Error)?
    private var isOpen = false
    /// Whether the damage was such that nothing after it can be read; it was told.
    private var hasFailed = false
    private var limits = ArchiveLimits()
    /// The last bytes that came of a ZIP: libarchive takes one that stops between two files for whole.
    private var tail: ArraySlice<UInt8> = []

    init(_ kind: Kind) {
        self.kind = kind
        archive = archive_read_new()
        block = .allocate(capacity: Self.blockSize)
    }

    deinit {
        archive_read_free(archive)
        if let utf8Locale { freelocale(utf8Locale) }
        block.deallocate()
    }

    /// Takes `stream` into the hands of the archive, or gives it back: each call undoes the one before.
    func exchange(_ stream: inout ByteStream) { swap(&source, &stream) }

    /// Takes what is left of the lent stream.
    ///
    /// - Throws: `ArchiveFault` where a ZIP lacks the list of files it ends with, once; and what the stream throws.
    func drain() throws {
        while try takePiece() != nil {}
        guard kind == .zip, !hasFailed, tail.firstRange(of: Self.endOfDirectory) == nil else { return }
        hasFailed = true
        throw ArchiveFault.damaged("no end of central directory")
    }

    /// The next entry; nil at the end of the archive, and after damage that ends it.
    ///
    /// - Throws: `ArchiveFault`, and what the stream throws.
    func nextEntry() throws -> ArchiveEntry? {
        let locale = uselocale(utf8Locale)
        defer { uselocale(locale) }
        try open()
        guard !hasFailed else { return nil }
        var entry: OpaquePointer?
        let status = archive_read_next_header(archive, &entry)
        guard status != ARCHIVE_EOF else { return nil }
        try check(status)
        guard let entry else { return nil }
        try limits.count(entries: 1)
        return ArchiveEntry(entry)
    }

    /// The next bytes of the current entry; nil at its end.
    ///
    /// - Throws: `ArchiveFault`, and what the stream throws.
    func nextChunk() throws -> [UInt8]? {
        guard let chunk = try nextBlock() else { return nil }
        try limits.count(bytes: chunk.count, compressed: source.bytesRead)
        return Array(chunk)
    }

    /// Goes to the end of the current entry, which may be of any size, but not be a bomb.
    ///
    /// libarchive would do so, too, but without an end to what is unpacked. A fault in the content of an entry that nobody
    /// reads is none.
    func skipEntry() throws {
        while !hasFailed {
            do {
                guard let chunk = try nextBlock() else { return }
                try limits.count(skipped: chunk.count, compressed: source.bytesRead)
            } catch ArchiveFault.damaged where !hasFailed {
                return
            }
        }
    }

    /// What libarchive unpacked next; the bytes are good until the next call.
    private func nextBlock() throws -> UnsafeRawBufferPointer? {
        guard !hasFailed else { return nil }
        var start: UnsafeRawPointer?
        var count = 0
        var offset: Int64 = 0
        let status = archive_read_data_block(archive, &start, &count, &offset)
        guard status != ARCHIVE_EOF else { return nil }
        try check(status)
        return UnsafeRawBufferPointer(start: start, count: count)
    }

    private func check(_ status: Int32) throws {
        if let error = sourceError { throw error }
        guard status < ARCHIVE_WARN else { return }
        hasFailed = status == ARCHIVE_FATAL
        throw ArchiveFault.damaged(message)
    }

    private var message: String { archive_error_string(archive).map { String(cString: $0) } ?? "?" }

    private func open() throws {
        guard !isOpen else { return }
        isOpen = true
        switch kind {
        case .zip:
            archive_read_support_filter_none(archive)
            archive_read_support_format_zip_streamable(archive)
        case .gzip:
            archive_read_support_filter_gzip(archive)
            archive_read_support_format_raw(archive)
        }
        let status = archive_read_open(
            archive, Unmanaged.passUnretained(self).toOpaque(), nil,
            { _, client, buffer in
                guard let client, let buffer else { return -1 }
                return Unmanaged<ArchiveStream>.fromOpaque(client).takeUnretainedValue().fill(buffer)
            }, nil)
        try check(status)
    }

    private func takePiece() throws -> ArraySlice<UInt8>? {
        guard let piece = try source.takeChunk(limit: Self.blockSize) else { return nil }
        if kind == .zip { tail = (tail + piece).suffix(Self.tailLength) }
        return piece
    }

    /// Bytes put into `block`, 0 at the end, -1 after an error, which is kept.
    private func fill(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        do {
            guard let piece = try takePiece() else { return 0 }
            _ = block.update(fromContentsOf: piece)
            buffer.pointee = UnsafeRawPointer(block.baseAddress)
            return piece.count
        } catch {
            sourceError = error
            return -1
        }
    }
}
