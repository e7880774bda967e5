package import CatalogueModel

/// What readers think a resource should be found under.
package struct TagSuggestion: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case open
        case accepted
        case dismissed
    }

    package let number: Int64
    package let resource: ResourceID
    /// Title and institution of the resource; empty where the catalogue does not have it any more.
    package let title: String
    package let institution: String
    /// `tags`, or the name of a scheme.
    package let scheme: String
    /// Compared form of a tag's name, or code of a concept.
    package let code: String
    /// As the first who suggested it wrote it.
    package let name: String
    /// How often it was suggested.
    package let times: Int
    /// Days, and no more: `2026-11-26`.
    package let firstOn: String
    package let lastOn: String
    package let state: State
    package let decidedBy: String?
}
