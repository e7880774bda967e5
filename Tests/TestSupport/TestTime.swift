package import Foundation
import Synchronization

/// A clock that stands still but for those who sleep by it: whoever sleeps moves it on and goes on at once.
package final class TestTime: Sendable {
    private struct State {
        var elapsed = Duration.zero
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())
    private let start: Date

    package init(start: Date = Fixture.instant) {
        self.start = start
    }

    package var elapsed: Duration { state.withLock { $0.elapsed } }

    package var now: Date { start.addingTimeInterval(Double(elapsed.components.seconds)) }

    /// All sleeps so far, in order.
    package var sleeps: [Duration] { state.withLock { $0.sleeps } }

    package func pass(_ time: Duration) {
        state.withLock { $0.elapsed += time }
    }

    package func sleep(_ time: Duration) {
        state.withLock {
            $0.elapsed += time
            $0.sleeps.append(time)
        }
    }
}
