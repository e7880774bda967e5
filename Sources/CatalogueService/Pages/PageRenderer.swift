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
        var library = MustacheLibrary()
        for (name, bytes) in [
            ("layout", PackageResources.layout_mustache), ("search-form", PackageResources.search_form_mustache),
            ("home", PackageResources.home_mustache), ("search", PackageResources.search_mustache),
            ("resource", PackageResources.resource_mustache), ("error", PackageResources.error_mustache),
            ("sources", PackageResources.sources_mustache), ("source", PackageResources.source_mustache),
            ("run", PackageResources.run_mustache), ("links", PackageResources.links_mustache),
            ("quality", PackageResources.quality_mustache),
            ("help-records", PackageResources.help_records_mustache),
            ("deposit-form", PackageResources.deposit_form_mustache),
            ("deposit-field", PackageResources.deposit_field_mustache),
            ("deposit-preview", PackageResources.deposit_preview_mustache),
            ("resource-facts", PackageResources.resource_facts_mustache),
            ("deposits", PackageResources.deposits_mustache),
            ("page-links", PackageResources.page_links_mustache),
            ("deposit", PackageResources.deposit_mustache),
            ("history", PackageResources.history_mustache),
            ("take-over", PackageResources.take_over_mustache),
            ("versions", PackageResources.versions_mustache),
            ("differences", PackageResources.differences_mustache),
            ("upload", PackageResources.upload_mustache),
            ("upload-report", PackageResources.upload_report_mustache),
            ("row-problems", PackageResources.row_problems_mustache),
            ("review", PackageResources.review_mustache),
            ("report-decision", PackageResources.report_decision_mustache),
            ("review-one", PackageResources.review_one_mustache),
            ("report", PackageResources.report_mustache),
            ("sign-in", PackageResources.sign_in_mustache), ("form-token", PackageResources.form_token_mustache),
            ("institutions", PackageResources.institutions_mustache),
            ("institution", PackageResources.institution_mustache),
            ("collections", PackageResources.collections_mustache),
            ("collection", PackageResources.collection_mustache),
            ("collection-new", PackageResources.collection_new_mustache),
            ("collection-edit", PackageResources.collection_edit_mustache),
            ("collection-fields", PackageResources.collection_fields_mustache),
            ("collection-sheet", PackageResources.collection_sheet_mustache),
            ("package", PackageResources.package_mustache), ("my-list", PackageResources.my_list_mustache),
            ("translations", PackageResources.translations_mustache),
            ("translation", PackageResources.translation_mustache), ("relations", PackageResources.relations_mustache),
            ("targets", PackageResources.targets_mustache), ("plan", PackageResources.plan_mustache),
            ("target", PackageResources.target_mustache),
            ("target-enter", PackageResources.target_enter_mustache),
            ("coverage", PackageResources.coverage_mustache),
            ("usage", PackageResources.usage_mustache), ("gaps", PackageResources.gaps_mustache),
            ("tags", PackageResources.tags_mustache), ("tag", PackageResources.tag_mustache),
            ("automatic", PackageResources.automatic_mustache),
            ("tag-edit", PackageResources.tag_edit_mustache),
            ("resource-tags", PackageResources.resource_tags_mustache),
            ("review-tags", PackageResources.review_tags_mustache), ("tag-bulk", PackageResources.tag_bulk_mustache),
        ] {
            try library.register(String(decoding: bytes, as: UTF8.self), named: name)
        }
        self.library = library
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
            values["visitor"] = [
                "name": principal.name, "role": PageText.text("role." + principal.role.rawValue, in: language),
                "mayCurate": principal.mayCurate, "mayPublish": principal.role == .publisher || principal.mayCurate,
            ]
        }
        return values
    }
}
