import CatalogueStore
import Foundation
import Logging
import NIOPosix
import ServiceLifecycle
import UsageStatistics

/// Writes what is recorded while the service runs, and counts it every few minutes.
struct UsageWriting: Service {
    private static let interval = Duration.seconds(300)

    let usage: UsageService
    let catalogue: CatalogueStore
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
        while !Task.isCancelled {
            do {
                let (rollup, now) = (
                    UsageRollup(usage.store, robots: usage.robots) { [catalogue] in try catalogue.itemFacts(of: $0) },
                    clock()
                )
                _ = try await threads.runIfActive { try rollup.roll(at: now) }
            } catch is CancellationError {
                return
            } catch {
                logger.error("Usage could not be counted", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: Self.interval)
        }
    }
}
