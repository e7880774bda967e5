import Foundation
import Publishing
import Synchronization

/// Spreadsheets between their report and the word to take them: in memory, for an hour, one a key.
final class UploadShelf: Sendable {
    struct Upload: Sendable {
        let name: String
        let bytes: [UInt8]
        let mapping: [UInt8]?
        let institution: String?
        let existing: DepositBatch.Existing
        let isAllOrNothing: Bool
    }

    private struct Held {
        let id: String
        let upload: Upload
        let until: Date
    }

    private static let seconds: TimeInterval = 3600
    private static let mostBytes = 128 << 20
    private let held = Mutex<[String: Held]>([:])

    /// Keeps an upload in place of an earlier one of the same key.
    ///
    /// - Returns: what names it; nil where no more fit.
    func keep(_ upload: Upload, of key: String, at instant: Date) -> String? {
        var generator = SystemRandomNumberGenerator()
        let id = String(UInt64.random(in: .min ... .max, using: &generator), radix: 36)
        return held.withLock { held in
            held = held.filter { $0.value.until > instant }
            held[key] = nil
            let size = held.values.reduce(upload.bytes.count) { $0 + $1.upload.bytes.count }
            guard size <= Self.mostBytes else { return nil }
            held[key] = Held(id: id, upload: upload, until: instant.addingTimeInterval(Self.seconds))
            return id
        }
    }

    /// Gives an upload back, once.
    func take(_ id: String, of key: String, at instant: Date) -> Upload? {
        held.withLock { held in
            guard let found = held[key], found.id == id, found.until > instant else { return nil }
            held[key] = nil
            return found.upload
        }
    }
}
