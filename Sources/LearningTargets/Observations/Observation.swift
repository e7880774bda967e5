package import Foundation
package import Vocabularies

/// What an official reports: a figure on a day, with its source; it counts once another person has confirmed it.
package struct Observation: Hashable, Sendable {
    package let number: Int64
    package let plan: String
    package let target: String
    package let territory: String
    package let numerator: Int
    package let denominator: Int
    /// As the official wrote it, where it was a percentage: `14,5%`.
    package let percentage: String?
    /// `2024-12-31`.
    package let day: String
    package let source: String
    package let note: String?
    package let enteredAt: Date
    package let enteredBy: String
    package let confirmedAt: Date?
    package let confirmedBy: String?
    package let withdrawnAt: Date?
    package let withdrawnWhy: String?

    /// Counts or the percentage, as a reader of the language writes them.
    package func value(in language: PreferredLanguage) -> String {
        if let percentage { return FigureWords.percentage(percentage, language) }
        return "\(FigureWords.number(numerator, language))/\(FigureWords.number(denominator, language))"
    }

    package var isCounted: Bool { confirmedAt != nil && withdrawnAt == nil }
}
