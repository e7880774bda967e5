import Foundation
import HTTPTypes
import Hummingbird
import Publishing
import Vocabularies

/// `/sign-in` and `/sign-out`: the pages' way in with a key.
struct SignInController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date
    /// Failed attempts; with 256 bits nobody guesses a key, but nobody needs to try for hours either.
    private let failures = RateLimiter(limit: 10, seconds: 900)

    init(catalogue: CatalogueReader, pages: PageRenderer, clock: @escaping @Sendable () -> Date) {
        self.catalogue = catalogue
        self.pages = pages
        self.clock = clock
    }

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/sign-in", use: form)
        router.post("/sign-in", use: signIn)
        router.post("/sign-out", use: signOut)
    }

    @Sendable private func form(_ request: Request, context: ServiceContext) async throws -> Response {
        try page(request, context, fault: nil)
    }

    @Sendable private func signIn(_ request: Request, context: ServiceContext) async throws -> Response {
        let form = try await request.postedForm(in: context)
        let address = context.clientAddress(request)
        let now = clock()
        guard failures.allows(address, at: now) else { throw Problem.tooManyRequests(seconds: 900) }
        let key = form["key"] ?? ""
        do {
            let session = try await catalogue.write { store in
                var generator = SystemRandomNumberGenerator()
                return try PageSessions(store).open(bearing: key, at: now, using: &generator)
            }
            var response = Response.seeOther(LocalPath(form["next"])?.text ?? "/" + request.langQuery)
            let seconds = Int(session.expiresAt.timeIntervalSince(now))
            response.setCookie(SessionCookie.cookie(session.cookie, maxAge: seconds, for: request))
            return response
        } catch let error as AccessKeyError {
            failures.count(address, at: now)
            return try page(request, context, fault: error.message[request.language], next: form["next"])
        }
    }

    @Sendable private func signOut(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try await request.postedForm(in: context)
        if let cookie = context.visitor.sessionCookie {
            try await catalogue.write { store in try PageSessions(store).close(cookie: cookie) }
        }
        var response = Response.seeOther("/" + request.langQuery)
        response.setCookie(SessionCookie.cookie("", maxAge: 0, for: request))
        return response
    }

    private func page(
        _ request: Request, _ context: ServiceContext, fault: String?, next: String? = nil
    ) throws -> Response {
        let language = request.language
        var values: [String: Any] = [
            "pageTitle": PageText.text("signInTitle", in: language) + " – " + PageText.text("siteName", in: language),
            "noIndex": true, "next": LocalPath(next ?? request.formQuery["next"])?.text ?? "",
        ]
        values["fault"] = fault
        return try pages.seen(by: context).formPage(
            "sign-in", values, for: request, status: fault == nil ? .ok : .unprocessableContent)
    }
}

/// A path on this site that somebody may be sent on to; never another site.
struct LocalPath {
    let text: String

    init?(_ text: String?) {
        guard let text, text.utf8.count <= 2000, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
            text.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 0x20 && $0.value != 0x7F })
        else { return nil }
        self.text = text
    }
}

extension Response {
    /// Sends the browser on to a page after a form was taken (RFC 9110 §15.4.4).
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }
}

extension Request {
    /// What a link to another page ends with to keep the language.
    var langQuery: String { language == .english ? "?lang=en" : "" }
}
