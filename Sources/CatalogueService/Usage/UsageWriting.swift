import CatalogueSearch
import CatalogueStore
import Foundation
import Logging
import NIOPosix
import ServiceLifecycle
import UsageStatistics

/// Writes what is recorded while the service runs, and counts it every few minutes.
struct UsageWriting: Service {
    private static let interval = Duration.seconds(300)
    /// Rounds from one measuring of what is wanted in Vietnamese to the next: two hours.
    private static let roundsToDemand = 24

    let usage: UsageService
    let searcher: Searcher
    let threads: NIOThreadPool
    let logger: Logger
    let clock: @Sendable () -> Date

    func run() async {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await usage.recorder.run() }
                group.addTask { await count() }
            }
        }
    }

    private func count() async {
        let catalogue = searcher.store
        var round = 0
        while !Task.isCancelled {
            do {
                let (rollup, now) = (
                    UsageRollup(usage.store, robots: usage.robots) { try catalogue.itemFacts(of: $0) },
                    clock()
                )
                let demand =
                    catalogue.isReadOnly || round % Self.roundsToDemand != 0
                    ? nil : DemandMeasuring(usage.store, searcher)
                round += 1
                _ = try await threads.runIfActive {
                    try rollup.roll(at: now)
                    try demand?.update(at: now)
                }
            } catch is CancellationError {
                return
            } catch {
                logger.error("Usage could not be counted", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: Self.interval)
        }
    }
}
