import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import HTTPTypes
import Hummingbird
import LearningTargets
import NIOCore
import Publishing
import UsageStatistics
import Vocabularies

/// `/targets`: plans, figures with the lists behind them, reports; the same as JSON under `/api/v1`.
struct TargetPages: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let usage: UsageStore?
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/targets", use: plans)
        router.get("/targets/coverage", use: coverage)
        router.get("/targets/:plan", use: plan)
        router.get("/targets/:plan/report", use: report)
        router.get("/targets/:plan/:target", use: target)
        router.get("/api/v1/targets", use: plansAnswer)
        router.get("/api/v1/targets/:plan", use: planAnswer)
        router.get("/api/v1/targets/:plan/:target", use: targetAnswer)
    }

    @Sendable private func plans(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, language, now) = (pages.seen(by: context), request.language, clock())
        return try await answered { book in
            let plans = try book.plans()
            let values: [String: Any] = [
                "pageTitle": PageText.text("targetsTitle", in: language), "none": plans.isEmpty,
                "plans": try plans.map { plan in
                    PlanView(plan, try book.figures(of: plan, now: now), language: language).summary
                },
                "coverageHref": TagAddress.href("/targets/coverage", in: language),
            ]
            return try pages.page("targets", values, for: request)
        }
    }

    @Sendable private func plan(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, language, now) = (pages.seen(by: context), request.language, clock())
        let (id, day) = (context.pathText("plan"), try Self.day(of: request))
        let mayEnter = context.principal.map { $0.role == .official || $0.role == .administrator } ?? false
        return try await answered { book in
            let plan = try book.plan(id)
            let figures = try book.figures(of: plan, on: day, now: now)
            let view = PlanView(plan, figures, language: language)
            var values = try view.values(book, now: now)
            values["enterHref"] =
                mayEnter ? TagAddress.href("/targets/" + FormEncoding.pathSegment(id) + "/enter", in: language) : false
            return try pages.page("plan", values, for: request)
        }
    }

    @Sendable private func target(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, language, now) = (pages.seen(by: context), request.language, clock())
        let (id, target, day) = (context.pathText("plan"), context.pathText("target"), try Self.day(of: request))
        let supposed = Set(request.formQuery.all("if").prefix(200))
        return try await answered { book in
            let plan = try book.plan(id)
            guard let found = plan.target(target) else { throw TargetError.unknownTarget(target, plan: id) }
            let figure = try book.figure(found, of: plan, on: day, ifReachedBy: supposed, now: now)
            let view = TargetView(
                plan, found, figure, history: try book.history(of: target, plan: id), supposed: supposed,
                territories: try book.territoryNames(), types: try book.institutionTypes(in: language),
                population: found.denominator == .people ? try book.population(of: plan.territory) : [],
                language: language)
            return try pages.page("target", view.values, for: request)
        }
    }

    @Sendable private func report(_ request: Request, context: ServiceContext) async throws -> Response {
        let (language, now, id) = (request.language, clock(), context.pathText("plan"))
        let (day, format) = (try Self.day(of: request), request.formQuery["format"] ?? "html")
        let period = try Self.period(of: request)
        return try await answered { book in
            let report = try TargetReport(book, plan: book.plan(id), period: period, on: day, now: now)
            let writer = ReportWriter(report, language)
            switch format {
            case "html":
                var page = Self.file(Array(writer.html.utf8), "text/html; charset=utf-8", name: nil)
                page.headers[.contentSecurityPolicy] =
                    "default-src 'none'; style-src '\(ReportWriter.styleHash)'; base-uri 'none'; frame-ancestors 'none'"
                return page
            case "csv":
                return Self.file(
                    Array(writer.csv.utf8), "text/csv; charset=utf-8",
                    name: "\(id)-\(period.rawValue)-\(report.day).csv")
            case "json": return Self.file(Array(try writer.json()), "application/json; charset=utf-8", name: nil)
            case "xlsx":
                let path = NSTemporaryDirectory() + "hoclieu-\(UUID().uuidString).xlsx"
                defer { try? FileManager.default.removeItem(atPath: path) }
                try writer.writeXLSX(to: path)
                return Self.file(
                    Array(try Data(contentsOf: URL(fileURLWithPath: path))),
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    name: "\(id)-\(period.rawValue)-\(report.day).xlsx")
            default:
                throw Problem.badRequest(
                    LocalisedText(
                        vietnamese: "“format” là một trong: html, csv, json, xlsx.",
                        english: "“format” is one of: html, csv, json, xlsx."))
            }
        }
    }

    @Sendable private func coverage(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, language) = (pages.seen(by: context), request.language)
        return try await answered { book in
            guard let coverage = try book.coverage() else { throw Problem.noSuchAddress }
            let values: [String: Any] = [
                "pageTitle": PageText.text("coverageTitle", in: language),
                "clauses": coverage.clauses.map { clause in
                    [
                        "clause": clause.clause, "text": clause.text, "isOut": clause.relevance == "out",
                        "note": clause.note,
                        "pages": clause.pages.map {
                            ["path": $0, "href": $0.contains(":") ? false : TagAddress.href($0, in: language)]
                                as [String: Any]
                        },
                        "commands": clause.commands.map { ["text": "hoclieu " + $0] },
                        "figures": clause.figures.map {
                            ["text": $0, "href": TagAddress.href("/targets/" + $0, in: language)]
                        },
                    ] as [String: Any]
                },
            ]
            return try pages.page("coverage", values, for: request)
        }
    }

    // MARK: For programs

    @Sendable private func plansAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        let language = request.language
        return try await answered { book in
            try JSONAnswer.response(
                ["plans": try book.plans().map { PlanAnswer($0, language) }], language: language)
        }
    }

    @Sendable private func planAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        let (id, language, now, day) = (context.pathText("plan"), request.language, clock(), try Self.day(of: request))
        return try await answered { book in
            let report = try TargetReport(book, plan: book.plan(id), period: .year, on: day, now: now)
            return JSONAnswer.response(bytes: try ReportWriter(report, language).json(), language: language)
        }
    }

    @Sendable private func targetAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        let (id, target, now) = (context.pathText("plan"), context.pathText("target"), clock())
        let day = try Self.day(of: request)
        return try await answered { book in
            let plan = try book.plan(id)
            guard let found = plan.target(target) else { throw TargetError.unknownTarget(target, plan: id) }
            return try JSONAnswer.response(try book.figure(found, of: plan, on: day, now: now))
        }
    }

    private struct PlanAnswer: Encodable {
        let id: String
        let title: String
        let basis: String
        let territory: String
        let from: String
        let to: String
        let targets: [String]

        init(_ plan: Plan, _ language: PreferredLanguage) {
            (id, title, basis) = (plan.id, plan.title[language], plan.basis)
            (territory, from, to) = (plan.territory, plan.from.description, plan.to.description)
            targets = plan.targets.map(\.id)
        }
    }

    // MARK: Common

    private func answered(
        _ answer: @escaping @Sendable (TargetBook) throws -> Response
    ) async throws -> Response {
        let usage = usage
        return try await catalogue.read { searcher in
            do {
                return try answer(TargetBook(searcher.store, usage: usage))
            } catch let error as TargetError {
                throw Problem(error)
            }
        }
    }

    /// - Throws: `Problem`, 400, for what is no day.
    static func day(of request: Request) throws -> PartialDate? {
        guard let text = request.formQuery["day"], !text.isEmpty else { return nil }
        guard let day = PartialDate(text), day.isDay else { throw Problem.badRequest(TargetError.badDay(text).message) }
        return day
    }

    /// - Throws: `Problem`, 400, for what is no period.
    private static func period(of request: Request) throws -> TargetReport.Period {
        guard let text = request.formQuery["period"], !text.isEmpty else { return .year }
        guard let period = TargetReport.Period(rawValue: text) else {
            let names = TargetReport.Period.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.badRequest(
                LocalisedText(
                    vietnamese: "“period” là một trong: \(names).", english: "“period” is one of: \(names)."))
        }
        return period
    }

    private static func file(_ bytes: [UInt8], _ type: String, name: String?) -> Response {
        var response = Response(
            status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        if let name { response.headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
        return response
    }
}
