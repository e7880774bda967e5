package import CatalogueStore
package import Vocabularies

/// A completion of what somebody is typing.
package struct Suggestion: Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case title
        case subject
        case institution
    }

    package let kind: Kind
    package let text: LocalisedText
    /// Facet value to narrow to; nil for a title, which is searched for.
    package let filter: Filter?

    package struct Filter: Hashable, Sendable {
        package let facet: Facet
        package let value: String
    }
}
