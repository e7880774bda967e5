import CatalogueModel
import Foundation
import CatalogueSearch
import CatalogueStore
import HTTPTypes
import Hummingbird
import RecordFormats
import Vocabularies

/// `/api/v1`: the catalogue for programs.
struct APIController: Sendable {
    let catalogue: CatalogueReader
    /// Whether use is counted: hits go to who counts.
    let counts: Bool

    /// Parameters of a search; another name is refused, since a misspelt filter would silently find too much.
    static let searchParameters = Set(
        ["q", "sort", "page", "size", "facetSize", "lang"] + Facet.allCases.map(\.rawValue))

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/api/v1/search", use: search)
        router.get("/api/v1/resources/:id", use: resource)
        router.get("/api/v1/resources/:id/similar", use: similar)
        router.get("/api/v1/suggest", use: suggest)
        router.get("/api/v1/vocabularies", use: vocabularies)
        router.get("/api/v1/vocabularies/:scheme", use: vocabulary)
    }

    @Sendable private func search(_ request: Request, context: ServiceContext) async throws -> Response {
        let query = request.formQuery
        if let unknown = query.items.first(where: { !Self.searchParameters.contains($0.name) }) {
            let known = Self.searchParameters.sorted().joined(separator: ", ")
            throw Problem.badRequest(
                LocalisedText(
                    vietnamese: "Không có tham số “\(unknown.name.prefix(40))”. Các tham số: \(known).",
                    english: "There is no parameter “\(unknown.name.prefix(40))”. Parameters: \(known)."))
        }
        let searchRequest = try SearchAddress.request(from: query)
        let (language, counts) = (request.language, counts)
        return try await catalogue.read { searcher in
            let found = try searcher.search(searchRequest)
            var response = try JSONAnswer.response(
                SearchAnswer(found, reference: searcher.reference(), language: language), language: language)
            if let name = UsageRecording.hitsHeader, counts { response.headers[name] = String(found.total) }
            return response
        }
    }

    @Sendable private func resource(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let language = request.language
        return try await catalogue.read { searcher in
            let entry = try searcher.offered(id)
            let reference = try searcher.reference()
            let writer = SchemaOrgWriter(vocabularies: reference.vocabularies, language: language)
            let alsoAt = AlsoAtAnswer(try searcher.offeredMerged(id), reference: reference, language: language)
            let bytes = writer.json(of: entry.resource) { alsoAt.write(to: &$0) }
            var response = JSONAnswer.response(bytes: bytes, type: "application/ld+json", language: language)
            response.headers[.eTag] = alsoAt.tag(version: entry.version)
            return response
        }
    }

    @Sendable private func similar(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let language = request.language
        return try await catalogue.read { searcher in
            _ = try searcher.offered(id)
            guard let similar = try searcher.similar(to: id, limit: 10) else { throw Problem.noResource(id.rawValue) }
            let reference = try searcher.reference()
            return try JSONAnswer.response(
                ["similar": similar.map { SimilarResource($0, reference: reference, language: language) }],
                language: language)
        }
    }

    @Sendable private func suggest(_ request: Request, context: ServiceContext) async throws -> Response {
        let text = request.formQuery["q"] ?? ""
        let language = request.language
        return try await catalogue.read { searcher in
            try JSONAnswer.response(
                SuggestionAnswer(try searcher.suggestions(for: text), language: language), language: language)
        }
    }

    @Sendable private func vocabularies(_ request: Request, context: ServiceContext) async throws -> Response {
        try JSONAnswer.response(["schemes": SchemeID.allCases.map(\.rawValue)])
    }

    @Sendable private func vocabulary(_ request: Request, context: ServiceContext) async throws -> Response {
        let name = context.parameters.get("scheme") ?? ""
        guard let scheme = SchemeID(rawValue: name) else {
            let known = SchemeID.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.notFound(
                LocalisedText(
                    vietnamese: "Không có bảng mã “\(name.prefix(40))”. Các bảng mã: \(known).",
                    english: "There is no vocabulary “\(name.prefix(40))”. Vocabularies: \(known)."))
        }
        return try await catalogue.read { searcher in
            let vocabularies = try searcher.reference().vocabularies
            return try JSONAnswer.response(
                scheme == .licences
                    ? VocabularyAnswer(vocabularies.licences) : VocabularyAnswer(vocabularies[scheme]))
        }
    }
}

extension ResourceID {
    /// The identifier in the path of a request.
    ///
    /// - Throws: `Problem`, 404, for what cannot be an identifier.
    static func parameter(in context: ServiceContext) throws -> ResourceID {
        let encoded = context.parameters.get("id") ?? ""
        let text = encoded.removingPercentEncoding ?? encoded
        guard let id = ResourceID(text) else { throw Problem.noResource(text) }
        return id
    }
}

extension Searcher {
    /// The resource, where the catalogue offers it.
    ///
    /// - Throws: `Problem`: 404 for what was never there, 410 with the reason for what was withdrawn.
    func offered(_ id: ResourceID) throws -> CatalogueEntry {
        guard let entry = try resource(id) else { throw Problem.noResource(id.rawValue) }
        if let withdrawal = entry.withdrawal {
            let label = withdrawal.reason.label
            guard let note = withdrawal.note else { throw Problem.gone(label) }
            throw Problem.gone(
                LocalisedText(
                    vietnamese: label.vietnamese + " Lý do: " + note, english: label.english + " Reason: " + note))
        }
        return entry
    }
}

extension Searcher {
    /// The resource with all who provide it, where the catalogue offers it.
    ///
    /// - Throws: `Problem`, 404.
    func offeredMerged(_ id: ResourceID) throws -> MergedResource {
        guard let merged = try merged(id) else { throw Problem.noResource(id.rawValue) }
        return merged
    }
}

extension Problem {
    static func noResource(_ id: String) -> Self {
        notFound(
            LocalisedText(
                vietnamese: "Danh mục không có học liệu mang mã “\(id.prefix(80))”.",
                english: "The catalogue has no resource with the identifier “\(id.prefix(80))”."))
    }
}
