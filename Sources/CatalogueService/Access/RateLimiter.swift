import Foundation
import Publishing
import Synchronization

/// Lets one visitor do something only so often, without keeping who they are: what stands for a visitor is a mark of the
/// address under a secret that changes daily and is never written anywhere.
final class RateLimiter: Sendable {
    private struct State {
        var day: Int
        var seal: Seal
        /// When each visitor did it, in seconds, oldest first; by mark.
        var times: [String: [Int]] = [:]
    }

    private let limit: Int
    private let seconds: Int
    /// Visitors remembered at once; more than this is no crowd but an attack, and is refused.
    private let mostVisitors: Int
    private let state: Mutex<State>

    /// - Parameters:
    ///   - limit: how often within `seconds`.
    init(limit: Int, seconds: Int, mostVisitors: Int = 20_000) {
        self.limit = limit
        self.seconds = seconds
        self.mostVisitors = mostVisitors
        var generator = SystemRandomNumberGenerator()
        state = Mutex(State(day: 0, seal: Seal(using: &generator)))
    }

    /// Whether the visitor may do it once more; counts nothing.
    func allows(_ address: String, at instant: Date) -> Bool {
        let now = Int(instant.timeIntervalSince1970)
        return state.withLock { state in
            turn(&state, now)
            let times = state.times[state.seal.mark(address, for: "visitor")]
            guard let times else { return state.times.count < mostVisitors }
            return times.count(where: { $0 > now - seconds }) < limit
        }
    }

    /// Counts that the visitor did it.
    func count(_ address: String, at instant: Date) {
        let now = Int(instant.timeIntervalSince1970)
        state.withLock { state in
            turn(&state, now)
            let mark = state.seal.mark(address, for: "visitor")
            state.times[mark] = (state.times[mark, default: []].filter { $0 > now - seconds } + [now]).suffix(limit)
        }
    }

    /// Counts where the visitor may.
    ///
    /// - Returns: whether they may.
    func take(_ address: String, at instant: Date) -> Bool {
        guard allows(address, at: instant) else { return false }
        count(address, at: instant)
        return true
    }

    /// A new day has a new secret; before the memory is full, what is over is forgotten.
    private func turn(_ state: inout State, _ now: Int) {
        if state.day != now / 86_400 {
            var generator = SystemRandomNumberGenerator()
            state = State(day: now / 86_400, seal: Seal(using: &generator))
        } else if state.times.count >= mostVisitors {
            state.times = state.times.filter { ($0.value.last ?? 0) > now - seconds }
        }
    }
}
