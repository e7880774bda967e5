import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import Vocabularies

/// `/review/tags`: suggestions of readers, tags taken away, and tagging by query.
struct TagReviewController: Sendable {
    private static let pageSize = 50

    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/review/tags", use: queue)
        router.post("/review/tags/suggestions/:number", use: decide)
        router.get("/review/tags/bulk", use: bulk)
        router.post("/review/tags/bulk", use: apply)
    }

    @Sendable private func queue(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.curator()
        let (pages, language) = (pages.seen(by: context), request.language)
        let page = try request.number("page", in: 1...1_000) ?? 1
        let address = PageAddress(request)
        return try await catalogue.read { searcher in
            let tags = Tags(searcher.store)
            let found = try tags.suggestions(limit: Self.pageSize, offset: (page - 1) * Self.pageSize)
            var values: [String: Any] = [
                "pageTitle": PageText.text("reviewTagsTitle", in: language), "noIndex": true,
                "none": found.suggestions.isEmpty,
                "bulkHref": TagAddress.href("/review/tags/bulk", in: language),
                "suggestions": found.suggestions.map { suggestion in
                    [
                        "name": suggestion.name, "kind": ResourceTagView.label(of: suggestion.scheme, in: language),
                        "times": suggestion.times, "title": suggestion.title,
                        "href": TagAddress.href(ResourceWords.canonicalHref(of: suggestion.resource), in: language),
                        "actionHref": TagAddress.href(
                            "/review/tags/suggestions/\(suggestion.number)", in: language),
                    ] as [String: Any]
                },
            ]
            let taken = try tags.takenAway()
            values["hasTaken"] = !taken.isEmpty
            values["taken"] = taken.map { tag, into in
                [
                    "name": tag.name, "into": into?.name ?? false,
                    "href": TagAddress.href(TagAddress.edit(into?.slug ?? tag.slug), in: language),
                ] as [String: Any]
            }
            if page > 1 { values["previousHref"] = address.with("page", String(page - 1)).href }
            if page * Self.pageSize < found.total { values["nextHref"] = address.with("page", String(page + 1)).href }
            return try pages.page("review-tags", values, for: request)
        }
    }

    @Sendable private func decide(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.curator()
        guard let number = context.parameters.get("number").flatMap({ Int64($0) }) else { throw Problem.noSuchAddress }
        let form = try await request.postedForm(in: context)
        let (now, decision) = (clock(), form["action"])
        do {
            try await catalogue.write { store in
                switch decision {
                case "accept": try Tags(store).accept(number, by: principal.actor, at: now)
                case "dismiss": try Tags(store).dismiss(number, by: principal.actor, at: now)
                default: throw Problem.damagedForm
                }
            }
        } catch let error as TagError {
            throw Problem(error)
        }
        return .seeOther(TagAddress.href("/review/tags", in: request.language))
    }

    // MARK: By query

    @Sendable private func bulk(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.curator()
        let query = request.formQuery
        let asked = BulkForm(
            query: query["query"] ?? "", name: query["name"] ?? "", scheme: query["scheme"] ?? "tags",
            verb: query["verb"].flatMap(TagBatch.Verb.init) ?? .add)
        return try await page(asked, previews: query["name"] != nil, fault: nil, request, context)
    }

    @Sendable private func apply(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.curator()
        let form = try await request.postedForm(in: context)
        let now = clock()
        let asked = BulkForm(
            query: form["query"] ?? "", name: form["name"] ?? "", scheme: form["scheme"] ?? "tags",
            verb: form["verb"].flatMap(TagBatch.Verb.init) ?? .add)
        do {
            if let number = form["undo"].flatMap({ Int64($0) }) {
                _ = try await catalogue.write { store in
                    try Tags(store).undo(batch: number, by: principal.actor, at: now)
                }
            } else {
                guard let token = form["token"] else { throw Problem.damagedForm }
                let (target, ids) = try await catalogue.read { try asked.found($0) }
                _ = try await catalogue.write { store in
                    try Tags(store).apply(
                        asked.verb, target, on: ids, query: asked.query, token: token, by: principal.actor, at: now)
                }
            }
            return .seeOther(TagAddress.href("/review/tags/bulk", in: request.language))
        } catch let error as TagError {
            return try await page(asked, previews: false, fault: error, request, context)
        }
    }

    private func page(
        _ asked: BulkForm, previews: Bool, fault: TagError?, _ request: Request, _ context: ServiceContext
    ) async throws -> Response {
        let (pages, language) = (pages.seen(by: context), request.language)
        return try await catalogue.read { searcher in
            let view = BulkTagView(asked, language: language)
            var (values, fault) = (try view.values(searcher), fault)
            if previews {
                do {
                    let (target, ids) = try asked.found(searcher)
                    let preview = try Tags(searcher.store).preview(asked.verb, target, on: ids, query: asked.query)
                    values.merge(try view.preview(preview, searcher)) { $1 }
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
