package import CatalogueModel
package import Foundation

/// A resource in a collection.
package struct CollectionItem: Hashable, Sendable {
    /// Characters at most.
    package static let noteLimit = 1_000

    package let id: ResourceID
    /// Why it is in the list, for its readers.
    package var note: String?
    package let addedAt: Date
    package let addedBy: String
    package var changedAt: Date
    /// As the catalogue has it; nil where it has none of that identifier.
    package let resource: LearningResource?
    package let isWithdrawn: Bool

    /// The resource, where the catalogue offers it.
    package var offered: LearningResource? { isWithdrawn ? nil : resource }
}
