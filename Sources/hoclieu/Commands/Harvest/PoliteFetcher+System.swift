import Foundation
import Harvesting

extension PoliteFetcher {
    /// Fetches from the network, by the clock of this machine.
    static var system: Self { system(Backoff()) }

    /// Like `system`, but takes the first failure for an answer.
    static var once: Self {
        var backoff = Backoff()
        backoff.attempts = 1
        return system(backoff)
    }

    private static func system(_ backoff: Backoff) -> Self {
        let clock = HarvestClock.system { Date() }
        return Self(
            fetcher: HTTPFetcher(version: "1", contact: "https://github.com/hoclieu/hoclieu"),
            pacer: HostPacer(clock: clock), clock: clock, backoff: backoff)
    }
}
