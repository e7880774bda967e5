import Foundation

/// How likely two records describe the same resource, and why.
package struct DuplicateScore: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        package let reason: DuplicateReason
        /// Added to the logarithm of the odds.
        package let points: Double
    }

    /// What speaks for and against, in the order it was looked at.
    package let parts: [Part]

    /// From this probability on, two records stand for one resource unless a person says otherwise.
    package static let threshold = 0.8
    /// Pairs from this probability on are kept for people to decide.
    package static let doubtful = 0.4
    /// Logarithm of the odds of two resources that meet under a key, with nothing else known.
    static let prior = -3.0

    /// 0 to 1.
    package var probability: Double {
        let odds = parts.reduce(Self.prior) { $0 + $1.points }
        // Rounded, so that a sum in another order is the same number.
        return (1 / (1 + exp(-odds)) * 1e6).rounded() / 1e6
    }

    package var isSame: Bool { probability >= Self.threshold }

    package func has(_ reason: DuplicateReason) -> Bool { parts.contains { $0.reason == reason } }
}
