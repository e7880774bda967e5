import HTTPTypes
import Hummingbird
import Mustache
import NIOCore
import Vocabularies

/// Renders the pages from their templates, which are part of the program.
struct PageRenderer: Sendable {
    private let library: MustacheLibrary

    /// - Throws: where a template is not well formed; a test renders every one.
    init() throws {
        var library = MustacheLibrary()
        for (name, bytes) in [
            ("layout", PackageResources.layout_mustache), ("search-form", PackageResources.search_form_mustache),
            ("home", PackageResources.home_mustache), ("search", PackageResources.search_mustache),
            ("resource", PackageResources.resource_mustache), ("error", PackageResources.error_mustache),
            ("sources", PackageResources.sources_mustache), ("source", PackageResources.source_mustache),
            ("run", PackageResources.run_mustache), ("links", PackageResources.links_mustache),
            ("quality", PackageResources.quality_mustache),
            ("help-records", PackageResources.help_records_mustache),
            ("institutions", PackageResources.institutions_mustache),
            ("institution", PackageResources.institution_mustache),
            ("collections", PackageResources.collections_mustache),
            ("collection", PackageResources.collection_mustache),
            ("collection-sheet", PackageResources.collection_sheet_mustache),
            ("package", PackageResources.package_mustache), ("my-list", PackageResources.my_list_mustache),
            ("translations", PackageResources.translations_mustache),
        ] {
            try library.register(String(decoding: bytes, as: UTF8.self), named: name)
        }
        self.library = library
    }

    /// The page `template` with `values`, which come on top of what every page has.
    func page(
        _ template: String, _ values: [String: Any], for request: Request, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var context = commonValues(for: request)
        context.merge(values) { _, new in new }
        guard let html = library.render(context, withTemplate: template) else { throw Problem.internalError }
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: request.language.rawValue,
                .vary: "Accept",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
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
        return [
            "lang": language.rawValue, "otherLang": other.rawValue, "isEnglish": language == .english,
            "langQuery": language == .english ? "?lang=en" : "",
            "otherLangHref": PageAddress(request).with("lang", other == .english ? "en" : nil).href,
            "t": PageText.all(in: language), "q": "",
        ]
    }
}
