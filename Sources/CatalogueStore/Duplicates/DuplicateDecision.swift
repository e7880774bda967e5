package import CatalogueModel
package import Foundation
import GRDB
package import Normalisation

/// What a person decided about two resources, and perhaps took back.
package struct DuplicateDecision: Hashable, Sendable {
    /// `first < second`.
    package let first: ResourceID
    package let second: ResourceID
    package let verdict: DuplicateVerdict
    package let decidedAt: Date
    package let decidedBy: String
    package let note: String?
    /// Nil while the decision holds.
    package let withdrawnAt: Date?
    package let withdrawnBy: String?

    package var holds: Bool { withdrawnAt == nil }

    static let columns = "first, second, verdict, decidedAt, decidedBy, note, withdrawnAt, withdrawnBy"

    /// - Parameter row: of `columns`.
    init?(_ row: Row) {
        guard let first = ResourceID(row[0]), let second = ResourceID(row[1]),
            let verdict = DuplicateVerdict(rawValue: row[2])
        else { return nil }
        self.first = first
        self.second = second
        self.verdict = verdict
        decidedAt = Date(timeIntervalSince1970: row[3])
        decidedBy = row[4]
        note = row[5]
        withdrawnAt = (row[6] as Int64?).map { Date(timeIntervalSince1970: Double($0)) }
        withdrawnBy = row[7]
    }
}
