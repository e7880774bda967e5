import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import Vocabularies

/// Suggestions from text for programs and for the deposit form, and the page where an institution says how far they go.
struct ClassifierController: Sendable {
    /// Bytes of a text.
    private static let textLimit = 64 << 10

    let catalogue: CatalogueReader
    let pages: PageRenderer
    let shelf: ClassifierShelf
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.post("/api/v1/classify", use: classify)
        router.get("/deposit/suggestions", use: suggest)
        router.get("/institutions/:id/automatic", use: form)
        router.post("/institutions/:id/automatic", use: change)
    }

    @Sendable private func classify(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.publisher()
        let body = try await request.json(Body.self, limit: Self.textLimit)
        let (language, shelf) = (request.language, shelf)
        return try await catalogue.read { searcher in
            let vocabularies = try searcher.reference().vocabularies
            let classifier = try shelf.classifier(for: searcher.store)
            let text = ClassifiedText(
                title: body.title ?? "", description: body.description ?? "", keywords: body.keywords ?? [])
            let concepts = classifier.concepts(for: text).map { concept in
                Answer(
                    scheme: concept.scheme.rawValue, code: concept.code,
                    label: vocabularies[concept.scheme].label(of: concept.code, in: language),
                    confidence: concept.confidence, because: concept.because)
            }
            let tags = classifier.tags(for: text).map {
                Answer(
                    scheme: AssignedTags.freeTags, code: $0.name, label: $0.name, confidence: $0.confidence,
                    because: [$0.because])
            }
            return try JSONAnswer.response(["suggestions": concepts + tags], language: language)
        }
    }

    /// What the deposit form offers while a title and a description are typed, in the words of its fields.
    @Sendable private func suggest(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.publisher()
        let (language, shelf, query) = (request.language, shelf, request.formQuery)
        let text = ClassifiedText(
            title: String((query["title"] ?? "").prefix(500)),
            description: String((query["description"] ?? "").prefix(4_000)),
            keywords: (query["keywords"] ?? "").prefix(1_000).split(separator: ",").map(String.init))
        return try await catalogue.read { searcher in
            let found = DepositProposals(
                text, try shelf.classifier(for: searcher.store), try searcher.reference(), language)
            var response = try JSONAnswer.response(["suggestions": found.proposals], language: language)
            response.headers[.cacheControl] = "no-store"
            return response
        }
    }

    private struct Body: Decodable, Sendable {
        let title: String?
        let description: String?
        let keywords: [String]?
    }

    private struct Answer: Encodable, Sendable {
        let scheme: String
        let code: String
        let label: String
        let confidence: Double
        let because: [String]
    }

    // MARK: Thresholds

    @Sendable private func form(_ request: Request, context: ServiceContext) async throws -> Response {
        let institution = context.pathText("id")
        _ = try context.publisher(for: institution)
        return try await page(institution, fault: nil, request, context)
    }

    @Sendable private func change(_ request: Request, context: ServiceContext) async throws -> Response {
        let institution = context.pathText("id")
        let principal = try context.publisher(for: institution)
        let form = try await request.postedForm(in: context)
        let now = clock()
        do {
            try await catalogue.write { store in
                for scheme in Classifier.schemes {
                    let text = form[scheme.rawValue]?.trimmingCharacters(in: .whitespaces) ?? ""
                    let value = Double(text.replacing(",", with: "."))
                    guard text.isEmpty || value != nil else { throw ClassifierError.threshold }
                    try AutomaticTagging(store).set(
                        value.map { $0 / 100 }, scheme, of: institution, by: principal.actor, at: now)
                }
            }
            return .seeOther(Self.href(of: institution, in: request.language))
        } catch let error as ClassifierError {
            return try await page(institution, fault: error, request, context)
        }
    }

    static func href(of institution: String, in language: PreferredLanguage) -> String {
        TagAddress.href("/institutions/" + FormEncoding.pathSegment(institution) + "/automatic", in: language)
    }

    private func page(
        _ institution: String, fault: ClassifierError?, _ request: Request, _ context: ServiceContext
    ) async throws -> Response {
        let (pages, language, shelf) = (pages.seen(by: context), request.language, shelf)
        return try await catalogue.read { searcher in
            guard let row = try searcher.reference().registers.institution(institution) else {
                throw Problem.notFound(ClassifierError.unknownInstitution(institution).message)
            }
            let automatic = AutomaticTagging(searcher.store)
            let standing = try automatic.thresholds(of: institution)
            let vocabularies = try searcher.reference().vocabularies
            let would = try automatic.run(
                shelf.classifier(for: searcher.store), institution: institution, isDryRun: true, most: 100,
                at: .distantPast)
            let values: [String: Any] = [
                "pageTitle": PageText.text("automaticTitle", in: language) + ": " + row.name(in: language),
                "noIndex": true, "institution": row.name(in: language), "fault": fault?.message[language] ?? false,
                "actionHref": Self.href(of: institution, in: language),
                "institutionHref": InstitutionView.href(of: institution, in: language),
                "schemes": Classifier.schemes.map { scheme in
                    let set = standing.first { $0.scheme == scheme }
                    return [
                        "name": scheme.rawValue, "label": ResourceTagView.label(of: scheme.rawValue, in: language),
                        "value": set.map { String(Int(($0.value * 100).rounded())) } ?? "",
                        "by": set.map { DepositWords.person($0.setBy) } ?? false,
                    ] as [String: Any]
                },
                "hasWould": !would.isEmpty,
                "would": try would.prefix(100).map { id, suggestion -> [String: Any] in
                    [
                        "href": TagAddress.href(ResourceWords.canonicalHref(of: id), in: language),
                        "id": id.rawValue, "title": try searcher.resource(id)?.resource.title ?? id.rawValue,
                        "label": vocabularies[suggestion.scheme].label(of: suggestion.code, in: language),
                        "sure": "\(Int((suggestion.confidence * 100).rounded())) %",
                        "because": suggestion.because.joined(separator: ", "),
                    ]
                },
            ]
            return try pages.page(
                "automatic", values, for: request, status: fault == nil ? .ok : .unprocessableContent)
        }
    }
}
