package import Foundation

/// Time and chance as a harvest sees them; tests bring their own.
package struct HarvestClock: Sendable {
    /// The date and time of day.
    package let now: @Sendable () -> Date
    /// Time since some fixed moment; never goes back.
    package let elapsed: @Sendable () -> Duration
    /// Waits; throws `CancellationError` where the task is cancelled.
    package let sleep: @Sendable (Duration) async throws -> Void
    /// A number in 0..<1, for the jitter of pauses.
    package let random: @Sendable () -> Double

    package init(
        now: @escaping @Sendable () -> Date, elapsed: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void, random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.elapsed = elapsed
        self.sleep = sleep
        self.random = random
    }

    /// - Parameter now: reads the date; only the composition root knows it.
    package static func system(now: @escaping @Sendable () -> Date) -> Self {
        let clock = ContinuousClock()
        let start = clock.now
        return Self(
            now: now, elapsed: { clock.now - start }, sleep: { try await clock.sleep(for: $0) },
            random: { Double.random(in: 0..<1) })
    }
}
