import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Publishing
import RecordFormats
import Vocabularies

/// `/deposits`: what an institution has sent, where it stands, its versions.
struct DepositListPages: Sendable {
    private static let pageSize = 50

    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/deposits", use: list)
        router.get("/deposits/export.csv", use: export)
        router.get("/deposits/:id", use: deposit)
        router.get("/deposits/:id/versions", use: versions)
        router.post("/deposits/:id/withdraw", use: withdraw)
        router.post("/deposits/:id/restore", use: restore)
        router.post("/deposits/:id/take-over", use: takeOver)
    }

    @Sendable private func list(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        var filter = DepositTable.Filter(institution: principal.institution ?? request.formQuery["institution"])
        if filter.institution?.isEmpty == true { filter.institution = nil }
        if let state = request.formQuery["state"].flatMap(DepositState.init) { filter.states = [state] }
        let page = try request.number("page", in: 1...10_000) ?? 1
        let pages = pages.seen(by: context)
        return try await catalogue.read { [filter] searcher in
            let (deposits, total) = try searcher.store.read { db in
                try DepositTable.deposits(
                    filter, limit: Self.pageSize, offset: (page - 1) * Self.pageSize, in: db)
            }
            let view = DepositListView(
                deposits, total: total, page: page, pageSize: Self.pageSize, filter: filter,
                isOfOne: principal.institution != nil, address: PageAddress(request), language: request.language)
            return try pages.page("deposits", view.values, for: request)
        }
    }

    @Sendable private func deposit(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = try context.publisher()
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let reference = try searcher.reference()
            let deposit = try searcher.store.read { db in try DepositTable.deposit(id.rawValue, in: db) }
            guard deposit != nil else {
                let entry = try searcher.offered(id)
                guard principal.mayPublish(for: entry.resource.publisher.id) else {
                    throw DepositError.foreign(id.rawValue)
                }
                let view = TakeOverView(entry.resource, version: entry.version, language: request.language)
                return try pages.page("take-over", view.values, for: request)
            }
            let (standing, sent) = try DepositPages.standing(id, principal, searcher)
            let (resource, history) = try searcher.store.read { db in
                (
                    try AssignedTags.applied(to: sent, in: db),
                    try AuditLog.entries(about: "resource:\(id)", limit: 50, in: db)
                )
            }
            let view = DepositView(
                standing, resource, history: history, curated: try searcher.store.curatedValues(of: id),
                reference: reference, language: request.language)
            return try pages.page("deposit", view.values, for: request)
        }
    }

    @Sendable private func versions(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = try context.publisher()
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let (deposit, _) = try DepositPages.standing(id, principal, searcher)
            let versions = try searcher.store.read { db in try DepositTable.versions(of: id, in: db) }
            let from = try request.number("from", in: 1...1_000_000)
            let to = try request.number("to", in: 1...1_000_000)
            let view = try VersionsView(
                deposit, versions, from: from.map { try VersionAPI.found($0, in: versions, id) },
                to: to.map { try VersionAPI.found($0, in: versions, id) }, reference: try searcher.reference(),
                language: request.language)
            return try pages.page("versions", view.values, for: request)
        }
    }

    @Sendable private func withdraw(_ request: Request, context: ServiceContext) async throws -> Response {
        try await act(request, context) { desk, id, form in
            try desk.withdraw(id, because: form["reason"] ?? "", if: Self.condition(form)).id
        }
    }

    @Sendable private func restore(_ request: Request, context: ServiceContext) async throws -> Response {
        try await act(request, context) { desk, id, form in
            let version = form["version"].flatMap { Int($0) } ?? 0
            return try desk.restore(id, version: version, if: Self.condition(form)).id
        }
    }

    @Sendable private func takeOver(_ request: Request, context: ServiceContext) async throws -> Response {
        try await act(request, context) { desk, id, form in
            try desk.takeOver(id, if: .tags(["\"\(form["version"] ?? "")\""])).id
        }
    }

    private func act(
        _ request: Request, _ context: ServiceContext,
        _ body: @escaping @Sendable (inout DepositDesk, ResourceID, PostedForm) throws -> ResourceID
    ) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = try context.publisher()
        let form = try await request.postedForm(in: context)
        let now = clock()
        let done = try await catalogue.write { store in
            try store.deposits(by: principal, at: now) { desk in try body(&desk, id, form) }
        }
        return .seeOther(DepositWords.href(of: done, request.language))
    }

    private static func condition(_ form: PostedForm) -> DepositCondition {
        .tags(["\"r\(form["revision"] ?? "0")\""])
    }

    @Sendable private func export(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        let filter = DepositTable.Filter(institution: principal.institution ?? request.formQuery["institution"])
        return try await catalogue.read { searcher in
            let bytes = try searcher.store.read { db in
                var table = CSVWriter(ResourceFields.order)
                for deposit in try DepositTable.deposits(filter, limit: 100_000, in: db).deposits {
                    guard let version = try DepositTable.version(deposit.version, of: deposit.id, in: db) else {
                        continue
                    }
                    table.write(ResourceFields(version.resource).values)
                }
                return table.bytes
            }
            var headers: HTTPFields = [.contentType: "text/csv; charset=utf-8", .cacheControl: "no-store"]
            headers[.contentDisposition] = "attachment; filename=\"hoc-lieu.csv\""
            return Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }
}
