import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Hummingbird
import Vocabularies

/// What institutions see of their harvests: `/sources`, `/sources/{id}`, `/runs/{id}`, `/links/{institution}`, `/help/records`, and the same as
/// JSON under `/api/v1`.
struct HarvestController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/sources", use: sources)
        router.get("/sources/:id", use: source)
        router.get("/runs/:id", use: run)
        router.get("/links/:institution", use: links)
        router.get("/quality/:institution", use: quality)
        router.get("/api/v1/resources/:id/quality", use: resourceQuality)
        router.get("/help/records", use: help)
        router.get("/api/v1/sources", use: sourcesAnswer)
        router.get("/api/v1/sources/:id", use: sourceAnswer)
        router.get("/api/v1/runs/:id", use: runAnswer)
    }

    @Sendable private func sources(_ request: Request, context: ServiceContext) async throws -> Response {
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let summaries = try HarvestSummary.all(in: searcher)
            return try pages.page("sources", SourcesView(summaries, language: request.language).values, for: request)
        }
    }

    @Sendable private func source(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = context.parameters.get("id") ?? ""
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let summary = try HarvestSummary.one(id, in: searcher)
            let runs = try searcher.store.harvestRuns(of: id, limit: 30)
            let view = SourceView(summary, runs: runs, language: request.language)
            return try pages.page("source", view.values, for: request)
        }
    }

    @Sendable private func run(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = context.parameters.get("id") ?? ""
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let run = try Self.found(id, in: searcher)
            let view = RunView(
                run, problems: try searcher.store.harvestProblems(of: run.id), language: request.language)
            return try pages.page("run", view.values, for: request)
        }
    }

    @Sendable private func links(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = context.parameters.get("institution") ?? ""
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let institution = try searcher.institution(id)
            let view = LinksView(
                try searcher.store.linkReport(of: id), institution: institution, language: request.language)
            return try pages.page("links", view.values, for: request)
        }
    }

    @Sendable private func quality(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = context.parameters.get("institution") ?? ""
        let pages = pages.seen(by: context)
        return try await catalogue.read { searcher in
            let institution = try searcher.institution(id)
            let (summary, weakest) = try searcher.store.quality(ofInstitution: id, limit: QualityView.mostRecords)
            let view = QualityView(
                summary, weakest: weakest, institution: institution, language: request.language)
            return try pages.page("quality", view.values, for: request)
        }
    }

    @Sendable private func resourceQuality(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let language = request.language
        return try await catalogue.read { searcher in
            _ = try searcher.offered(id)
            guard let report = try searcher.store.quality(of: id) else { throw Problem.noResource(id.rawValue) }
            return try JSONAnswer.response(QualityAnswer(report, language), language: language)
        }
    }

    @Sendable private func help(_ request: Request, context: ServiceContext) async throws -> Response {
        try pages.seen(by: context).page(
            "help-records", RecordHelpView(language: request.language).values, for: request)
    }

    @Sendable private func sourcesAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        let language = request.language
        return try await catalogue.read { searcher in
            let answers = try HarvestSummary.all(in: searcher).map { SourceAnswer($0, language: language) }
            return try JSONAnswer.response(["sources": answers], language: language)
        }
    }

    @Sendable private func sourceAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = context.parameters.get("id") ?? ""
        let language = request.language
        return try await catalogue.read { searcher in
            let summary = try HarvestSummary.one(id, in: searcher)
            let runs = try searcher.store.harvestRuns(of: id, limit: 30).map { RunAnswer($0, [], language) }
            return try JSONAnswer.response(SourceAnswer(summary, runs: runs, language: language), language: language)
        }
    }

    @Sendable private func runAnswer(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = context.parameters.get("id") ?? ""
        let language = request.language
        return try await catalogue.read { searcher in
            let run = try Self.found(id, in: searcher)
            let problems = try searcher.store.harvestProblems(of: run.id)
            return try JSONAnswer.response(RunAnswer(run, problems, language), language: language)
        }
    }

    private static func found(_ id: String, in searcher: Searcher) throws -> HarvestRun {
        guard let number = Int64(id), let run = try searcher.store.harvestRun(number) else {
            throw Problem.notFound(
                LocalisedText(
                    vietnamese: "Không có lần thu thập số “\(id.prefix(20))”.",
                    english: "There is no harvest number “\(id.prefix(20))”."))
        }
        return run
    }
}

extension Searcher {
    /// The institution of the register.
    ///
    /// - Throws: `Problem`, 404.
    func institution(_ id: String) throws -> Institution {
        guard let institution = try reference().registers.institution(id) else {
            throw Problem.notFound(
                LocalisedText(
                    vietnamese: "Danh bạ không có đơn vị “\(id.prefix(60))”.",
                    english: "The register has no institution “\(id.prefix(60))”."))
        }
        return institution
    }
}
