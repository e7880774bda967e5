import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import Vocabularies

/// `/tags/{slug}/edit`: where curators rename, explain, merge, part, delete and restore a tag.
struct TagEditController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/tags/:slug/edit", use: form)
        router.post("/tags/:slug/edit", use: change)
    }

    @Sendable private func form(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.curator()
        return try await page(context.pathText("slug"), fault: nil, request, context)
    }

    @Sendable private func change(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.curator()
        let form = try await request.postedForm(in: context)
        let (slug, now, language) = (context.pathText("slug"), clock(), request.language)
        do {
            let target = try await catalogue.write { store in
                try Self.apply(form, to: slug, Tags(store), by: principal.actor, at: now)
            }
            return .seeOther(TagAddress.href(TagAddress.edit(target), in: language))
        } catch let error as TagError {
            return try await page(slug, fault: error, request, context)
        }
    }

    /// - Returns: address of the tag to show next.
    private static func apply(
        _ form: PostedForm, to slug: String, _ tags: Tags, by actor: String, at now: Date
    ) throws -> String {
        switch form["action"] {
        case "rename":
            return try tags.rename(
                slug, to: try TagName(form["name"] ?? ""), note: form["note"] ?? "",
                from: form["version"].flatMap { Int($0) }, by: actor, at: now)
        case "synonym": try tags.addSynonym(TagName(form["word"] ?? ""), to: slug, by: actor, at: now)
        case "unsynonym": try tags.removeSynonym(TagName(form["word"] ?? ""), from: slug, by: actor, at: now)
        case "merge":
            let into = form["into"]?.trimmingCharacters(in: .whitespaces) ?? ""
            try tags.merge(slug, into: into, by: actor, at: now)
            return into
        case "unmerge": try tags.unmerge(form["merged"] ?? "", by: actor, at: now)
        case "delete": try tags.delete(slug, by: actor, at: now)
        case "restore": try tags.restore(slug, by: actor, at: now)
        default: throw Problem.damagedForm
        }
        return slug
    }

    private func page(
        _ slug: String, fault: TagError?, _ request: Request, _ context: ServiceContext
    ) async throws -> Response {
        let (pages, language, principal) = (pages.seen(by: context), request.language, context.principal)
        return try await catalogue.read { searcher in
            let tags = Tags(searcher.store)
            let tag: Tag
            switch try TagController.lookUp(slug, for: principal, searcher) {
            case .tag(let found), .deleted(let found): tag = found
            case .moved(let to):
                return .seeOther(TagAddress.href(TagAddress.edit(to), in: language))
            }
            let merged = try tags.takenAway(limit: 500).filter { $0.into?.id == tag.id }
            let values: [String: Any] = [
                "pageTitle": PageText.text("tagEdit", in: language) + ": " + tag.name, "name": tag.name,
                "note": tag.note ?? "", "version": tag.version, "isGone": tag.deletedAt != nil,
                "fault": fault?.message[language] ?? false,
                "pageHref": TagAddress.href(TagAddress.page(tag.slug), in: language),
                "actionHref": TagAddress.href(TagAddress.edit(tag.slug), in: language),
                "synonyms": tag.synonyms.filter { word in !merged.contains { $0.tag.name == word } },
                "hasMerged": !merged.isEmpty, "merged": merged.map { ["slug": $0.tag.slug, "name": $0.tag.name] },
                "others": try tags.all(includesUnused: true, limit: 1_000).filter { $0.tag.id != tag.id }.map {
                    ["slug": $0.tag.slug, "name": $0.tag.name]
                },
            ]
            return try pages.page(
                "tag-edit", values, for: request, status: fault.map { Problem($0).status } ?? .ok)
        }
    }
}
