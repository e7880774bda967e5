import CatalogueSearch
import NIOPosix

/// Runs reads of the catalogue on threads of their own: SQLite never holds up the event loop.
struct CatalogueReader: Sendable {
    private let searcher: Searcher
    private let threads: NIOThreadPool

    init(_ searcher: Searcher, threads: NIOThreadPool) {
        self.searcher = searcher
        self.threads = threads
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Searcher) throws -> Value) async throws -> Value {
        let searcher = searcher
        return try await threads.runIfActive { try body(searcher) }
    }
}
