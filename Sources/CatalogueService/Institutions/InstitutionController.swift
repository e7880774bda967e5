import Foundation
import CatalogueSearch
import CatalogueStore
import Hummingbird
import Publishing

/// `/institutions`, `/institutions/{id}`, and the same as JSON under `/api/v1`.
struct InstitutionController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/institutions", use: directory)
        router.get("/institutions/:id", use: institution)
        router.get("/api/v1/institutions", use: directoryAnswer)
        router.get("/api/v1/institutions/:id", use: institutionAnswer)
    }

    @Sendable private func directory(_ request: Request, context: ServiceContext) async throws -> Response {
        let pages = pages.seen(by: context)
        let (type, territory) = Self.filters(of: request)
        return try await catalogue.read { searcher in
            let directory = try InstitutionDirectory(
                type: type, territory: territory, language: request.language, in: searcher)
            let view = InstitutionsView(directory, type: type, territory: territory, language: request.language)
            return try pages.page("institutions", view.values, for: request)
        }
    }

    @Sendable private func institution(_ request: Request, context: ServiceContext) async throws -> Response {
        let (id, now) = (context.pathText("id"), clock())
        let (pages, isOwn) = (pages.seen(by: context), context.principal?.mayPublish(for: id) ?? false)
        return try await catalogue.read { searcher in
            let view = InstitutionView(
                try InstitutionProfile(id, in: searcher, at: now), reference: try searcher.reference(),
                language: request.language)
            var values = view.values
            values["usageHref"] =
                "/institutions/" + FormEncoding.pathSegment(id) + "/usage" + request.langQuery
            values["automaticHref"] = isOwn ? ClassifierController.href(of: id, in: request.language) : false
            values["bulkHref"] = isOwn ? TagAddress.href(BulkScope.path(of: id), in: request.language) : false
            return try pages.page("institution", values, for: request)
        }
    }

    @Sendable private func directoryAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        let language = request.language
        let (type, territory) = Self.filters(of: request)
        return try await catalogue.read { searcher in
            let directory = try InstitutionDirectory(
                type: type, territory: territory, language: language, in: searcher)
            let answers = directory.entries.map {
                InstitutionAnswer($0, registers: directory.reference.registers, language: language)
            }
            return try JSONAnswer.response(["institutions": answers], language: language)
        }
    }

    @Sendable private func institutionAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        let (id, now) = (context.pathText("id"), clock())
        let language = request.language
        return try await catalogue.read { searcher in
            let answer = InstitutionAnswer(
                try InstitutionProfile(id, in: searcher, at: now), registers: try searcher.reference().registers,
                language: language)
            return try JSONAnswer.response(answer, language: language)
        }
    }

    private static func filters(of request: Request) -> (type: String?, territory: String?) {
        let query = request.formQuery
        return (query.all("type").first, query.all("territory").first)
    }
}

extension ServiceContext {
    /// A parameter of the path, decoded; empty where there is none.
    func pathText(_ name: String) -> String {
        let encoded = parameters.get(name) ?? ""
        return encoded.removingPercentEncoding ?? encoded
    }
}
