import CatalogueSearch
import Logging
import NIOPosix
import ServiceLifecycle

/// Keeps the index in memory while the service runs: reads it after the start, and again what other programs write.
struct IndexLoading: Service {
    /// How soon a change is in memory; searches see it at once and read what they need of it themselves.
    private static let interval = Duration.seconds(1)

    let searcher: Searcher
    let threads: NIOThreadPool
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let searcher = searcher
                    _ = try await threads.runIfActive { try searcher.load() }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("The index could not be read", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: Self.interval)
            }
        }
    }
}
