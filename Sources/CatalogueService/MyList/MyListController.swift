import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Hummingbird
import NIOCore
import Vocabularies

/// `/my-list`, a learner's own list, which the browser keeps; and `/api/v1/resources?id=…`, by which its script asks what
/// the catalogue says of the resources in it. The log keeps paths only, so that no list is ever written down here.
struct MyListController: Sendable {
    /// Identifiers in one request.
    static let mostIdentifiers = 50

    let catalogue: CatalogueReader
    let pages: PageRenderer

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/my-list", use: page)
        router.get("/my-list.js") { _, _ in Self.script(PackageResources.my_list_js) }
        router.get("/my-list-worker.js") { _, _ in Self.script(PackageResources.my_list_worker_js) }
        router.get("/api/v1/resources", use: resources)
    }

    @Sendable private func page(_ request: Request, context: ServiceContext) async throws -> Response {
        let title = PageText.text("myTitle", in: request.language)
        return try pages.seen(by: context).page(
            "my-list", ["pageTitle": title + " – " + PageText.text("siteName", in: request.language)], for: request)
    }

    @Sendable private func resources(_ request: Request, context: ServiceContext) async throws -> Response {
        let ids = request.formQuery.all("id")
        guard ids.count <= Self.mostIdentifiers else {
            throw Problem.badRequest(
                LocalisedText(
                    vietnamese: "Mỗi lần hỏi được nhiều nhất \(Self.mostIdentifiers) mã.",
                    english: "At most \(Self.mostIdentifiers) identifiers can be asked for at once."))
        }
        let language = request.language
        return try await catalogue.read { searcher in
            let reference = try searcher.reference()
            let answers = try ids.compactMap { try Self.resource($0, in: searcher, reference, language) }
            return try JSONAnswer.response(["resources": answers], language: language)
        }
    }

    /// What is told of one resource: enough for a line in a list.
    private struct Answer: Encodable {
        let id: String
        let title: String
        let url: String
        /// Publisher, types, languages, year.
        let meta: String
        /// Of the title, where it is not the answer's own.
        let lang: String?
        let openness: String
        /// `offered` or `withdrawn`.
        let state: String
    }

    private static func resource(
        _ text: String, in searcher: Searcher, _ reference: ReferenceData, _ language: PreferredLanguage
    ) throws -> Answer? {
        guard let id = ResourceID(text), let entry = try searcher.resource(id) else { return nil }
        let words = ResourceWords(entry.resource, reference: reference, language: language)
        return Answer(
            id: id.rawValue, title: entry.resource.title, url: entry.resource.url, meta: words.summary,
            lang: words.titleLanguage, openness: words.openness.code,
            state: entry.withdrawal == nil ? "offered" : "withdrawn")
    }

    private static func script(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/javascript; charset=utf-8", .cacheControl: "public, max-age=3600"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
