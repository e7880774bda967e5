import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import HTTPTypes
import Hummingbird
import Publishing
import Vocabularies

/// The pages on which curators, and publishers for their institution, make and edit collections.
struct CollectionEditController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/collections/new", use: newForm)
        router.post("/collections", use: create)
        router.get("/collections/:slug/edit", use: editForm)
        router.post("/collections/:slug/edit", use: edit)
    }

    // MARK: A new one

    @Sendable private func newForm(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        let form = CollectionForm(nil, institution: principal.institution)
        return try await newPage(form, fault: nil, principal, request, context)
    }

    @Sendable private func create(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        let form = CollectionForm(try await request.postedForm(in: context))
        let now = clock()
        do {
            let details = try Self.details(form, for: principal)
            let made = try await catalogue.write { store in
                try Collections(store).create(details, slug: form.slug, by: principal.actor, at: now)
            }
            return .seeOther(CollectionAddress(made.slug).page + "/edit" + request.langQuery)
        } catch let error as CollectionError {
            return try await newPage(form, fault: error, principal, request, context)
        }
    }

    private func newPage(
        _ form: CollectionForm, fault: CollectionError?, _ principal: Principal, _ request: Request,
        _ context: ServiceContext
    ) async throws -> Response {
        let pages = pages.seen(by: context)
        let language = request.language
        return try await catalogue.read { searcher in
            var values = form.values(try searcher.reference(), for: principal, in: language)
            values["pageTitle"] =
                PageText.text("collectionNew", in: language) + " – " + PageText.text("siteName", in: language)
            values["fault"] = fault?.message[language] ?? false
            return try pages.page(
                "collection-new", values, for: request, status: fault == nil ? .ok : .unprocessableContent)
        }
    }

    // MARK: One that is there

    @Sendable private func editForm(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try await editor(of: context)
        return try await editPage(nil, fault: nil, principal, request, context)
    }

    @Sendable private func edit(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try await editor(of: context)
        let form = try await request.postedForm(in: context)
        let (slug, now) = (context.pathText("slug"), clock())
        do {
            let change = CollectionChangeForm(form)
            let details = change.action == .details ? try Self.details(CollectionForm(form), for: principal) : nil
            try await catalogue.write { store in
                try change.apply(to: slug, details, in: Collections(store), by: principal.actor, at: now)
            }
            return .seeOther(CollectionAddress(slug).page + "/edit" + request.langQuery)
        } catch let error as CollectionError {
            return try await editPage(CollectionForm(form), fault: error, principal, request, context)
        }
    }

    /// - Parameter form: as it came back with a fault; nil for what the collection says.
    private func editPage(
        _ form: CollectionForm?, fault: CollectionError?, _ principal: Principal, _ request: Request,
        _ context: ServiceContext
    ) async throws -> Response {
        let (pages, slug, now) = (pages.seen(by: context), context.pathText("slug"), clock())
        let language = request.language
        return try await catalogue.read { searcher in
            let reader = CollectionsReader(searcher, at: now, seenBy: principal)
            let (collection, items) = try reader.collection(slug)
            let reference = try searcher.reference()
            let view = CollectionView(
                collection: collection, items: items, phase: reader.phase(of: collection), mayEdit: true,
                reference: reference, language: language)
            // What was typed stays, unless it was about one resource only.
            let typed = form.flatMap { $0.fields["title"]?.isEmpty == false ? $0 : nil }
            let shown = typed ?? CollectionForm(collection.details, institution: nil)
            var values = view.values.merging(shown.values(reference, for: principal, in: language)) { $1 }
            values["version"] = collection.version
            values["isPublished"] = collection.state == .published
            values["pageHref"] = CollectionAddress.href(CollectionAddress(slug).page, in: language)
            values["editHref"] = CollectionAddress.href(CollectionAddress(slug).page + "/edit", in: language)
            values["fault"] = fault?.message[language] ?? false
            let status: HTTPResponse.Status =
                fault == nil ? .ok : fault == .changedMeanwhile ? .conflict : .unprocessableContent
            return try pages.page("collection-edit", values, for: request, status: status)
        }
    }

    // MARK: Who may

    /// Somebody who makes the collection in the path.
    ///
    /// - Throws: `Problem`: 401, 403, 404.
    private func editor(of context: ServiceContext) async throws -> Principal {
        let (slug, principal) = (context.pathText("slug"), try context.publisher())
        let owner = try await catalogue.read { searcher in
            do {
                return try Collections(searcher.store).collection(slug).collection
            } catch let error as CollectionError {
                throw Problem.notFound(error.message)
            }
        }
        guard CollectionsReader.mayEdit(owner, principal) else {
            throw Problem.forbidden(
                LocalisedText(
                    vietnamese: "Bộ sưu tập này của nơi khác; khóa này không sửa được.",
                    english: "This collection is somebody else's; this key may not change it."))
        }
        return principal
    }

    /// A publisher's collections are the own institution's, whatever the form says.
    private static func details(_ form: CollectionForm, for principal: Principal) throws -> CollectionDetails {
        var details = try form.details()
        if !principal.mayCurate { details.institution = principal.institution }
        return details
    }
}
