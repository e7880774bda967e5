/// A free tag as a resource carries it.
package struct ResourceTag: Hashable, Codable, Sendable {
    /// Its address, and its value as a facet: small letters without marks, digits and hyphens.
    package let slug: String
    /// As people wrote it.
    package let name: String

    package init(slug: String, name: String) {
        self.slug = slug
        self.name = name
    }
}
