import RecordFormats

/// Fetches an Atom or RSS feed page by page, from the newest entries to the oldest.
///
/// Older pages are those of a paged feed, `rel="next"` (RFC 5005 §3), or of an archived one, `rel="prev-archive"` (§4).
package struct FeedReader: Sendable {
    private let fetcher: PoliteFetcher
    private let permission: AddressGuard
    private let pause: Duration

    private static let tombstones = "http://purl.org/atompub/tombstones/1.0"
    private static let accept =
        "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"
    /// Links and tombstones of a page that are looked at.
    private static let unitLimit = 10_000

    package init(fetcher: PoliteFetcher, permission: AddressGuard, pause: Duration) {
        self.fetcher = fetcher
        self.permission = permission
        self.pause = pause
    }

    /// - Parameter validators: of what is held of this page already; nil has it sent whatever it is.
    /// - Throws: `FetchError` where it does not come, `SpoolError`, `CancellationError`. Whether it is a feed is for
    ///   whoever reads its entries to tell.
    package func page(at address: HTTPAddress, validators: CacheValidators?) async throws -> FeedPage {
        var request = FetchRequest(address, limits: .page, permission: permission)
        request.accept = Self.accept
        request.validators = validators
        let answer = try await fetcher.fetch(request, pause: pause)
        try answer.checkStatus()
        guard !answer.isNotModified else { return FeedPage(answer: answer, next: nil, deleted: [], strayNext: nil) }
        let (link, deleted) = try Self.facts(of: answer)
        let next = link.flatMap { try? answer.address.resolving($0) }
        // A feed speaks for its own host.
        let isOwn = next.map { $0.origin == address.origin || $0.origin == answer.address.origin } ?? false
        return FeedPage(
            answer: answer, next: isOwn && next != address ? next : nil, deleted: deleted,
            strayNext: isOwn ? nil : link)
    }

    /// The link to the next page, and what was deleted. What is no feed has neither.
    private static func facts(of answer: FetchedResponse) throws -> (next: String?, deleted: [String]) {
        var links: [String: String] = [:]
        var deleted: [String] = []
        var reader = XMLElementReader(file: answer.address.description, chunks: answer.body.chunks()) {
            name, _, parent in
            guard let parent, parent.local == "feed" || parent.local == "channel" else { return false }
            return name.local == "link" || name == XMLName("deleted-entry", in: tombstones)
        }
        for _ in 0..<unitLimit {
            let reading: XMLReading?
            do {
                reading = try reader.next()
            } catch is RecordFormatError {
                break
            }
            guard let reading else { break }
            guard case .unit(let unit) = reading else { continue }
            if unit.element.name.local == "link" {
                guard let relation = unit.element[attribute: "rel"], links[relation] == nil else { continue }
                links[relation] = unit.element[attribute: "href"]
            } else if let entry = unit.element[attribute: "ref"], !entry.isEmpty {
                deleted.append(entry)
            }
        }
        return (links["next"] ?? links["prev-archive"], deleted)
    }
}
