import RecordFormats
import CatalogueSearch
import CatalogueStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Publishing
import Vocabularies

/// `/collections`, `/collections/{slug}` with its feed, code, sheet and package, and the same as JSON under `/api/v1`.
struct CollectionController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date
    /// Where the catalogue is reached; nil for where requests come to.
    let site: SiteAddress?

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/collections", use: directory)
        router.get("/collections/:slug", use: collection)
        router.get("/collections/:slug/feed.atom", use: feed)
        router.get("/collections/:slug/qr.svg", use: code)
        router.get("/collections/:slug/print", use: sheet)
        router.get("/collections/:slug/package.zip", use: package)
        router.get("/api/v1/collections", use: directoryAnswer)
        router.get("/api/v1/collections/:slug", use: collectionAnswer)
    }

    @Sendable private func directory(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, now, visitor) = (pages.seen(by: context), clock(), context.principal)
        return try await catalogue.read { searcher in
            let view = CollectionsView(
                collections: try CollectionsReader(searcher, at: now, seenBy: visitor).all(),
                reference: try searcher.reference(), language: request.language)
            return try pages.page("collections", view.values, for: request)
        }
    }

    @Sendable private func collection(_ request: Request, context: ServiceContext) async throws -> Response {
        let pages = pages.seen(by: context)
        return try await view(request, context) { view in
            try pages.page("collection", view.values, for: request)
        }
    }

    @Sendable private func feed(_ request: Request, context: ServiceContext) async throws -> Response {
        let site = site ?? SiteAddress(of: request)
        return try await view(request, context) { view in
            let feed = CollectionFeed(
                collection: view.collection, items: view.items, reference: view.reference, language: view.language,
                site: site)
            return Self.file(feed.feed.xml, type: "application/atom+xml; charset=utf-8")
        }
    }

    @Sendable private func code(_ request: Request, context: ServiceContext) async throws -> Response {
        let site = site ?? SiteAddress(of: request)
        return try await view(request, context) { view in
            let address = site.url(CollectionAddress(view.collection.slug).page)
            guard let code = QRCode(address) else { throw Problem.internalError }
            return Self.file(Array(code.svg(label: address).utf8), type: "image/svg+xml")
        }
    }

    @Sendable private func sheet(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, site) = (pages.seen(by: context), site ?? SiteAddress(of: request))
        let isCodeForEach = request.formQuery["qr"] != "one"
        return try await view(request, context) { view in
            try pages.page(
                "collection-sheet", view.sheetValues(at: site, isCodeForEach: isCodeForEach), for: request)
        }
    }

    @Sendable private func package(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, site) = (pages, site ?? SiteAddress(of: request))
        return try await view(request, context) { view in
            let archive = try CollectionPackage(view, pages: pages, site: site).archive()
            var response = Self.file(archive, type: "application/zip")
            response.headers[.contentDisposition] = "attachment; filename=\"\(view.collection.slug).zip\""
            return response
        }
    }

    @Sendable private func directoryAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        let (language, now) = (request.language, clock())
        return try await catalogue.read { searcher in
            let reference = try searcher.reference()
            let answers = try CollectionsReader(searcher, at: now, seenBy: nil).all().map {
                CollectionAnswer(
                    $0.collection, phase: $0.phase, resources: $0.items, items: nil, reference: reference,
                    language: language)
            }
            return try JSONAnswer.response(["collections": answers], language: language)
        }
    }

    @Sendable private func collectionAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        try await view(request, context) { view in
            let answer = CollectionAnswer(
                view.collection, phase: view.phase, resources: view.items.count, items: view.items,
                reference: view.reference, language: view.language)
            return try JSONAnswer.response(answer, language: view.language)
        }
    }

    /// The collection in the path, as this visitor may see it.
    private func view(
        _ request: Request, _ context: ServiceContext,
        _ answer: @escaping @Sendable (CollectionView) throws -> Response
    ) async throws -> Response {
        let (slug, now, language) = (context.pathText("slug"), clock(), request.language)
        let visitor = context.principal
        return try await catalogue.read { searcher in
            let reader = CollectionsReader(searcher, at: now, seenBy: visitor)
            let (collection, items) = try reader.collection(slug)
            return try answer(
                CollectionView(
                    collection: collection, items: items, phase: reader.phase(of: collection),
                    mayEdit: CollectionsReader.mayEdit(collection, visitor),
                    reference: try searcher.reference(), language: language))
        }
    }

    private static func file(_ bytes: [UInt8], type: String) -> Response {
        Response(status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
