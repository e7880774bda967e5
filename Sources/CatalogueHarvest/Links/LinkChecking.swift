package import CatalogueStore
package import Harvesting
package import Logging
import ServiceLifecycle

/// Checks links as long as the service runs, a few every quarter of an hour.
package struct LinkChecking: Service {
    private static let interval = Duration.seconds(900)
    private static let budget = 300

    private let checker: LinkChecker
    private let clock: HarvestClock
    private let logger: Logger

    /// - Parameter store: opened for writing.
    package init(_ store: CatalogueStore, fetcher: PoliteFetcher, logger: Logger) {
        checker = LinkChecker(store, fetcher: fetcher)
        clock = fetcher.clock
        self.logger = logger
    }

    package func run() async throws {
        await withTaskExecutorPreference(HarvestQueue()) {
            await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    do {
                        _ = try await checker.checkDue(limit: Self.budget)
                    } catch is CancellationError {
                        return
                    } catch {
                        logger.error("links could not be checked", metadata: ["error": "\(error)"])
                    }
                    try? await clock.sleep(Self.interval)
                }
            }
        }
    }
}
