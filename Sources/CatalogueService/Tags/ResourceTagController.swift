import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import Vocabularies

/// `/resources/{id}/tags`: whoever publishes the resource and curators tag it there, everybody else suggests.
struct ResourceTagController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let limiter: TagSuggestionLimiter
    let shelf: ClassifierShelf
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/resources/:id/tags", use: form)
        router.post("/resources/:id/tags", use: change)
    }

    @Sendable private func form(_ request: Request, context: ServiceContext) async throws -> Response {
        try await page(try ResourceID.parameter(in: context), request, context)
    }

    @Sendable private func change(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let form = try await request.postedForm(in: context)
        let (resource, vocabularies) = try await catalogue.read {
            (try $0.offered(id).resource, try $0.reference().vocabularies)
        }
        let now = clock()
        do {
            guard let principal = context.principal, principal.mayPublish(for: resource.publisher.id) else {
                return try await suggest(form, id, vocabularies, request, context, at: now)
            }
            try await catalogue.write { store in
                try Self.apply(form, to: id, vocabularies, Tags(store), by: principal.actor, at: now)
            }
            return .seeOther(ResourceTagView.href(of: id, in: request.language))
        } catch let error as TagError {
            return try await page(id, request, context, fault: error, typed: form["names"] ?? "")
        }
    }

    private func suggest(
        _ form: PostedForm, _ id: ResourceID, _ vocabularies: VocabularySet, _ request: Request,
        _ context: ServiceContext, at now: Date
    ) async throws -> Response {
        let targets = try Self.targets(form, vocabularies)
        guard !targets.isEmpty else { throw TagError.noName }
        try limiter.take(context.clientAddress(request), at: now)
        let counted = try await catalogue.write { store in try Tags(store).suggest(targets, for: id, at: now) }
        return try await page(id, request, context, notice: counted > 0 ? "resourceTagsThanks" : "resourceTagsKnown")
    }

    private static func apply(
        _ form: PostedForm, to id: ResourceID, _ vocabularies: VocabularySet, _ tags: Tags, by actor: String,
        at now: Date
    ) throws {
        switch form["action"] {
        case "add":
            let targets = try targets(form, vocabularies)
            guard !targets.isEmpty else { throw TagError.noName }
            try tags.assign(targets, to: id, by: actor, at: now)
        case "remove":
            try tags.unassign(form["scheme"] ?? "", form["code"] ?? "", from: id, by: actor, at: now)
        case "acceptText":
            let target = try TagTarget(
                scheme: form["scheme"] ?? "", form["code"] ?? "", vocabularies: vocabularies)
            let confidence = form["confidence"].flatMap { Double($0) }
            try tags.assign([target], to: id, origin: .classifier, confidence: confidence, by: actor, at: now)
        case "accept", "dismiss":
            guard let number = form["number"].flatMap({ Int64($0) }),
                try tags.suggestion(number).resource == id
            else { throw Problem.damagedForm }
            if form["action"] == "accept" {
                try tags.accept(number, by: actor, at: now)
            } else {
                try tags.dismiss(number, by: actor, at: now)
            }
        default: throw Problem.damagedForm
        }
    }

    /// Free tags in `names`, and concepts in `concept`: `scheme:code`.
    private static func targets(_ form: PostedForm, _ vocabularies: VocabularySet) throws -> [TagTarget] {
        let names = try TagName.list(form["names"] ?? "", limit: Tags.mostAtOnce)
        let concepts = form.items.filter { $0.name == "concept" && $0.value.contains { !$0.isWhitespace } }
        return try names.map { .free($0) }
            + concepts.prefix(Tags.mostAtOnce).map { item in
                let parts = item.value.split(separator: ":", maxSplits: 1).map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                guard parts.count == 2 else { throw TagError.unknownScheme(item.value) }
                return try TagTarget(scheme: parts[0], parts[1], vocabularies: vocabularies)
            }
    }

    private func page(
        _ id: ResourceID, _ request: Request, _ context: ServiceContext, fault: TagError? = nil, typed: String = "",
        notice: String? = nil
    ) async throws -> Response {
        let (pages, language, principal) = (pages.seen(by: context), request.language, context.principal)
        let shelf = shelf
        return try await catalogue.read { searcher in
            let resource = try searcher.offered(id).resource
            let tags = Tags(searcher.store)
            let mayEdit = principal?.mayPublish(for: resource.publisher.id) ?? false
            let fromText = mayEdit ? try shelf.classifier(for: searcher.store).suggestions(for: resource) : nil
            let view = ResourceTagView(
                resource: resource, assigned: try tags.assigned(to: id),
                suggestions: mayEdit ? try tags.suggestions(resource: id, limit: 50).suggestions : [],
                fromText: fromText, mayEdit: mayEdit, reference: try searcher.reference(), language: language)
            var values = view.values
            values["fault"] = fault?.message[language] ?? false
            values["typed"] = typed
            values["notice"] = notice.map { PageText.text($0, in: language) } ?? false
            return try pages.formPage(
                "resource-tags", values, for: request, status: fault.map { Problem($0).status } ?? .ok)
        }
    }
}
