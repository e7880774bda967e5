import CatalogueModel
package import CatalogueStore
import Foundation
package import Harvesting
package import Logging
import ServiceLifecycle

/// Harvests every source when its time has come, for as long as the service runs.
///
/// Everything happens on a queue of its own, one source after another: searches never wait for it. What a harvest could
/// not finish when the service stops, the next start goes on with.
package struct HarvestScheduler: Service {
    /// How often it looks whether a source is due.
    private static let interval = Duration.seconds(30)

    private let store: CatalogueStore
    private let fetcher: PoliteFetcher
    private let holder: String
    private let logger: Logger

    /// - Parameter store: opened for writing.
    package init(_ store: CatalogueStore, fetcher: PoliteFetcher, holder: String, logger: Logger) {
        self.store = store
        self.fetcher = fetcher
        self.holder = holder
        self.logger = logger
    }

    package func run() async throws {
        await withTaskExecutorPreference(HarvestQueue()) {
            await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    await harvestDue()
                    try? await fetcher.clock.sleep(Self.interval)
                }
            }
        }
    }

    /// Harvests what is due now.
    package func harvestDue() async {
        do {
            for source in try store.dueSources(at: fetcher.clock.now()) where !Task.isCancelled {
                await harvest(source.id)
            }
        } catch {
            logger.error("The sources could not be looked up", metadata: ["error": "\(error)"])
        }
    }

    private func harvest(_ source: String) async {
        do {
            let run = try await HarvestRunner(store, fetcher: fetcher, holder: holder).run(source).run
            logger.info(
                "harvested",
                metadata: [
                    "source": "\(source)", "run": "\(run.id)", "verdict": "\(run.verdict?.rawValue ?? "")",
                    "read": "\(run.counts.read)", "refused": "\(run.counts.refused)",
                ])
        } catch {
            logger.error("harvest failed", metadata: ["source": "\(source)", "error": "\(error)"])
        }
    }
}
