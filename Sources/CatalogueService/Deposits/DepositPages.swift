import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import RecordFormats
import Vocabularies

/// `/deposit` and `/deposits/{id}/edit`: the form a teacher fills in, the preview, and sending it.
struct DepositPages: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let readers: DepositReaders
    let shelf: ClassifierShelf
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/deposit", use: empty)
        router.post("/deposit", use: create)
        router.get("/deposits/:id/edit", use: edit)
        router.post("/deposits/:id/edit", use: change)
    }

    @Sendable private func empty(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let reference = try searcher.reference()
            let form = DepositForm(nil, reference, request.language)
            let view = Self.view(form, principal, reference, request)
            return try pages.page("deposit-form", view.values, for: request)
        }
    }

    @Sendable private func edit(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = try context.publisher()
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let (deposit, resource) = try Self.standing(id, principal, searcher)
            let reference = try searcher.reference()
            let form = DepositForm(resource, reference, request.language, revision: deposit.revision)
            var view = Self.view(form, principal, reference, request)
            view.title = resource.title
            return try pages.page("deposit-form", view.values, for: request)
        }
    }

    @Sendable private func create(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        let posted = try await request.postedForm(in: context)
        let form = DepositForm(posted)
        let (row, address) = try await read(form, principal, id: nil, request)
        let isOnForm = Self.isOnForm(posted)
        guard case .resource(let resource, let needsIdentifier) = row.content, !isOnForm else {
            return try await again(form, row, context, request, shows: !isOnForm)
        }
        guard posted["action"] == "send" else {
            return try await preview(form, row, resource, sameAddress: address, context, request)
        }
        guard DepositDoubts(row).areSettled(by: posted) else {
            return try await again(form, row, context, request, shows: true)
        }
        let now = clock()
        let deposit = try await catalogue.write { store in
            try store.deposits(by: principal, at: now) { desk in
                try desk.create(resource, needsIdentifier: needsIdentifier, from: .form).deposit
            }
        }
        return .seeOther(DepositWords.href(of: deposit.id, request.language))
    }

    @Sendable private func change(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = try context.publisher()
        let posted = try await request.postedForm(in: context)
        let form = DepositForm(posted)
        let (row, address) = try await read(form, principal, id: id, request)
        let isOnForm = Self.isOnForm(posted)
        guard case .resource(let resource, _) = row.content, !isOnForm else {
            return try await again(form, row, context, request, shows: !isOnForm, id: id)
        }
        guard posted["action"] == "send" else {
            return try await preview(form, row, resource, sameAddress: address, context, request)
        }
        guard DepositDoubts(row).areSettled(by: posted) else {
            return try await again(form, row, context, request, shows: true, id: id)
        }
        let now = clock()
        let condition = DepositCondition.tags(["\"r\(form.revision ?? 0)\""])
        do {
            let outcome = try await catalogue.write { store in
                try store.deposits(by: principal, at: now) { desk in
                    try desk.replace(with: resource.identified(as: id), if: condition, from: .form)
                }
            }
            return .seeOther(DepositWords.href(of: outcome.deposit.id, request.language))
        } catch DepositError.stale {
            return try await stale(form, resource, id, context, request)
        }
    }
}

extension DepositPages {
    /// The deposit with its content, where it is the person's.
    ///
    /// - Throws: `DepositError`.
    static func standing(
        _ id: ResourceID, _ principal: Principal, _ searcher: Searcher
    ) throws -> (Deposit, LearningResource) {
        try searcher.store.read { db in
            guard let deposit = try DepositTable.deposit(id.rawValue, in: db),
                let version = try DepositTable.version(deposit.version, of: id, in: db)
            else { throw DepositError.unknown(id.rawValue) }
            guard principal.mayPublish(for: deposit.institution) else { throw DepositError.foreign(id.rawValue) }
            return (deposit, version.resource)
        }
    }

    /// Whether the form is to come back as it was typed: to go on with it, or with what its text suggests.
    fileprivate static func isOnForm(_ posted: PostedForm) -> Bool {
        ["edit", "suggest"].contains(posted["action"])
    }

    fileprivate static func view(
        _ form: DepositForm, _ principal: Principal, _ reference: ReferenceData, _ request: Request
    ) -> DepositFormView {
        var view = DepositFormView(
            form: form, reference: reference, language: request.language,
            action: request.uri.path + request.langQuery)
        if principal.institution == nil, form.revision == nil {
            view.institutions = reference.registers.institutions.values.compactMap(\.last)
                .sorted { $0.id < $1.id }
        }
        return view
    }

    /// The record the form makes, and another deposit of the institution at the same address.
    private func read(
        _ form: DepositForm, _ principal: Principal, id: ResourceID?, _ request: Request
    ) async throws -> (row: DepositRow, sameAddress: Deposit?) {
        let readers = readers
        return try await catalogue.read { searcher in
            let reference = try searcher.reference()
            var values = form.values(reference, request.language)
            values[.identifier] = id.map { [$0.rawValue] }
            var institution = principal.institution
            if let id { institution = try Self.standing(id, principal, searcher).0.institution }
            if institution == nil { values[.publisher] = form.institution.map { [$0] } }
            let row = try readers.reader(searcher).row(of: values, institution: institution)
            guard case .resource(let resource, _) = row.content else { return (row, nil) }
            let other = try searcher.store.read { db in
                try DepositTable.deposit(at: resource.url, of: resource.publisher.id, in: db)
            }
            return (row, other?.id == id ? nil : other)
        }
    }

    private func again(
        _ form: DepositForm, _ row: DepositRow, _ context: ServiceContext, _ request: Request, shows: Bool,
        id: ResourceID? = nil
    ) async throws -> Response {
        let principal = try context.publisher()
        let (pages, shelf, language) = (pages.seen(by: context), shelf, request.language)
        return try await catalogue.read { searcher in
            let reference = try searcher.reference()
            var view = Self.view(form, principal, reference, request)
            let held = form.values(reference, language)
            view.proposals = DepositProposals(
                ClassifiedText(held), held: held, try shelf.classifier(for: searcher.store), reference, language)
            if let id { view.title = try Self.standing(id, principal, searcher).1.title }
            if shows {
                view.faults = row.problems.filter { $0.severity == .refused }.map(FieldProblem.init)
                view.notices = row.problems.filter { $0.severity == .warning }.map(FieldProblem.init)
                if view.faults.isEmpty { view.accepted = DepositDoubts(row).digits }
            }
            return try pages.page(
                "deposit-form", view.values, for: request, status: shows ? .unprocessableContent : .ok)
        }
    }

    /// Somebody else was quicker: the form comes back as it was filled in, with what they changed, for the person to decide.
    private func stale(
        _ form: DepositForm, _ resource: LearningResource, _ id: ResourceID, _ context: ServiceContext,
        _ request: Request
    ) async throws -> Response {
        let principal = try context.publisher()
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let (deposit, standing) = try Self.standing(id, principal, searcher)
            var form = form
            form.revision = deposit.revision
            var view = Self.view(form, principal, try searcher.reference(), request)
            view.title = standing.title
            view.faults = [
                FieldProblem(
                    field: nil, reason: "stale", message: DepositError.stale(id.rawValue, tag: deposit.tag).message,
                    remedy: LocalisedText(
                        vietnamese: "Những gì bạn nhập vẫn còn ở dưới; gửi lại là thay nội dung của họ",
                        english: "What you typed is kept below; sending it again replaces theirs"))
            ]
            view.meanwhile = ResourceFields(resource).differences(from: ResourceFields(standing)).map {
                ($0.field, $0.after)
            }
            return try pages.page("deposit-form", view.values, for: request, status: .conflict)
        }
    }

    private func preview(
        _ form: DepositForm, _ row: DepositRow, _ resource: LearningResource, sameAddress: Deposit?,
        _ context: ServiceContext, _ request: Request
    ) async throws -> Response {
        let (pages, shelf, language) = (pages.seen(by: context), shelf, request.language)
        return try await catalogue.read { searcher in
            let reference = try searcher.reference()
            let held = form.values(reference, language)
            let proposals = DepositProposals(
                ClassifiedText(held), held: held, try shelf.classifier(for: searcher.store), reference, language)
            let view = PreviewView(
                resource, form: form, row: row, sameAddress: sameAddress, proposals: proposals, reference: reference,
                language: language, action: request.uri.path + request.langQuery)
            return try pages.page("deposit-preview", view.values, for: request)
        }
    }
}

extension ClassifiedText {
    /// What a form describes in words.
    fileprivate init(_ values: [SourceField: [String]]) {
        self.init(
            title: ((values[.name] ?? []) + (values[.alternateName] ?? [])).joined(separator: ". "),
            description: (values[.description] ?? []).joined(separator: "\n"), keywords: values[.keywords] ?? [])
    }
}
