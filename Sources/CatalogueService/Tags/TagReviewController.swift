import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import Vocabularies

/// `/review/tags`: suggestions of readers, tags taken away, and tags on nothing.
struct TagReviewController: Sendable {
    private static let pageSize = 50

    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/review/tags", use: queue)
        router.post("/review/tags/suggestions/:number", use: decide)
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
            let unused = try tags.all(includesUnused: true).filter { $0.resources == 0 }.prefix(Self.pageSize)
            values["hasUnused"] = !unused.isEmpty
            values["unused"] = unused.map {
                ["name": $0.tag.name, "href": TagAddress.href(TagAddress.edit($0.tag.slug), in: language)]
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
}
