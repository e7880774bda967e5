package import CatalogueModel

/// An address in a sitemap (sitemaps.org protocol 0.9).
package struct SitemapEntry: Hashable, Sendable {
    package enum Kind: Sendable {
        case page
        /// Another sitemap, of a sitemap index.
        case sitemap
    }

    package let kind: Kind
    /// An http or https address on the sitemap's own host.
    package let address: String
    /// As it stands there: a date, or date and time (W3C Datetime); nil where there is none that can be read.
    package let lastModified: String?

    package init(kind: Kind, address: String, lastModified: String?) {
        self.kind = kind
        self.address = address
        self.lastModified = lastModified
    }
}

/// What became of one entry of a sitemap.
package enum SitemapReading: Hashable, Sendable {
    case entry(SitemapEntry, warnings: [RecordProblem])
    /// The entry is not to be followed.
    case refused(RecordProblem)
}
