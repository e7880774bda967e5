package import Harvesting

extension HarvestClock {
    /// Sleeping moves `time` on and takes none.
    package static func test(_ time: TestTime, random: Double = 0.5) -> Self {
        Self(
            now: { time.now }, elapsed: { time.elapsed },
            sleep: {
                try Task.checkCancellation()
                time.sleep($0)
            }, random: { random })
    }
}

extension HTTPFetcher {
    package static let test = HTTPFetcher(version: "1.0", contact: "https://hoclieu.example/lien-he")
}

extension PoliteFetcher {
    package static func test(_ time: TestTime = TestTime(), backoff: Backoff = Backoff()) -> Self {
        let clock = HarvestClock.test(time)
        return PoliteFetcher(fetcher: .test, pacer: HostPacer(clock: clock), clock: clock, backoff: backoff)
    }
}
