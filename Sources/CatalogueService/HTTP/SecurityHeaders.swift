import HTTPTypes
import Hummingbird

/// Adds the headers every answer carries: nothing from elsewhere is loaded, framed, sniffed or told where one came from (our own pages are: without it browsers would not say that a form is ours).
struct SecurityHeaders: RouterMiddleware {
    typealias Context = ServiceContext

    @concurrent func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // A page that stands alone, with its style in it, says itself which style that is.
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] =
                "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
                + "form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'"
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "same-origin" }
        return response
    }
}
