import CatalogueModel
import RecordFormats
import Vocabularies

/// A site that names its pages in sitemaps (sitemaps.org protocol 0.9).
///
/// Sitemaps are made for programs and are fetched as they are; pages only where robots.txt allows it.
package struct SitemapSource: Sendable {
    private let fetcher: PoliteFetcher
    private let permission: AddressGuard
    private let pause: Duration

    private static let sitemapLimit = 2_000
    private static let sitemapAccept = "application/xml, text/xml;q=0.9, text/plain;q=0.8, */*;q=0.1"
    private static let pageAccept = "text/html, application/xhtml+xml;q=0.9, application/ld+json;q=0.8, */*;q=0.1"
    private static let sitemapLimits = FetchLimits(
        bytes: SitemapReader.byteLimit + 1, bytesInMemory: 1 << 20, total: .seconds(600))

    package init(fetcher: PoliteFetcher, permission: AddressGuard, pause: Duration) {
        self.fetcher = fetcher
        self.permission = permission
        self.pause = pause
    }

    /// All pages the sitemaps name, and those that sitemap indexes lead to.
    ///
    /// - Parameter roots: addresses of sitemaps, or of a site (`https://example.org/`), whose robots.txt names them.
    /// - Throws: `HarvestStop` where none of the sitemaps can be read; `CancellationError`, `SpoolError`.
    package func listing(from roots: [HTTPAddress]) async throws -> SitemapListing {
        var listing = SitemapListing()
        var waiting: [HTTPAddress] = []
        for root in roots { waiting += try await sitemaps(of: root) }
        var seen = Set(waiting)
        waiting.reverse()
        while let address = waiting.popLast() {
            guard listing.requests < Self.sitemapLimit else {
                listing.failures.append(.tooManySitemaps(Self.sitemapLimit))
                break
            }
            do {
                let more = try await read(address, into: &listing)
                waiting += more.filter { seen.insert($0).inserted }.reversed()
            } catch let error as FetchError {
                listing.failures.append(error.notice)
            } catch let error as RecordFormatError {
                listing.failures.append(.noSitemap(error))
            }
        }
        if listing.sitemaps == 0, let failure = listing.failures.first { throw HarvestStop(failure) }
        return listing
    }

    /// - Parameter validators: of what is held of this page already; nil has it sent whatever it is.
    /// - Throws: `FetchError`, for what robots.txt forbids as well; `CancellationError`.
    package func page(at address: HTTPAddress, validators: CacheValidators?) async throws -> FetchedResponse {
        var request = FetchRequest(address, limits: .webPage, permission: permission)
        request.accept = Self.pageAccept
        request.validators = validators
        return try await fetcher.fetchAsRobot(request, pause: pause)
    }

    private func sitemaps(of root: HTTPAddress) async throws -> [HTTPAddress] {
        guard root.target == "/" else { return [root] }
        let rules = try await fetcher.robotsRules(for: root, permission: permission, pause: pause)
        let named = rules.sitemaps.compactMap { try? root.resolving($0) }
        return try named.isEmpty ? [root.resolving("/sitemap.xml")] : named
    }

    /// - Returns: the sitemaps this one leads to.
    private func read(_ address: HTTPAddress, into listing: inout SitemapListing) async throws -> [HTTPAddress] {
        var request = FetchRequest(address, limits: Self.sitemapLimits, permission: permission)
        request.accept = Self.sitemapAccept
        listing.requests += 1
        let answer = try await fetcher.fetch(request, pause: pause)
        listing.bytes += answer.body.count
        try answer.checkStatus()
        var reader = SitemapReader(address: answer.address.description, chunks: answer.body.chunks())
        var sitemaps: [HTTPAddress] = []
        while let reading = try reader.next() {
            switch reading {
            case .refused(let problem): listing.add([problem])
            case .entry(let entry, let warnings):
                listing.add(warnings)
                guard let found = try? HTTPAddress(entry.address) else { continue }
                if entry.kind == .sitemap {
                    sitemaps.append(found)
                } else if !listing.add(found, lastModified: entry.lastModified) {
                    listing.failures.append(.tooManyPages(SitemapListing.pageLimit))
                    break
                }
            }
        }
        listing.sitemaps += 1
        return sitemaps
    }
}

extension HarvestNotice {
    fileprivate static func tooManySitemaps(_ limit: Int) -> Self {
        Self(
            code: "too-many-sitemaps", vietnamese: "Trang có hơn \(limit) sitemap; phần còn lại không được đọc.",
            english: "The site has more than \(limit) sitemaps; the rest was not read.")
    }

    fileprivate static func tooManyPages(_ limit: Int) -> Self {
        Self(
            code: "too-many-pages", vietnamese: "Các sitemap nêu hơn \(limit) trang; phần còn lại không được đọc.",
            english: "The sitemaps name more than \(limit) pages; the rest was not read.")
    }

    fileprivate static func noSitemap(_ error: RecordFormatError) -> Self {
        Self(
            code: "no-sitemap", vietnamese: error.description(in: .vietnamese),
            english: error.description(in: .english))
    }
}
