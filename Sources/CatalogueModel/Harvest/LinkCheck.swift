package import Foundation

/// What is known of one address, and when it is asked again.
///
/// An address is dead only after `failuresToDie` failures in a row that span `daysToDie` days: hosts are moved, updated
/// and overloaded, and come back. One good answer revives it at once.
package struct LinkCheck: Hashable, Sendable {
    /// What one request told.
    package enum Outcome: Hashable, Sendable {
        /// It answers; `movedTo` where it moved for good.
        case works(movedTo: String?)
        /// It is not there: 404, 410, a host that does not exist, no redirect that ends.
        case fails(reason: String)
        /// Nothing can be told: 401, 403, 429, a time-out, an error of the server.
        case unclear(reason: String)
    }

    package static let failuresToDie = 3
    package static let daysToDie = 3.0

    package let url: String
    package private(set) var state: LinkState
    /// In a row.
    package private(set) var failures: Int
    package private(set) var firstFailedAt: Date?
    package private(set) var checkedAt: Date?
    package private(set) var nextCheckAt: Date
    /// What the last failure or doubt was; nil after a good answer.
    package private(set) var reason: String?
    /// Where the address leads for good.
    package private(set) var movedTo: String?

    /// An address nobody has asked yet.
    package init(url: String) {
        self.init(
            url: url, state: .unknown, failures: 0, firstFailedAt: nil, checkedAt: nil, nextCheckAt: .distantPast,
            reason: nil, movedTo: nil)
    }

    package init(
        url: String, state: LinkState, failures: Int, firstFailedAt: Date?, checkedAt: Date?, nextCheckAt: Date,
        reason: String?, movedTo: String?
    ) {
        self.url = url
        self.state = state
        self.failures = failures
        self.firstFailedAt = firstFailedAt
        self.checkedAt = checkedAt
        self.nextCheckAt = nextCheckAt
        self.reason = reason
        self.movedTo = movedTo
    }

    /// Takes in what a request told.
    ///
    /// - Parameter spread: 0..<1, so that addresses that came together are not asked together for ever.
    package mutating func note(_ outcome: Outcome, at instant: Date, spread: Double) {
        checkedAt = instant
        switch outcome {
        case .works(let movedTo):
            state = .live
            failures = 0
            firstFailedAt = nil
            reason = nil
            self.movedTo = movedTo
            ask(afterDays: 30 + 10 * spread)
        case .unclear(let reason):
            self.reason = reason
            // What is dead stays dead, and what works is believed to work, until somebody can tell.
            ask(afterDays: 3 + 4 * spread)
        case .fails(let reason):
            failures += 1
            self.reason = reason
            let first = firstFailedAt ?? instant
            firstFailedAt = first
            let days = instant.timeIntervalSince(first) / 86_400
            if failures >= Self.failuresToDie, days >= Self.daysToDie { state = .dead }
            ask(afterDays: state == .dead ? 14 + 7 * spread : 1.5 + spread)
        }
    }

    private mutating func ask(afterDays days: Double) {
        nextCheckAt = (checkedAt ?? .distantPast).addingTimeInterval(days * 86_400)
    }
}
