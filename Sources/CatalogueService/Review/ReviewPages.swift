import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import Vocabularies

/// `/review`: what curators have to decide, deposits and reports of readers in one queue.
struct ReviewPages: Sendable {
    private static let pageSize = 50

    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/review", use: queue)
        router.get("/review/:id", use: deposit)
        router.post("/review/:id", use: decide)
        router.post("/review/reports/:number", use: decideReport)
    }

    @Sendable private func queue(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.curator()
        let query = request.formQuery
        let kind = query["kind"] == "reports" ? ReviewQueueView.Kind.reports : .deposits
        let state = query["state"] ?? ""
        let page = try request.number("page", in: 1...10_000) ?? 1
        let offset = (page - 1) * Self.pageSize
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let queue = try searcher.store.read { db in
                var filter = DepositTable.Filter(institution: query["institution"].flatMap { $0.isEmpty ? nil : $0 })
                filter.states = DepositState(rawValue: state).map { [$0] } ?? [.submitted, .inReview]
                let deposits = try DepositTable.deposits(
                    filter, limit: kind == .deposits ? Self.pageSize : 0, offset: offset, in: db)
                let reports = try ReaderReports.reports(
                    ReaderReport.State(rawValue: state) ?? .open, kind: query["report"].flatMap(ReaderReport.Kind.init),
                    limit: kind == .reports ? Self.pageSize : 0, offset: offset, in: db)
                var open = DepositTable.Filter()
                open.states = [.submitted, .inReview]
                return ReviewQueueView.Queue(
                    deposits: deposits, reports: reports,
                    waiting: (
                        try DepositTable.deposits(open, limit: 0, offset: 0, in: db).total,
                        try ReaderReports.reports(.open, limit: 0, in: db).total
                    ))
            }
            let view = ReviewQueueView(
                queue, kind: kind, state: state, institution: query["institution"] ?? "",
                report: query["report"] ?? "", page: page, pageSize: Self.pageSize, address: PageAddress(request),
                language: request.language)
            return try pages.page("review", view.values, for: request)
        }
    }

    @Sendable private func deposit(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = try context.curator()
        return try await page(id, principal, context, request, fault: nil)
    }

    @Sendable private func decide(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = try context.curator()
        let form = try await request.postedForm(in: context)
        let condition = DepositCondition.tags(["\"r\(form["revision"] ?? "0")\""])
        let (decision, note, now) = (form["decision"] ?? "", form["note"] ?? "", clock())
        do {
            _ = try await catalogue.write { store in
                try store.deposits(by: principal, at: now) { desk in
                    switch decision {
                    case "take": try desk.takeUp(id, if: condition)
                    case "publish": try desk.approve(id, note: note, if: condition)
                    case "return": try desk.giveBack(id, because: note, if: condition)
                    default: throw Problem.damagedForm
                    }
                }
            }
        } catch let error as DepositError {
            return try await page(id, principal, context, request, fault: error.message, note: note)
        }
        return .seeOther(
            decision == "take"
                ? "/review/" + FormEncoding.pathSegment(id.rawValue) + request.langQuery
                : "/review" + request.langQuery)
    }

    @Sendable private func decideReport(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.curator()
        guard let number = context.parameters.get("number").flatMap({ Int64($0) }) else { throw Problem.noSuchAddress }
        let form = try await request.postedForm(in: context)
        guard let state = form["decision"].flatMap(ReaderReport.State.init) else { throw Problem.damagedForm }
        let (answer, now) = (form["answer"] ?? "", clock())
        _ = try await catalogue.write { store in
            try store.decide(report: number, state, answer: answer, by: principal, at: now)
        }
        return .seeOther("/review?kind=reports" + (request.language == .english ? "&lang=en" : ""))
    }

    private func page(
        _ id: ResourceID, _ principal: Principal, _ context: ServiceContext, _ request: Request,
        fault: LocalisedText?, note: String = ""
    ) async throws -> Response {
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let (deposit, sent) = try DepositPages.standing(id, principal, searcher)
            let (resource, history, versions, reports) = try searcher.store.read { db in
                (
                    try AssignedTags.applied(to: sent, in: db),
                    try AuditLog.entries(about: "resource:\(id)", limit: 50, in: db),
                    try DepositTable.versions(of: id, in: db),
                    try ReaderReports.reports(.open, resource: id.rawValue, limit: 20, in: db).reports
                )
            }
            let reference = try searcher.reference()
            var values = DepositView(
                deposit, resource, history: history, reference: reference, language: request.language
            ).values
            let view = ReviewView(
                deposit, resource, versions: versions, reports: reports, reference: reference,
                language: request.language)
            values.merge(view.values) { _, new in new }
            values["fault"] = fault?[request.language]
            values["typedNote"] = note
            return try pages.page("review-one", values, for: request, status: fault == nil ? .ok : .conflict)
        }
    }
}
