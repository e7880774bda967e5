package import CatalogueModel
package import Foundation
package import Normalisation

/// Records that stand for one resource, and why.
package struct DuplicateCluster: Sendable {
    /// Two members that were joined directly.
    package struct Join: Sendable {
        package let first: ResourceID
        package let second: ResourceID
        package let score: DuplicateScore
        /// What a person decided about the two, where anybody did.
        package let decision: DuplicateDecision?
    }

    /// The identifier of the member that comes first in order.
    package let id: ResourceID
    /// The representative first; see `RepresentativeOrder`.
    package let members: [LearningResource]
    /// Of the least sure join, 0 to 1; 1 where only people joined.
    package let confidence: Double
    package let isByPerson: Bool
    /// Since when it has had these members.
    package let formedAt: Date
    /// The least sure first.
    package let joins: [Join]

    package var representative: LearningResource { members[0] }
}
