import Logging
import NIOPosix
import ServiceLifecycle

/// Something the service does beside answering, at once and then again and again; a failure is logged, and the next time
/// comes all the same.
struct RecurringWork: Service {
    static let hour = Duration.seconds(3_600)

    /// For the log: `Figures of targets could not be kept`.
    let failure: Logger.Message
    var interval = Self.hour
    let threads: NIOThreadPool
    let logger: Logger
    let work: @Sendable () throws -> Void

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await threads.runIfActive { try work() }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error(failure, metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: interval)
            }
        }
    }
}
