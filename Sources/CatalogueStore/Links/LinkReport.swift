package import CatalogueModel

/// The links of one institution's resources.
package struct LinkReport: Sendable {
    /// A resource whose link is broken, failing, or moved for good.
    package struct Item: Sendable {
        package let id: String
        package let title: String
        package let check: LinkCheck
    }

    package let institution: String
    /// Resources by the state of their link; states without any are left out.
    package let counts: [LinkState: Int]
    /// Broken ones first, then failing ones, then those that moved.
    package let items: [Item]
}
