import Foundation
import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Hummingbird
import NIOCore
import Publishing
import RecordFormats

/// The pages people see: `/`, `/search`, `/resources/{id}`, and what they load.
struct PageController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let usage: UsageService?
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/", use: home)
        router.get("/search", use: search)
        router.get("/resources/:id", use: resource)
        router.get("/style.css") { _, _ in
            Self.asset(PackageResources.style_css, type: "text/css; charset=utf-8")
        }
        router.get("/suggest.js") { _, _ in
            Self.asset(PackageResources.suggest_js, type: "text/javascript; charset=utf-8")
        }
        router.get("/deposit.js") { _, _ in
            Self.asset(PackageResources.deposit_js, type: "text/javascript; charset=utf-8")
        }
        router.get("/icon.svg") { _, _ in Self.asset(PackageResources.icon_svg, type: "image/svg+xml") }
        router.get("/robots.txt") { _, _ in
            // Crawlers may read every resource; walking combinations of filters helps nobody.
            Self.asset(
                Array("User-agent: *\nDisallow: /search\nDisallow: /out/\nDisallow: /r51/\n".utf8),
                type: "text/plain; charset=utf-8")
        }
    }

    @Sendable private func home(_ request: Request, context: ServiceContext) async throws -> Response {
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let everything = try searcher.search(SearchRequest("", pageSize: 1, facetValues: 500))
            return try pages.page("home", HomeView(page: everything, language: request.language).values, for: request)
        }
    }

    @Sendable private func search(_ request: Request, context: ServiceContext) async throws -> Response {
        let searchRequest = try SearchAddress.request(
            from: request.formQuery, pageSize: 10, facetValues: SearchView.mostValues)
        let (pages, counts) = (pages.seen(by: context), usage != nil)
        return try await catalogue.read { searcher in
            let found = try searcher.search(searchRequest)
            let view = SearchView(found, reference: try searcher.reference(), request: request)
            var response = try pages.page("search", view.values, for: request)
            if let name = UsageRecording.hitsHeader, counts { response.headers[name] = String(found.total) }
            return response
        }
    }

    @Sendable private func resource(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let (pages, now, signer) = (pages.seen(by: context), clock(), usage?.signer)
        return try await catalogue.read { searcher in
            let entry = try searcher.offered(id)
            let reference = try searcher.reference()
            let writer = SchemaOrgWriter(vocabularies: reference.vocabularies, language: request.language)
            let merged = try searcher.offeredMerged(id)
            let principal = context.principal
            let actions = ResourceActions(
                entry.resource, principal,
                collections: try CollectionsReader(searcher, at: now, seenBy: principal)
                    .all(with: id), language: request.language)
            let view = ResourceView(
                (entry.version, entry.changedAt), merged: merged, similar: try searcher.similar(to: id) ?? [],
                related: try searcher.related(to: merged), reference: reference, language: request.language,
                jsonLD: String(decoding: writer.json(of: entry.resource), as: UTF8.self))
            var values = view.values.merging(actions.values) { $1 }
            if principal?.mayPublish(for: entry.resource.publisher.id) != true { values["manageHref"] = false }
            values["usageHref"] = signer != nil ? "/usage" : false
            if let signer { values["url"] = signer.href(of: id.rawValue, list: request.formQuery["list"]) }
            return try pages.page("resource", values, for: request)
        }
    }

    private static func asset(_ bytes: [UInt8], type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "public, max-age=3600"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
