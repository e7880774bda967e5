import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import Vocabularies

/// `/translations/{id}`: where institutions ask for a translation, take one on and hand it in, and curators publish it.
struct TranslationEditController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/translations/:id", use: form)
        router.post("/translations/:id", use: change)
    }

    @Sendable private func form(_ request: Request, context: ServiceContext) async throws -> Response {
        try await page(fault: nil, try context.publisher(), request, context)
    }

    @Sendable private func change(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        let id = try ResourceID.parameter(in: context)
        let form = try await request.postedForm(in: context)
        let now = clock()
        do {
            try await catalogue.write { store in
                try Self.apply(form, to: id, in: TranslationBacklog(store), by: principal, at: now)
            }
            return .seeOther(TranslationEntryView.href(of: id, in: request.language))
        } catch let error as TranslationError {
            return try await page(fault: error.message, principal, request, context)
        } catch let error as RelationError {
            return try await page(fault: error.message, principal, request, context)
        }
    }

    private static func apply(
        _ form: PostedForm, to id: ResourceID, in backlog: TranslationBacklog, by principal: Principal, at now: Date
    ) throws {
        let actor = principal.actor
        let wisher = TranslationEntryView.wisher(principal)
        switch form["action"] {
        case "want": try backlog.want(id, for: wisher, note: form["note"], by: actor, at: now)
        case "unwant": try backlog.unwant(id, for: wisher, by: actor, at: now)
        case "claim":
            let institution = (principal.mayCurate ? form["institution"] : principal.institution) ?? ""
            try backlog.claim(id, for: institution, until: form["until"] ?? "", by: actor, at: now)
        case "review":
            try requireOwn(id, in: backlog, principal, at: now)
            let draft = form["draft"].flatMap { $0.isEmpty ? nil : $0 }
            try backlog.review(id, draft: draft, by: actor, at: now)
        case "release":
            try requireOwn(id, in: backlog, principal, at: now)
            try backlog.release(id, by: actor, at: now)
        case "publish":
            guard principal.mayCurate else { throw Problem.notOwnTranslation }
            let text = form["translation"] ?? ""
            guard let translation = ResourceID(text) else { throw TranslationError.unknownResource(text) }
            try backlog.publish(id, as: translation, by: actor, at: now)
        default: throw Problem.damagedForm
        }
    }

    /// - Throws: `Problem`, 403, where another institution translates it.
    private static func requireOwn(
        _ id: ResourceID, in backlog: TranslationBacklog, _ principal: Principal, at now: Date
    ) throws {
        guard let institution = try backlog.entry(id, at: now)?.institution else { return }
        guard principal.mayPublish(for: institution) else { throw Problem.notOwnTranslation }
    }

    private func page(
        fault: LocalisedText?, _ principal: Principal, _ request: Request, _ context: ServiceContext
    ) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let (pages, now, language) = (pages.seen(by: context), clock(), request.language)
        return try await catalogue.read { searcher in
            guard let resource = try searcher.resource(id)?.resource else { throw Problem.noResource(id.rawValue) }
            let view = TranslationEntryView(
                original: resource, entry: try TranslationBacklog(searcher.store).entry(id, at: now),
                principal: principal, reference: try searcher.reference(), language: language)
            var values = view.values
            values["fault"] = fault?[language] ?? false
            return try pages.page(
                "translation", values, for: request, status: fault == nil ? .ok : .unprocessableContent)
        }
    }
}

extension Problem {
    fileprivate static let notOwnTranslation = forbidden(
        LocalisedText(
            vietnamese: "Bản dịch này do đơn vị khác nhận; khóa này không làm việc đó được.",
            english: "Another institution translates this; this key may not do that."))
}
