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
        let asker = context.principal
        let (resource, vocabularies) = try await catalogue.read {
            (try Taggable(id, for: asker, $0).resource, try $0.reference().vocabularies)
        }
        let now = clock()
        var typed = Typed(names: form["names"] ?? "", concept: form.all("concept").joined(separator: "; "))
        do {
            let entry = try ConceptEntry(form.all("concept"), vocabularies)
            guard entry.questions.isEmpty else {
                typed.concept = entry.understood.joined(separator: "; ")
                typed.questions = entry.questions
                return try await page(id, request, context, typed: typed)
            }
            guard let principal = asker, principal.mayPublish(for: resource.publisher.id) else {
                return try await suggest(form, entry, id, request, context, at: now)
            }
            try await catalogue.write { store in
                try Self.apply(form, entry, to: id, vocabularies, Tags(store), by: principal.actor, at: now)
            }
            return .seeOther(ResourceTagView.href(of: id, in: request.language))
        } catch let error as TagError {
            return try await page(id, request, context, fault: error, typed: typed)
        }
    }

    private func suggest(
        _ form: PostedForm, _ entry: ConceptEntry, _ id: ResourceID, _ request: Request, _ context: ServiceContext,
        at now: Date
    ) async throws -> Response {
        let targets = try Self.targets(form, entry)
        try limiter.take(context.clientAddress(request), at: now)
        let counted = try await catalogue.write { store in try Tags(store).suggest(targets, for: id, at: now) }
        return try await page(
            id, request, context, notice: counted > 0 ? "resourceTagsThanks" : "resourceTagsKnown",
            readings: entry.readings)
    }

    private static func apply(
        _ form: PostedForm, _ entry: ConceptEntry, to id: ResourceID, _ vocabularies: VocabularySet, _ tags: Tags,
        by actor: String, at now: Date
    ) throws {
        switch form["action"] {
        case "add": try tags.assign(try targets(form, entry), to: id, by: actor, at: now)
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

    /// Free tags in `names`, and concepts in `concept`.
    ///
    /// - Throws: `TagError`, also where there are none.
    private static func targets(_ form: PostedForm, _ entry: ConceptEntry) throws -> [TagTarget] {
        let targets = try TagName.list(form["names"] ?? "", limit: Tags.mostAtOnce).map { TagTarget.free($0) }
        guard !targets.isEmpty || !entry.targets.isEmpty else { throw TagError.noName }
        return targets + entry.targets
    }

    /// What stands in the form when it comes back.
    private struct Typed {
        var names = ""
        var concept = ""
        var questions: [ConceptEntry.Question] = []
    }

    private func page(
        _ id: ResourceID, _ request: Request, _ context: ServiceContext, fault: TagError? = nil,
        typed: Typed = Typed(), notice: String? = nil, readings: [ConceptEntry.Reading] = []
    ) async throws -> Response {
        let (pages, language, principal) = (pages.seen(by: context), request.language, context.principal)
        let shelf = shelf
        return try await catalogue.read { searcher in
            let taggable = try Taggable(id, for: principal, searcher)
            let (resource, tags, reference) = (taggable.resource, Tags(searcher.store), try searcher.reference())
            let mayEdit = principal?.mayPublish(for: resource.publisher.id) ?? false
            let fromText = mayEdit ? try shelf.classifier(for: searcher.store).suggestions(for: resource) : nil
            let view = ResourceTagView(
                taggable: taggable, assigned: try tags.assigned(to: id),
                suggestions: mayEdit ? try tags.suggestions(resource: id, limit: 50).suggestions : [],
                fromText: fromText, mayEdit: mayEdit, reference: reference, language: language)
            let words = ConceptWords(vocabularies: reference.vocabularies, language: language)
            var values = view.values
            values["fault"] = fault?.message[language] ?? false
            values["typed"] = typed.names
            values["typedConcept"] = typed.concept
            values["asks"] = !typed.questions.isEmpty
            values["questions"] = words.values(of: typed.questions)
            values["notice"] = notice.map { PageText.text($0, in: language) } ?? false
            values["readings"] = readings.map { ["text": words.sentence(of: $0)] }
            let status = fault.map { Problem($0).status } ?? (typed.questions.isEmpty ? .ok : .unprocessableContent)
            return try pages.formPage("resource-tags", values, for: request, status: status)
        }
    }
}
