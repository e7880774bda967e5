import CatalogueSearch
import CatalogueStore
import HTTPTypes
import Hummingbird
import Logging
import Vocabularies

/// Turns every error into an answer a person or program can act on; nothing internal is told.
struct ProblemResponder: RouterMiddleware {
    typealias Context = ServiceContext

    let pages: PageRenderer
    let logger: Logger
    /// Paths that exist for GET: another method there is 405, not 404.
    let isKnownPath: @Sendable (String) -> Bool

    @concurrent func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return try response(to: problem(for: error, request), request)
        }
    }

    private func problem(for error: any Error, _ request: Request) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let error as SearchRequestError: return .badRequest(error.message)
        case let error as CatalogueStoreError:
            logger.error("catalogue not usable", metadata: ["error": "\(error)"])
            return .unavailable
        case let error as any HTTPResponseError where error.status == .notFound:
            let isReading = request.method == .get || request.method == .head
            return !isReading && isKnownPath(request.uri.path) ? .methodNotAllowed : .noSuchAddress
        case let error as any HTTPResponseError where (400..<500).contains(error.status.code):
            return Problem(
                status: error.status,
                title: LocalisedText(vietnamese: "Yêu cầu chưa đúng", english: error.status.reasonPhrase),
                detail: LocalisedText(
                    vietnamese: "Máy chủ không đọc được yêu cầu này.",
                    english: "The server could not read this request."))
        default:
            logger.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            return .internalError
        }
    }

    private func response(to problem: Problem, _ request: Request) throws -> Response {
        var response =
            request.uri.path.hasPrefix("/api/") || request.wantsJSON
            ? try ProblemDocument(problem, instance: request.uri.path, language: request.language).response
            : try pages.error(problem, request)
        if problem.status == .methodNotAllowed { response.headers[.allow] = "GET, HEAD" }
        if problem.status == .serviceUnavailable { response.headers[.retryAfter] = "60" }
        response.headers[.contentLanguage] = request.language.rawValue
        return response
    }
}

extension Request {
    fileprivate var wantsJSON: Bool {
        let accepted = headers[.accept] ?? ""
        return accepted.contains("json") && !accepted.contains("text/html")
    }
}
