package import CatalogueModel

/// What the sitemaps of a site say.
package struct SitemapListing: Sendable {
    /// A page, with the date of its last change as the sitemap writes it.
    package struct Page: Hashable, Sendable {
        package let address: HTTPAddress
        package let lastModified: String?

        package init(address: HTTPAddress, lastModified: String?) {
            self.address = address
            self.lastModified = lastModified
        }
    }

    /// Each page once, in the order they stand in.
    package private(set) var pages: [Page] = []
    /// What is wrong with single entries; the first hundred.
    package private(set) var problems: [RecordProblem] = []
    /// Sitemaps that could not be read, and why.
    package internal(set) var failures: [HarvestNotice] = []
    package internal(set) var requests = 0
    package internal(set) var bytes = 0
    /// Sitemaps that were read.
    package internal(set) var sitemaps = 0

    private var seen: Set<HTTPAddress> = []

    /// Pages of a site that are looked at.
    static let pageLimit = 500_000
    private static let problemLimit = 100

    /// - Returns: whether there is room for more.
    mutating func add(_ page: HTTPAddress, lastModified: String?) -> Bool {
        guard pages.count < Self.pageLimit else { return false }
        if seen.insert(page).inserted { pages.append(Page(address: page, lastModified: lastModified)) }
        return true
    }

    mutating func add(_ found: [RecordProblem]) {
        problems += found.prefix(max(0, Self.problemLimit - problems.count))
    }
}
