import Foundation

/// Fetches as a guest should: in turn, with pauses, patiently where a host is overloaded, and only what robots.txt allows
/// where that is to be asked.
package struct PoliteFetcher: Sendable {
    private let fetcher: HTTPFetcher
    private let pacer: HostPacer
    private let robots: RobotsCache
    package let clock: HarvestClock
    package let backoff: Backoff

    /// - Parameter pacer: one for the whole process; that is what makes it polite.
    package init(fetcher: HTTPFetcher, pacer: HostPacer, clock: HarvestClock, backoff: Backoff = Backoff()) {
        self.fetcher = fetcher
        self.pacer = pacer
        self.clock = clock
        self.backoff = backoff
        robots = RobotsCache(fetcher: fetcher, pacer: pacer, clock: clock)
    }

    /// The answer to `request`; failures that may pass (`FetchError.isTransient`) are tried again after a pause.
    ///
    /// Other statuses are answers: the caller decides what a 404 means.
    ///
    /// - Parameters:
    ///   - pause: after each request to the host.
    ///   - isAnswer: whether an answer with a transient status tells what was asked for all the same.
    /// - Throws: `FetchError` after the last attempt, `.comeBack` where the host wants more patience than `backoff` has;
    ///   `CancellationError`.
    package func fetch(
        _ request: FetchRequest, pause: Duration, isAnswer: (FetchedResponse) -> Bool = { _ in false }
    ) async throws -> FetchedResponse {
        var waited = Duration.zero
        var failures = 0
        while true {
            let failure: FetchError
            do {
                let answer = try await once(request, pause: pause)
                guard FetchError.isTransient(answer.status), !isAnswer(answer) else { return answer }
                failure = FetchError(.status(answer.status, answer.headers.retryAfter), at: answer.address)
            } catch let error as FetchError where error.isTransient {
                failure = error
            }
            failures += 1
            let wait = try wait(after: failures, failure, waited: waited)
            await pacer.hold(request.address.host.description, for: wait)
            waited += wait
        }
    }

    /// Like `fetch`, but asks robots.txt first and keeps to its pause.
    package func fetchAsRobot(_ request: FetchRequest, pause: Duration) async throws -> FetchedResponse {
        let rules = try await robots.rules(for: request.address, permission: request.permission, pause: pause)
        guard rules.allows(request.address.target) else { throw FetchError(.disallowedByRobots, at: request.address) }
        let answer = try await fetch(request, pause: max(pause, rules.crawlDelay ?? .zero))
        if answer.address.origin != request.address.origin {
            let others = try await robots.rules(for: answer.address, permission: request.permission, pause: pause)
            guard others.allows(answer.address.target) else {
                throw FetchError(.disallowedByRobots, at: answer.address)
            }
        }
        return answer
    }

    /// What robots.txt says for `address`.
    package func robotsRules(
        for address: HTTPAddress, permission: AddressGuard, pause: Duration
    ) async throws -> RobotsRules {
        try await robots.rules(for: address, permission: permission, pause: pause)
    }

    /// Holds the host of `address` back after an answer that came but was of no use.
    ///
    /// - Parameter failures: in a row, from 1.
    func pause(_ address: HTTPAddress, afterFailures failures: Int) async throws {
        try Task.checkCancellation()
        let wait = backoff.pause(after: failures, random: clock.random())
        await pacer.hold(address.host.description, for: wait)
    }

    private func once(_ request: FetchRequest, pause: Duration) async throws -> FetchedResponse {
        try await pacer.paced(request.address.host.description, pause: pause) { try await fetcher.fetch(request) }
    }

    /// - Throws: `failure` after the last attempt, or the advice to come back.
    private func wait(after failures: Int, _ failure: FetchError, waited: Duration) throws -> Duration {
        var wanted = backoff.pause(after: failures, random: clock.random())
        var status: Int?
        if case .status(let code, let retryAfter) = failure.reason {
            status = code
            if let retryAfter { wanted = retryAfter.wait(from: clock.now()) }
        }
        if waited + wanted > backoff.patience {
            let date = clock.now().addingTimeInterval(TimeInterval(wanted.components.seconds))
            throw FetchError(.comeBack(date, status: status), at: failure.address)
        }
        guard failures < backoff.attempts else { throw failure }
        return wanted
    }
}
