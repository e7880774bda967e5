package import CatalogueModel
package import Foundation

/// A resource an institution described itself, with where it stands.
package struct Deposit: Sendable {
    package let id: ResourceID
    package let institution: String
    package let state: DepositState
    /// Grows by one with every change of content or state; what keeps two people from overwriting each other.
    package let revision: Int
    /// The version that stands, published or not.
    package let version: Int
    /// The version learners see; nil where they see none.
    package let publicVersion: Int?
    package let title: String
    package let url: String
    package let submittedAt: Date
    /// Who sent the version that stands, as the audit log names them.
    package let submittedBy: String
    package let changedAt: Date
    /// The curator who has taken it up.
    package let reviewer: String?
    /// Reasons of the last decision or withdrawal.
    package let note: String?

    /// Entity tag of what the institution sees.
    package var tag: String { "\"r\(revision)\"" }

    /// Whether a version waits that learners do not see yet.
    package var isPending: Bool { state != .withdrawn && publicVersion != version }
}
