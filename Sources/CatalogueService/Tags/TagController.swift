import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Publishing
import RecordFormats
import Vocabularies

/// `/tags`, `/tags/{slug}` with its feed, and the same as JSON under `/api/v1`.
struct TagController: Sendable {
    private static let pageSize = 20
    /// Tags on the page of all.
    private static let mostTags = 500

    let catalogue: CatalogueReader
    let pages: PageRenderer
    /// Where the catalogue is reached; nil for where requests come to.
    let site: SiteAddress?

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/tags", use: directory)
        router.get("/tags/:slug", use: tag)
        router.get("/tags/:slug/feed.atom", use: feed)
        router.get("/api/v1/tags", use: directoryAnswer)
        router.get("/api/v1/tags/:slug", use: tagAnswer)
    }

    @Sendable private func directory(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, language) = (pages.seen(by: context), request.language)
        let text = request.formQuery["q"].map { String($0.prefix(100)) } ?? ""
        return try await catalogue.read { searcher in
            let tags = try Tags(searcher.store).all(matching: text, limit: Self.mostTags)
            let values: [String: Any] = [
                "pageTitle": PageText.text("tagsTitle", in: language) + " – " + PageText.text("siteName", in: language),
                "none": tags.isEmpty, "find": text,
                "tags": tags.map { tag, count in
                    [
                        "href": TagAddress.href(TagAddress.page(tag.slug), in: language), "name": tag.name,
                        "count": Printing.number(count, in: language), "synonyms": Self.joined(tag.synonyms),
                    ] as [String: Any]
                },
            ]
            return try pages.page("tags", values, for: request)
        }
    }

    @Sendable private func tag(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, slug, language) = (pages.seen(by: context), context.pathText("slug"), request.language)
        let number = try request.number("page", in: 1...500) ?? 1
        let principal = context.principal
        let mayCurate = principal?.mayCurate ?? false
        return try await catalogue.read { searcher in
            let found: Tag
            switch try Self.lookUp(slug, for: principal, searcher) {
            case .tag(let tag): found = tag
            case .moved(let to): return Self.moved(to: TagAddress.href(TagAddress.page(to), in: language))
            case .deleted(let tag):
                guard mayCurate else { throw Problem.tagGone(tag.name) }
                let values: [String: Any] = [
                    "pageTitle": tag.name, "name": tag.name, "isGone": true, "noIndex": true,
                    "editHref": TagAddress.href(TagAddress.edit(tag.slug), in: language),
                ]
                return try pages.page("tag", values, for: request, status: .gone)
            }
            return try pages.page(
                "tag", try Self.values(found, page: number, searcher, request, mayCurate: mayCurate), for: request)
        }
    }

    private static func values(
        _ tag: Tag, page number: Int, _ searcher: Searcher, _ request: Request, mayCurate: Bool
    ) throws -> [String: Any] {
        let language = request.language
        let search = try SearchRequest(
            "", filters: [.tag: [tag.slug]], order: .title, page: number, pageSize: pageSize, facetValues: 0)
        let (found, reference) = (try searcher.search(search), try searcher.reference())
        let address = PageAddress(request)
        var values: [String: Any] = [
            "pageTitle": tag.name + " – " + PageText.text("siteName", in: language), "name": tag.name,
            "noIndex": found.total == 0,
            "note": tag.note ?? false, "synonyms": joined(tag.synonyms),
            "totalText": LocalisedText(
                vietnamese: "\(Printing.number(found.total, in: language)) học liệu",
                english: "\(Printing.number(found.total, in: language)) resources")[language],
            "resources": found.hits.map {
                ResourceWords($0.resource, reference: reference, language: language).linked
            },
            "feedHref": TagAddress.href(TagAddress.feed(tag.slug), in: language),
            "apiHref": TagAddress.api(tag.slug),
            "searchHref": PageAddress(path: SearchAddress.path, items: [("tag", tag.slug)])
                .with("lang", language == .english ? "en" : nil).href,
            "editHref": mayCurate ? TagAddress.href(TagAddress.edit(tag.slug), in: language) : false,
        ]
        let related = try Tags(searcher.store).related(to: tag)
        values["hasRelated"] = !related.isEmpty
        values["related"] = related.map { other, count in
            [
                "href": TagAddress.href(TagAddress.page(other.slug), in: language), "name": other.name,
                "count": Printing.number(count, in: language),
            ]
        }
        if number > 1 { values["previousHref"] = address.with("page", String(number - 1)).href }
        if number * pageSize < found.total { values["nextHref"] = address.with("page", String(number + 1)).href }
        return values
    }

    @Sendable private func feed(_ request: Request, context: ServiceContext) async throws -> Response {
        let (slug, language, site) = (context.pathText("slug"), request.language, site ?? SiteAddress(of: request))
        return try await catalogue.read { searcher in
            switch try Self.lookUp(slug, for: nil, searcher) {
            case .moved(let to): return Self.moved(to: TagAddress.href(TagAddress.feed(to), in: language))
            case .deleted(let tag): throw Problem.tagGone(tag.name)
            case .tag(let tag):
                let feed = TagFeed(
                    tag: tag, resources: try Tags(searcher.store).latest(with: tag, limit: TagFeed.most),
                    reference: try searcher.reference(), language: language, site: site)
                return Response(
                    status: .ok, headers: [.contentType: "application/atom+xml; charset=utf-8"],
                    body: ResponseBody(byteBuffer: ByteBuffer(bytes: feed.feed.xml)))
            }
        }
    }

    @Sendable private func directoryAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        let text = request.formQuery["q"].map { String($0.prefix(100)) }
        let limit = try request.number("size", in: 1...1_000) ?? 100
        return try await catalogue.read { searcher in
            let tags = try Tags(searcher.store).all(matching: text, limit: limit)
            return try JSONAnswer.response(["tags": tags.map { TagAnswer($0.tag, resources: $0.resources) }])
        }
    }

    @Sendable private func tagAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        let (slug, principal) = (context.pathText("slug"), context.principal)
        return try await catalogue.read { searcher in
            switch try Self.lookUp(slug, for: principal, searcher) {
            case .moved(let to): return Self.moved(to: TagAddress.api(to))
            case .deleted(let tag): throw Problem.tagGone(tag.name)
            case .tag(let tag):
                let search = try SearchRequest("", filters: [.tag: [tag.slug]], pageSize: 1, facetValues: 0)
                return try JSONAnswer.response(
                    TagAnswer(
                        tag, resources: try searcher.search(search).total,
                        related: try Tags(searcher.store).related(to: tag)))
            }
        }
    }

    /// - Parameter principal: nil for readers, for whom a tag that only waiting deposits carry is not there yet.
    static func lookUp(_ slug: String, for principal: Principal?, _ searcher: Searcher) throws -> TagLookup {
        do {
            let tags = Tags(searcher.store)
            let found = try tags.lookUp(slug)
            if principal == nil, case .tag(let tag) = found, try tags.isOnlyWaiting(tag) {
                throw TagError.unknown(slug)
            }
            return found
        } catch let error as TagError {
            throw Problem(error)
        }
    }

    private static func moved(to path: String) -> Response {
        Response(status: .movedPermanently, headers: [.location: path, .cacheControl: "no-cache"])
    }

    private static func joined(_ words: [String]) -> Any {
        words.isEmpty ? false : words.joined(separator: ", ")
    }
}

extension Problem {
    static func tagGone(_ name: String) -> Self {
        Self(
            status: .gone, title: LocalisedText(vietnamese: "Thẻ đã xóa", english: "Tag deleted"),
            detail: LocalisedText(
                vietnamese: "Người biên tập đã xóa thẻ “\(name)”.", english: "Curators deleted the tag “\(name)”."))
    }
}
