import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import Vocabularies

/// `/translations`: what is wanted in Vietnamese and how far it is; the same as JSON under `/api/v1`.
struct TranslationController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/translations", use: page)
        router.get("/api/v1/translations", use: answer)
    }

    @Sendable private func page(_ request: Request, context: ServiceContext) async throws -> Response {
        let (pages, now) = (pages.seen(by: context), clock())
        let state = try Self.state(of: request)
        let mayAct = context.principal.map { $0.mayCurate || $0.institution != nil } ?? false
        return try await catalogue.read { searcher in
            let all = try TranslationBacklog(searcher.store).entries(at: now)
            let live: Set<TranslationState> = [.wanted, .claimed, .inReview]
            let view = TranslationsView(
                entries: all.filter { (state.map { [$0] } ?? live).contains($0.state) },
                candidates: try state == nil ? TranslationBacklog(searcher.store).candidates() : [], state: state,
                counts: Dictionary(grouping: all, by: \.state).mapValues(\.count), mayAct: mayAct,
                reference: try searcher.reference(), language: request.language)
            return try pages.page("translations", view.values, for: request)
        }
    }

    @Sendable private func answer(_ request: Request, context: ServiceContext) async throws -> Response {
        let (language, now) = (request.language, clock())
        let state = try Self.state(of: request)
        return try await catalogue.read { searcher in
            let licences = try searcher.reference().vocabularies.licences
            let answers = try TranslationBacklog(searcher.store).entries(in: state.map { [$0] }, at: now).map {
                TranslationAnswer($0, licences: licences)
            }
            let candidates = try state == nil ? TranslationBacklog(searcher.store).candidates() : []
            return try JSONAnswer.response(
                TranslationsAnswer(
                    translations: answers,
                    candidates: candidates.map { TranslationCandidateAnswer($0, licences: licences) }),
                language: language)
        }
    }

    /// - Throws: `Problem`, 400, for a state there is none of.
    private static func state(of request: Request) throws -> TranslationState? {
        guard let name = request.formQuery.all("state").first else { return nil }
        guard let state = TranslationState(rawValue: name) else {
            let known = TranslationState.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.badRequest(
                LocalisedText(
                    vietnamese: "Không có trạng thái “\(name.prefix(40))”. Các trạng thái: \(known).",
                    english: "There is no state “\(name.prefix(40))”. States: \(known)."))
        }
        return state
    }
}
