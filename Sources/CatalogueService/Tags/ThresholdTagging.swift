import CatalogueStore
import Foundation
import Logging
import NIOPosix
import Publishing
import ServiceLifecycle

/// Assigns, every hour, what the classifier is sure enough of to the resources of institutions that have set a threshold.
struct ThresholdTagging: Service {
    private static let interval = Duration.seconds(3_600)

    let catalogue: CatalogueStore
    let shelf: ClassifierShelf
    let threads: NIOThreadPool
    let logger: Logger
    let clock: @Sendable () -> Date

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let count = try await threads.runIfActive { try assign(at: clock()) }
                    if count > 0 { logger.info("Suggestions assigned by threshold", metadata: ["count": "\(count)"]) }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("Suggestions could not be assigned", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    /// Nothing is learned where nobody has set a threshold.
    private func assign(at instant: Date) throws -> Int {
        let tagging = AutomaticTagging(catalogue)
        guard try !tagging.thresholds().isEmpty else { return 0 }
        return try tagging.run(shelf.classifier(for: catalogue), at: instant).count
    }
}
