import Foundation

/// A temporary file without a name: the system removes it when it is closed, even after a crash.
final class SpoolFile: Sendable {
    private let descriptor: Int32

    init(folder: String) throws {
        let path = folder + "/hoclieu-fetch-\(UUID().uuidString)"
        let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw SpoolError(operation: "create", code: errno) }
        descriptor = opened
        unlink(path)
    }

    deinit { close(descriptor) }

    /// Writes all of `bytes` at the end.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let written = write(descriptor, rest.baseAddress, rest.count)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw SpoolError(operation: "write", code: errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        }
    }

    /// - Returns: fewer bytes than `count` only at the end of the file.
    func read(at offset: Int, count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = pread(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, offset + filled)
                if got < 0, errno == EINTR { continue }
                guard got >= 0 else { throw SpoolError(operation: "read", code: errno) }
                if got == 0 { break }
                filled += got
            }
        }
    }
}
