import CatalogueSearch
import Foundation
import HTTPTypes
import Hummingbird
import Publishing

/// Reads who asks: `Authorization: Bearer KEY` (RFC 6750 §2.1) anywhere; the session's cookie on pages only, so that the
/// API changes nothing by what a browser sends unasked.
struct Authentication: RouterMiddleware {
    typealias Context = ServiceContext

    let catalogue: CatalogueReader
    let forms: FormGuard
    let clock: @Sendable () -> Date

    @concurrent func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.visitor = await visitor(request)
        return try await next(request, context)
    }

    private func visitor(_ request: Request) async -> Visitor {
        var visitor = Visitor()
        do {
            if let key = request.bearerKey {
                let now = clock()
                visitor.principal = try await catalogue.read { searcher in
                    try AccessKeys(searcher.store).principal(bearing: key, at: now)
                }
            } else if !request.uri.path.hasPrefix("/api/") {
                if let session = try await session(request) {
                    visitor.principal = session.principal
                    visitor.sessionCookie = session.cookie
                    visitor.formToken = session.formToken
                } else {
                    visitor.formToken = forms.token(of: request)
                }
            }
        } catch {
            visitor.refusal = error
        }
        return visitor
    }

    private func session(_ request: Request) async throws -> PageSession? {
        guard let cookie = request.cookies[SessionCookie.name]?.value, !cookie.isEmpty else { return nil }
        let now = clock()
        return try await catalogue.read { searcher in
            try PageSessions(searcher.store).session(cookie: cookie, at: now)
        }
    }
}

extension Request {
    /// The key of an `Authorization` header of the scheme Bearer; other schemes are none of ours.
    fileprivate var bearerKey: String? {
        guard let header = headers[.authorization] else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.first?.lowercased() == "bearer" else { return nil }
        return parts.count == 2 ? String(parts[1]) : ""
    }
}
