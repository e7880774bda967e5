import CatalogueSearch
import CatalogueStore
import HTTPTypes
import Hummingbird
import LearningTargets
import Logging
import Publishing
import RecordFormats
import Vocabularies

/// Turns every error into an answer a person or program can act on; nothing internal is told.
struct ProblemResponder: RouterMiddleware {
    typealias Context = ServiceContext

    let pages: PageRenderer
    let logger: Logger
    /// What exists: another method there is 405, not 404.
    let routes: RouteTable

    @concurrent func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do {
            if let refusal = context.visitor.refusal { throw refusal }
            return try await next(request, context)
        } catch {
            return try response(to: problem(for: error, request), request, context)
        }
    }

    private func problem(for error: any Error, _ request: Request) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let error as SearchRequestError: return .badRequest(error.message)
        case let error as AccessKeyError: return .signInNeeded(error.message)
        case let error as DepositError: return Problem(error)
        case let error as TagError: return Problem(error)
        case let error as TargetError: return Problem(error)
        case let error as RecordFormatError:
            return .badRequest(
                LocalisedText(
                    vietnamese: error.description(in: .vietnamese), english: error.description(in: .english)))
        case let error as RecordMappingError:
            return .badRequest(
                LocalisedText(
                    vietnamese: error.description(in: .vietnamese), english: error.description(in: .english)))
        case let error as CatalogueStoreError:
            logger.error("catalogue not usable", metadata: ["error": "\(error)"])
            return .unavailable
        case let error as any HTTPResponseError where error.status == .notFound:
            let methods = routes.methods(at: request.uri.path)
            return methods.isEmpty || methods.contains(request.method.rawValue)
                ? .noSuchAddress : .methodNotAllowed(methods)
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

    private func response(to problem: Problem, _ request: Request, _ context: ServiceContext) throws -> Response {
        let path = request.uri.path
        let isForPrograms = path.hasPrefix("/api/") || path.hasPrefix("/r51/") || request.wantsJSON
        if problem.status == .unauthorized, !isForPrograms, request.method == .get, context.principal == nil {
            return try signInFirst(request)
        }
        var response =
            isForPrograms
            ? try ProblemDocument(problem, instance: request.uri.path, language: request.language).response
            : try pages.seen(by: context).error(problem, request)
        for field in problem.headers { response.headers[field.name] = field.value }
        if problem.status == .serviceUnavailable { response.headers[.retryAfter] = "60" }
        response.headers[.contentLanguage] = request.language.rawValue
        return response
    }

    /// People are led to the page where they sign in, and from there back.
    private func signInFirst(_ request: Request) throws -> Response {
        var address = PageAddress(path: "/sign-in").adding("next", PageAddress(request).href)
        if request.language == .english { address = address.adding("lang", "en") }
        return .seeOther(address.href)
    }
}

extension Request {
    fileprivate var wantsJSON: Bool {
        let accepted = headers[.accept] ?? ""
        return accepted.contains("json") && !accepted.contains("text/html")
    }
}
