package import Foundation

/// A free tag.
package struct Tag: Hashable, Identifiable, Sendable {
    /// Of its row; the address is the slug.
    package let id: Int64
    package let slug: String
    /// As people wrote it.
    package let name: String
    /// What it is for; nil where nobody said.
    package let note: String?
    /// Other words for it, among them the names of tags merged into it, in the order of the compared forms.
    package let synonyms: [String]
    /// Grows with every change, for changes that must not overwrite each other.
    package let version: Int
    package let createdAt: Date
    package let createdBy: String
    package let changedAt: Date
    /// When curators took it away; nil where it stands.
    package let deletedAt: Date?
}
