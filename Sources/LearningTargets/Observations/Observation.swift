package import Foundation

/// What an official reports: a figure on a day, with its source; it counts once another person has confirmed it.
package struct Observation: Hashable, Sendable {
    package let number: Int64
    package let plan: String
    package let target: String
    package let territory: String
    package let numerator: Int
    package let denominator: Int
    /// `2024-12-31`.
    package let day: String
    package let source: String
    package let note: String?
    package let enteredAt: Date
    package let enteredBy: String
    package let confirmedAt: Date?
    package let confirmedBy: String?
    package let withdrawnAt: Date?

    package var isCounted: Bool { confirmedAt != nil && withdrawnAt == nil }
}
