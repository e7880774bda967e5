import CatalogueStore
import Foundation
import LearningTargets
import Logging
import NIOPosix
import ServiceLifecycle
import UsageStatistics

/// Keeps today's figures of all plans, every hour, so that they can be asked about later.
struct TargetKeeping: Service {
    private static let interval = Duration.seconds(3_600)

    let catalogue: CatalogueStore
    let usage: UsageStore?
    let threads: NIOThreadPool
    let logger: Logger
    let clock: @Sendable () -> Date

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let (book, now) = (TargetBook(catalogue, usage: usage), clock())
                    _ = try await threads.runIfActive { try book.keepToday(at: now) }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("Figures of targets could not be kept", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: Self.interval)
            }
        }
    }
}
