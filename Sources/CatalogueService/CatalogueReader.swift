import CatalogueSearch
import CatalogueStore
import Dispatch
import NIOPosix

/// Runs reads of the catalogue on threads of their own: SQLite never holds up the event loop.
struct CatalogueReader: Sendable {
    private let searcher: Searcher
    private let threads: NIOThreadPool
    /// Writers wait for each other here and not on the threads of the readers.
    private let writers = DispatchQueue(label: "hoclieu.writers")

    init(_ searcher: Searcher, threads: NIOThreadPool) {
        self.searcher = searcher
        self.threads = threads
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Searcher) throws -> Value) async throws -> Value {
        let searcher = searcher
        return try await threads.runIfActive { try body(searcher) }
    }

    /// Runs `body`, which may write to the catalogue, one after another.
    ///
    /// - Throws: `CatalogueStoreError` of kind `readOnly` where the catalogue is only read.
    func write<Value: Sendable>(_ body: @escaping @Sendable (CatalogueStore) throws -> Value) async throws -> Value {
        let store = searcher.store
        return try await withCheckedThrowingContinuation { continuation in
            writers.async { continuation.resume(with: Result { try body(store) }) }
        }
    }
}
