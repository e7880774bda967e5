import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import Vocabularies

/// `/review/tags/bulk`, where curators tag by query, and `/institutions/{id}/tags`, where an institution does so with its
/// own resources.
struct BulkTagController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/review/tags/bulk", use: all)
        router.post("/review/tags/bulk", use: changeAll)
        router.get("/institutions/:id/tags", use: own)
        router.post("/institutions/:id/tags", use: changeOwn)
    }

    @Sendable private func all(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.curator()
        return try await form(.all, request, context)
    }

    @Sendable private func changeAll(_ request: Request, context: ServiceContext) async throws -> Response {
        try await change(.all, by: try context.curator(), request, context)
    }

    @Sendable private func own(_ request: Request, context: ServiceContext) async throws -> Response {
        let scope = BulkScope(institution: context.pathText("id"))
        _ = try context.publisher(for: context.pathText("id"))
        return try await form(scope, request, context)
    }

    @Sendable private func changeOwn(_ request: Request, context: ServiceContext) async throws -> Response {
        let scope = BulkScope(institution: context.pathText("id"))
        return try await change(scope, by: try context.publisher(for: context.pathText("id")), request, context)
    }

    private func form(
        _ scope: BulkScope, _ request: Request, _ context: ServiceContext
    ) async throws -> Response {
        let query = request.formQuery
        let asked = BulkForm(
            query: query["query"] ?? "", name: query["name"] ?? "", scheme: query["scheme"] ?? "tags",
            verb: query["verb"].flatMap(TagBatch.Verb.init) ?? .add)
        return try await page(asked, scope, previews: query["name"] != nil, fault: nil, request, context)
    }

    private func change(
        _ scope: BulkScope, by principal: Principal, _ request: Request, _ context: ServiceContext
    ) async throws -> Response {
        let form = try await request.postedForm(in: context)
        let now = clock()
        let asked = BulkForm(
            query: form["query"] ?? "", name: form["name"] ?? "", scheme: form["scheme"] ?? "tags",
            verb: form["verb"].flatMap(TagBatch.Verb.init) ?? .add)
        do {
            if let number = form["undo"].flatMap({ Int64($0) }) {
                _ = try await catalogue.write { store in
                    try Tags(store).undo(
                        batch: number, institution: scope.institution, by: principal.actor, at: now)
                }
            } else {
                guard let token = form["token"] else { throw Problem.damagedForm }
                let (target, ids) = try await catalogue.read { try asked.found($0, in: scope) }
                _ = try await catalogue.write { store in
                    try Tags(store).apply(
                        asked.verb, target, on: ids, query: asked.query, token: token,
                        institution: scope.institution, by: principal.actor, at: now)
                }
            }
            return .seeOther(TagAddress.href(scope.path, in: request.language))
        } catch let error as TagError {
            return try await page(asked, scope, previews: false, fault: error, request, context)
        }
    }

    private func page(
        _ asked: BulkForm, _ scope: BulkScope, previews: Bool, fault: TagError?, _ request: Request,
        _ context: ServiceContext
    ) async throws -> Response {
        let (pages, language) = (pages.seen(by: context), request.language)
        return try await catalogue.read { searcher in
            let view = BulkTagView(asked, scope, language: language)
            var (values, fault) = (try view.values(searcher), fault)
            if previews {
                do {
                    let (target, ids) = try asked.found(searcher, in: scope)
                    let preview = try Tags(searcher.store).preview(
                        asked.verb, target, on: ids, query: asked.query, institution: scope.institution)
                    values.merge(try view.preview(preview, of: target, searcher)) { $1 }
                } catch let error as TagError {
                    fault = error
                }
            }
            values["fault"] = fault?.message[language] ?? false
            return try pages.page(
                "tag-bulk", values, for: request, status: fault.map { Problem($0).status } ?? .ok)
        }
    }
}
