package import CatalogueModel
package import Foundation

/// A resource of the translation backlog.
package struct TranslationEntry: Hashable, Sendable {
    /// Somebody who asked for it.
    package struct Wish: Hashable, Sendable {
        /// An institution of the register, or the name of a key.
        package let wantedBy: String
        package let note: String?
        package let at: Date
    }

    package let original: LearningResource
    package let isOriginalWithdrawn: Bool
    /// As it is on the day asked for: a claim that has lapsed counts as wanted.
    package let state: TranslationState
    package let institution: String?
    package let claimedUntil: PartialDate?
    /// Whether a claim lapsed: its institution did not finish in time.
    package let hasLapsed: Bool
    package let draft: String?
    package let translation: ResourceID?
    /// Whether the catalogue offers the translation.
    package let isTranslationOffered: Bool
    /// Code of the licence that forbids it; empty for an unknown one.
    package let excludedBy: String?
    package let since: Date
    /// The earliest first.
    package let wishes: [Wish]
    package let demand: TranslationDemand
}
