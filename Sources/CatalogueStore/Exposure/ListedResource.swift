package import CatalogueModel

/// A resource in the order of changes.
package struct ListedResource: Sendable {
    package let id: String
    /// Its last change or withdrawal, in seconds since 1970.
    package let changedAt: Int64
    /// Identifier in the register of institutions.
    package let publisher: String
    /// Nil where it is withdrawn.
    package let resource: LearningResource?
}
