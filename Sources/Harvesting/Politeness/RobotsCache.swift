import Foundation

/// The robots rules of hosts, read once a day.
package actor RobotsCache {
    private struct Entry {
        let rules: RobotsRules
        let expiry: Date
    }

    private let fetcher: HTTPFetcher
    private let pacer: HostPacer
    private let clock: HarvestClock
    private var entries: [String: Entry] = [:]

    private static let day: TimeInterval = 86_400
    /// A host that could not be asked is asked again after an hour.
    private static let hour: TimeInterval = 3_600
    private static let memory = 1024

    package init(fetcher: HTTPFetcher, pacer: HostPacer, clock: HarvestClock) {
        self.fetcher = fetcher
        self.pacer = pacer
        self.clock = clock
    }

    /// The rules for `address`.
    ///
    /// - Parameters:
    ///   - permission: of the source that leads there.
    ///   - pause: after the request for robots.txt, where one is made.
    /// - Throws: `CancellationError`; `FetchError` where the host cannot be reached. One that answers without saying what
    ///   may be fetched has the rule that nothing may.
    package func rules(
        for address: HTTPAddress, permission: AddressGuard, pause: Duration
    ) async throws -> RobotsRules {
        let now = clock.now()
        if let entry = entries[address.origin], entry.expiry > now { return entry.rules }
        let (rules, lifetime) = try await fetched(address, permission, pause)
        if entries.count >= Self.memory { entries = entries.filter { $0.value.expiry > now } }
        if entries.count >= Self.memory { entries.removeAll() }
        entries[address.origin] = Entry(rules: rules, expiry: now.addingTimeInterval(lifetime))
        return rules
    }

    private func fetched(
        _ address: HTTPAddress, _ permission: AddressGuard, _ pause: Duration
    ) async throws -> (RobotsRules, TimeInterval) {
        let file = HTTPAddress(scheme: address.scheme, host: address.host, port: address.port, target: "/robots.txt")
        var request = FetchRequest(file, limits: .robots, permission: permission)
        request.accept = "text/plain, */*;q=0.1"
        do {
            let fetcher = fetcher
            let answer = try await pacer.paced(file.host.description, pause: pause) { [request] in
                try await fetcher.fetch(request)
            }
            if answer.isSuccess {
                let bytes = try answer.body.prefix(FetchLimits.robots.bytes)
                return (RobotsRules(parsing: bytes, productToken: HTTPFetcher.productToken), Self.day)
            }
            // "Too many requests" is no permission, although its number begins with 4.
            let isAbsent = 300..<500 ~= answer.status && !FetchError.isTransient(answer.status)
            return isAbsent ? (.allowAll, Self.day) : (.disallowAll, Self.hour)
        } catch let error as FetchError {
            switch error.reason {
            case .tooManyRedirects: return (.allowAll, Self.day)
            case .malformedAnswer, .headersTooLong, .bodyTooLong, .inflatesTooMuch, .status, .comeBack:
                return (.disallowAll, Self.hour)
            // Who cannot be reached cannot be asked for anything (RFC 9309 §2.3.1.4), and the reason is worth telling.
            default: throw error
            }
        }
    }
}
