import Publishing
import HTTPTypes
import Hummingbird
import Mustache
import NIOCore
import Vocabularies

/// Renders the pages from their templates, which are part of the program.
struct PageRenderer: Sendable {
    private let library: MustacheLibrary
    private let forms: FormGuard
    /// Who is shown to be signed in.
    private var visitor = Visitor()
    /// Whether the catalogue has pages of its use.
    private let countsUse: Bool

    /// - Throws: where a template is not well formed; a test renders every one.
    init(forms: FormGuard, countsUse: Bool = false) throws {
        self.forms = forms
        self.countsUse = countsUse
        library = try PageTemplates.library.get()
    }

    /// The same pages, as the visitor sees them.
    func seen(by context: ServiceContext) -> Self {
        var pages = self
        pages.visitor = context.visitor
        return pages
    }

    /// A page with a form anybody may send: who is not signed in gets a cookie the form is bound to.
    func formPage(
        _ template: String, _ values: [String: Any], for request: Request, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        guard visitor.formToken == nil else {
            var response = try page(template, values, for: request, status: status)
            response.headers[.cacheControl] = "no-store"
            return response
        }
        let (cookie, token) = forms.issue()
        var pages = self
        pages.visitor.formToken = token
        var response = try pages.page(template, values, for: request, status: status)
        response.headers[.cacheControl] = "no-store"
        response.setCookie(SessionCookie.cookie(cookie, name: FormGuard.cookieName, for: request))
        return response
    }

    /// The page `template` with `values`, which come on top of what every page has.
    func page(
        _ template: String, _ values: [String: Any], for request: Request, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var context = commonValues(for: request)
        context.merge(values) { _, new in new }
        guard let html = library.render(context, withTemplate: template) else { throw Problem.internalError }
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentLanguage: request.language.rawValue,
            .vary: "Accept, Cookie",
        ]
        // What somebody signed in sees is nobody else's, not even after they have left.
        if visitor.principal != nil { headers[.cacheControl] = "no-store" }
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    /// A template that is no page of the site, as text.
    func text(_ template: String, _ values: [String: Any]) throws -> String {
        guard let text = library.render(values, withTemplate: template) else { throw Problem.internalError }
        return text
    }

    func error(_ problem: Problem, _ request: Request) throws -> Response {
        let language = request.language
        return try page(
            "error",
            [
                "pageTitle": problem.title[language], "title": problem.title[language],
                "detail": problem.detail[language], "noIndex": true,
            ], for: request, status: problem.status)
    }

    private func commonValues(for request: Request) -> [String: Any] {
        let language = request.language
        let other: PreferredLanguage = language == .vietnamese ? .english : .vietnamese
        var values: [String: Any] = [
            "lang": language.rawValue, "otherLang": other.rawValue, "isEnglish": language == .english,
            "langQuery": language == .english ? "?lang=en" : "",
            "otherLangHref": PageAddress(request).with("lang", other == .english ? "en" : nil).href,
            "t": PageText.all(in: language), "q": "", "countsUse": countsUse,
        ]
        values["formToken"] = visitor.formToken
        if let principal = visitor.principal {
            var shown: [String: Any] = [
                "name": principal.name, "role": PageText.text("role." + principal.role.rawValue, in: language),
                "mayCurate": principal.mayCurate, "mayPublish": principal.role == .publisher || principal.mayCurate,
            ]
            if let institution = principal.institution {
                shown["own"] = [
                    "institutionHref": InstitutionView.href(of: institution, in: language),
                    "bulkHref": TagAddress.href(BulkScope.path(of: institution), in: language),
                ]
            }
            values["visitor"] = shown
        }
        return values
    }
}
