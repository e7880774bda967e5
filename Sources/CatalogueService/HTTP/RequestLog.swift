import Hummingbird
import Logging

/// Logs one line a request: method, path, status, milliseconds. Neither addresses of people nor what they asked for are
/// written down (`architecture.md`, *What the law asks*).
struct RequestLog: RouterMiddleware {
    typealias Context = ServiceContext

    let logger: Logger

    @concurrent func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let elapsed = (clock.now - start).components
        let milliseconds = Double(elapsed.seconds) * 1000 + Double(elapsed.attoseconds) / 1e15
        logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "path": "\(request.uri.path)", "status": "\(response.status.code)",
                "ms": "\((milliseconds * 10).rounded() / 10)",
            ])
        return response
    }
}
