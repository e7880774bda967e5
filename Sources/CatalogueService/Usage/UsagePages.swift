import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Publishing
import UsageStatistics
import Vocabularies

/// `/usage` for everybody, `/institutions/{id}/usage` for each institution, `/review/gaps` for curators.
struct UsagePages: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let usage: UsageService
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/usage", use: all)
        router.get("/usage.csv", use: table)
        router.get("/institutions/:id/usage", use: institution)
        router.get("/institutions/:id/usage.csv", use: institutionTable)
        router.get("/review/gaps", use: gaps)
    }

    @Sendable private func all(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, language) = (pages.seen(by: context), request.language)
        return try await view(nil, request, context) { view, _ in
            var values = try view.values()
            values["pageTitle"] = PageText.text("usageTitle", in: language)
            values["title"] = PageText.text("usageTitle", in: language)
            values["csvHref"] = "/usage.csv" + (language == .english ? "?lang=en" : "")
            return try pages.page("usage", values, for: request)
        }
    }

    @Sendable private func table(_ request: Request, context: ServiceContext) async throws -> Response {
        try await view(nil, request, context) { view, _ in Self.csv(try view.table(), name: "usage") }
    }

    @Sendable private func institution(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, language, id) = (pages.seen(by: context), request.language, context.pathText("id"))
        let usage = usage
        return try await view(id, request, context) { view, name in
            var values = try view.values()
            let title = PageText.text("usageOf", in: language) + " " + name
            (values["pageTitle"], values["title"]) = (title, title)
            values["institutionHref"] = InstitutionView.href(of: id, in: language)
            values["csvHref"] =
                "/institutions/" + FormEncoding.pathSegment(id) + "/usage.csv"
                + (language == .english ? "?lang=en" : "")
            let reader = UsageReader(usage.store)
            if let period = try reader.period() {
                let queries = try reader.queries(
                    leadingTo: id, from: period.lowerBound, through: period.upperBound)
                values["hasQueries"] = !queries.isEmpty
                values["queries"] = queries.map {
                    ["text": $0.query, "count": Printing.number($0.times, in: language)]
                }
            }
            return try pages.page("usage", values, for: request)
        }
    }

    @Sendable private func institutionTable(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = context.pathText("id")
        return try await view(id, request, context) { view, _ in Self.csv(try view.table(), name: "usage-" + id) }
    }

    @Sendable private func gaps(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.curator()
        let (pages, language, usage, now) = (pages.seen(by: context), request.language, usage, clock())
        return try await catalogue.read { _ in
            let last = UsageDay(of: now).month
            let found = try UsageReader(usage.store).gaps(
                from: last.advanced(by: -12), through: last, limit: 200)
            let values: [String: Any] = [
                "pageTitle": PageText.text("gapsTitle", in: language), "noIndex": true, "none": found.isEmpty,
                "gaps": found.map { gap in
                    [
                        "text": gap.query, "searches": Printing.number(gap.searches, in: language),
                        "empty": Printing.number(gap.empty, in: language),
                        "clicks": Printing.number(gap.clicks, in: language),
                        "href": PageAddress(path: SearchAddress.path, items: [("q", gap.query)])
                            .with("lang", language == .english ? "en" : nil).href,
                    ]
                },
            ]
            return try pages.page("gaps", values, for: request)
        }
    }

    /// The figures of all, or of an institution, whose own people see them whole.
    private func view(
        _ institution: String?, _ request: Request, _ context: ServiceContext,
        _ answer: @escaping @Sendable (UsageView, String) throws -> Response
    ) async throws -> Response {
        let (usage, now, language) = (usage, clock(), request.language)
        let isOwn = institution.map { context.principal?.mayPublish(for: $0) ?? false } ?? false
        return try await catalogue.read { searcher in
            let reference = try searcher.reference()
            var name = ""
            if let institution {
                name = try InstitutionProfile.name(of: institution, in: searcher, language)
            }
            return try answer(
                UsageView(
                    usage.store, institution: institution, isPublic: !isOwn, reference: reference,
                    language: language, at: now), name)
        }
    }

    private static func csv(_ table: UsageTable, name: String) -> Response {
        let safe = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(safe).csv\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: table.csv())))
    }
}

extension InstitutionProfile {
    /// The name of an institution of the register, or of a publisher that has records.
    ///
    /// - Throws: `Problem`, 404.
    static func name(of id: String, in searcher: Searcher, _ language: PreferredLanguage) throws -> String {
        if let row = try searcher.reference().registers.institution(id) { return row.name(in: language) }
        let page = try searcher.search(
            SearchRequest("", filters: [.institution: [id]], pageSize: 1, facetValues: 0))
        guard let hit = page.hits.first else { throw Problem.noInstitution(id) }
        return hit.resource.publisher.name
    }
}
