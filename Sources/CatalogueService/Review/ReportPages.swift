import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import Vocabularies

/// `/resources/{id}/report`: readers say what is wrong, without an account.
struct ReportPages: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date
    /// Of one visitor; and of all together, since who has many addresses has as many visitors.
    private let perVisitor = RateLimiter(limit: 5, seconds: 3600)
    private let overall = RateLimiter(limit: 300, seconds: 3600)

    init(catalogue: CatalogueReader, pages: PageRenderer, clock: @escaping @Sendable () -> Date) {
        self.catalogue = catalogue
        self.pages = pages
        self.clock = clock
    }

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/resources/:id/report", use: form)
        router.post("/resources/:id/report", use: take)
    }

    @Sendable private func form(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        return try await page(id, context, request)
    }

    @Sendable private func take(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let posted = try await request.postedForm(in: context)
        guard let kind = posted["kind"].flatMap(ReaderReport.Kind.init) else {
            return try await page(id, context, request, note: posted["note"] ?? "", fault: "reportKindMissing")
        }
        let note = posted["note"] ?? ""
        if kind == .other, note.allSatisfy(\.isWhitespace) {
            return try await page(id, context, request, kind: kind, fault: "reportNoteMissing")
        }
        let now = clock()
        guard perVisitor.take(context.clientAddress(request), at: now), overall.take("all", at: now) else {
            throw Problem.tooManyRequests(seconds: 3600)
        }
        _ = try await catalogue.write { store in try store.report(id, kind, note: note, at: now) }
        return try await page(id, context, request, isDone: true)
    }

    private func page(
        _ id: ResourceID, _ context: ServiceContext, _ request: Request, kind: ReaderReport.Kind? = nil,
        note: String = "", fault: String? = nil, isDone: Bool = false
    ) async throws -> Response {
        let pages = pages.seen(by: context)
        let language = request.language
        return try await catalogue.read { searcher in
            let entry = try searcher.offered(id)
            let reference = try searcher.reference()
            var values: [String: Any] = [
                "pageTitle": PageText.text("reportTitle", in: language) + ": " + entry.resource.title,
                "noIndex": true, "title": entry.resource.title, "isDone": isDone, "note": note,
                "action": ResourceWords.canonicalHref(of: id) + "/report" + request.langQuery,
                "backHref": ResourceWords(entry.resource, reference: reference, language: language).pageHref,
                "kinds": ReaderReport.Kind.allCases.map {
                    ["value": $0.rawValue, "label": $0.label[language], "isSelected": $0 == kind] as [String: Any]
                },
            ]
            values["fault"] = fault.map { PageText.text($0, in: language) }
            return try pages.formPage(
                "report", values, for: request, status: fault == nil ? .ok : .unprocessableContent)
        }
    }
}
