import CStemmer
import Synchronization

/// Snowball's English stemmer (*Porter 2*): `cooking`, `cooked` and `cooks` become `cook`.
///
/// libstemmer keeps state in a stemmer, so each thread borrows one of its own from a pool.
final class EnglishStemmer: Sendable {
    static let shared = EnglishStemmer()

    private struct Handle: @unchecked Sendable {
        let stemmer: OpaquePointer
    }

    private let pool = Mutex<[Handle]>([])

    /// Runs `body` with a function that maps the ASCII bytes of a lower-case word to those of its stem, which stay valid
    /// until the next call.
    func borrowing<Value>(_ body: ((UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        let pooled = pool.withLock { $0.popLast() }
        guard let handle = pooled ?? sb_stemmer_new("english", "UTF_8").map(Handle.init) else {
            preconditionFailure("libstemmer has no English stemmer")
        }
        defer { pool.withLock { $0.append(handle) } }
        return body { word in
            let stem = sb_stemmer_stem(handle.stemmer, word.baseAddress, Int32(word.count))
            return UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle.stemmer)))
        }
    }

    func stem(of word: String) -> String {
        var word = word
        return word.withUTF8 { bytes in
            borrowing { String(decoding: $0(bytes), as: UTF8.self) }
        }
    }

    /// Whether a folded key can have an English stem: three ASCII letters at least, and nothing else.
    static func canStem(_ folded: some Collection<UInt8>) -> Bool {
        folded.count >= 3 && folded.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    }
}
