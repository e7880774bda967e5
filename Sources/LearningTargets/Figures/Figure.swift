import Crypto
import Foundation
package import Vocabularies

/// A figure on a day with all it rests on: numerator, denominator, the list behind them, method and hash.
package struct Figure: Codable, Hashable, Sendable {
    /// Kinds are never mixed up: each is labelled wherever it is shown.
    package enum Kind: String, Codable, Sendable {
        case computed
        case reported
        /// Something near, shown while nothing is reported; it meets no target.
        case proxy
        /// Nothing is known: no figure is shown.
        case unknown
    }

    /// A line of the list behind a figure.
    package struct Evidence: Codable, Hashable, Sendable {
        /// Notes that stand for themselves in every language; others are sources as they were written.
        package static let notReported = "chưa báo cáo"
        package static let supposed = "giả định"

        package let id: String
        package let name: String
        package let territory: String?
        package let counts: Bool
        /// What it has of what it needs.
        package let have: Int
        package let need: Int
        package let note: String?
        /// As an official wrote it, where it was a percentage: `14,5%`.
        package let percentage: String?
        /// The day a reported figure is true of.
        package let day: String?

        package init(
            id: String, name: String, territory: String?, counts: Bool, have: Int, need: Int, note: String?,
            percentage: String? = nil, day: String? = nil
        ) {
            (self.id, self.name, self.territory, self.counts) = (id, name, territory, counts)
            (self.have, self.need, self.note, self.percentage, self.day) = (have, need, note, percentage, day)
        }
    }

    /// Goes into every figure; another text is a change of method.
    package static let method = "hoclieu targets 2"

    package let plan: String
    package let target: String
    package let kind: Kind
    package let numerator: Int?
    package let denominator: Int?
    /// The day it is of.
    package let day: String
    /// Day of the registers, where the plan ended before `day`.
    package let registersDay: String
    package let isMet: Bool?
    /// Why there is no figure, or what has to be known about it.
    package let note: LocalisedNote?
    package let evidence: [Evidence]
    package let methodVersion: String
    /// Source documents of reported figures.
    package let sources: [String]

    /// As an official wrote it, where the whole is reported as a percentage: `14,5%`.
    package let percentage: String?

    /// Whether it was computed after the plan's last day: it counts what came later, too.
    package var isAfterPlan: Bool { kind == .computed && day > registersDay }

    /// The day it is true of: that of the latest report behind it, or the day it was computed for.
    package var trueOn: String { evidence.compactMap(\.day).max() ?? day }

    package struct LocalisedNote: Codable, Hashable, Sendable {
        package let vi: String
        package let en: String

        package init(_ vi: String, _ en: String) {
            self.vi = vi
            self.en = en
        }

        package var text: LocalisedText { LocalisedText(vietnamese: vi, english: en) }
    }

    /// SHA-256 of the figure as JSON: two answers with the same hash rest on the same.
    package var hash: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(self)) ?? Data()
        return SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
    }
}
