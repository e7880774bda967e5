import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import HTTPTypes
import Hummingbird
import Publishing
import Vocabularies

/// Tags of resources for programs: read, assign, take away, suggest, and tag by query.
struct TagAPI: Sendable {
    private static let bodyLimit = 256 << 10

    let catalogue: CatalogueReader
    let limiter: TagSuggestionLimiter
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/api/v1/resources/:id/tags", use: assigned)
        router.post("/api/v1/resources/:id/tags", use: assign)
        router.delete("/api/v1/resources/:id/tags/:code", use: unassign)
        router.post("/api/v1/resources/:id/tag-suggestions", use: suggest)
        router.post("/api/v1/tags:bulk", use: bulk)
        router.post("/api/v1/tags:bulk-undo", use: undo)
    }

    @Sendable private func assigned(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        return try await answer(id, request, context)
    }

    @Sendable private func assign(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = try await publisher(of: id, context)
        let body = try await request.json(TagsBody.self, limit: Self.bodyLimit)
        let now = clock()
        try await explained {
            _ = try await catalogue.write { store in
                try Tags(store).assign(
                    try body.targets(store.referenceData().vocabularies), to: id, by: principal.actor, at: now)
            }
        }
        return try await answer(id, request, context)
    }

    @Sendable private func unassign(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = try await publisher(of: id, context)
        let (code, scheme, now) = (context.pathText("code"), request.formQuery["scheme"] ?? "tags", clock())
        try await explained {
            try await catalogue.write { store in
                try Tags(store).unassign(scheme, code, from: id, by: principal.actor, at: now)
            }
        }
        return try await answer(id, request, context)
    }

    @Sendable private func suggest(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let body = try await request.json(TagsBody.self, limit: Self.bodyLimit)
        let now = clock()
        try limiter.take(context.clientAddress(request), at: now)
        let counted = try await explained {
            try await catalogue.write { store in
                try Tags(store).suggest(try body.targets(store.referenceData().vocabularies), for: id, at: now)
            }
        }
        return try JSONAnswer.response(["counted": counted], status: .accepted, language: request.language)
    }

    @Sendable private func bulk(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        let scope = BulkScope(institution: principal.institution)
        let body = try await request.json(BulkBody.self, limit: Self.bodyLimit)
        let now = clock()
        let asked = BulkForm(
            query: body.query, name: body.name, scheme: body.scheme ?? "tags", verb: body.verb)
        let answer = try await explained {
            let (target, ids) = try await catalogue.read { try asked.found($0, in: scope) }
            guard let token = body.token else {
                return try await catalogue.read { searcher in
                    let preview = try Tags(searcher.store).preview(
                        asked.verb, target, on: ids, query: asked.query, institution: scope.institution)
                    return BulkAnswer(
                        hits: preview.hits, leftOut: preview.leftOut, resources: preview.changed.map(\.rawValue),
                        token: preview.token, batch: nil, changed: nil)
                }
            }
            let done = try await catalogue.write { store in
                try Tags(store).apply(
                    asked.verb, target, on: ids, query: asked.query, token: token,
                    institution: scope.institution, by: principal.actor, at: now)
            }
            return BulkAnswer(
                hits: ids.count, leftOut: nil, resources: nil, token: nil, batch: done.batch, changed: done.changed)
        }
        return try JSONAnswer.response(answer, language: request.language)
    }

    @Sendable private func undo(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        let body = try await request.json(UndoBody.self, limit: Self.bodyLimit)
        let now = clock()
        let changed = try await explained {
            try await catalogue.write { store in
                try Tags(store).undo(
                    batch: body.batch, institution: principal.institution, by: principal.actor, at: now)
            }
        }
        return try JSONAnswer.response(["changed": changed], language: request.language)
    }

    private func publisher(of id: ResourceID, _ context: ServiceContext) async throws -> Principal {
        _ = try context.publisher()
        let principal = context.principal
        let institution = try await catalogue.read {
            try Taggable(id, for: principal, $0).resource.publisher.id
        }
        return try context.publisher(for: institution)
    }

    private func answer(_ id: ResourceID, _ request: Request, _ context: ServiceContext) async throws -> Response {
        let (language, principal) = (request.language, context.principal)
        let showsWho = principal != nil
        return try await catalogue.read { searcher in
            _ = try Taggable(id, for: principal, searcher)
            let vocabularies = try searcher.reference().vocabularies
            let answers = try Tags(searcher.store).assigned(to: id).map {
                AssignmentAnswer($0.assignment, $0.tag, showsWho: showsWho, vocabularies: vocabularies, language)
            }
            return try JSONAnswer.response(["tags": answers], language: language)
        }
    }

    private func explained<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as TagError {
            throw Problem(error)
        }
    }
}

extension TagAPI {
    /// `{"tags": ["nấu ăn"], "concepts": [{"scheme": "subjects", "code": "101"}]}`
    private struct TagsBody: Decodable, Sendable {
        struct Concept: Decodable, Sendable {
            let scheme: String
            let code: String
        }

        let tags: [String]?
        let concepts: [Concept]?

        func targets(_ vocabularies: VocabularySet) throws -> [TagTarget] {
            let given = (tags?.count ?? 0) + (concepts?.count ?? 0)
            guard given <= Tags.mostAtOnce else { throw TagError.tooMany(given: given, limit: Tags.mostAtOnce) }
            guard given > 0 else { throw TagError.noName }
            return try (tags ?? []).map { .free(try TagName($0)) }
                + (concepts ?? []).map { try TagTarget(scheme: $0.scheme, $0.code, vocabularies: vocabularies) }
        }
    }

    private struct BulkBody: Decodable, Sendable {
        let verb: TagBatch.Verb
        let name: String
        let query: String
        let scheme: String?
        /// Of the preview; without one nothing is changed.
        let token: String?
    }

    private struct BulkAnswer: Encodable, Sendable {
        let hits: Int
        /// Of those found, others' resources, which a publisher's key leaves alone.
        let leftOut: Int?
        let resources: [String]?
        let token: String?
        let batch: Int64?
        let changed: Int?
    }

    private struct UndoBody: Decodable, Sendable {
        let batch: Int64
    }
}

extension Request {
    /// The body as JSON.
    ///
    /// - Throws: `Problem`: 415 for another content type, 413, 400 for what is not what is expected.
    func json<Body: Decodable>(_ type: Body.Type, limit: Int) async throws -> Body {
        let sent = headers[.contentType]?.split(separator: ";").first?.trimmingCharacters(in: .whitespaces).lowercased()
        guard sent == "application/json" else {
            throw Problem.unsupportedMediaType(
                LocalisedText(vietnamese: "Hãy gửi application/json.", english: "Send application/json."))
        }
        let bytes = try await boundedBody(limit)
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            let field = (error as? DecodingError).flatMap(Self.field)
            throw Problem.badRequest(
                LocalisedText(
                    vietnamese: "Nội dung JSON chưa đúng\(field.map { " ở “\($0)”" } ?? "").",
                    english: "The JSON is not as expected\(field.map { " at “\($0)”" } ?? "")."))
        }
    }

    private static func field(of error: DecodingError) -> String? {
        switch error {
        case .keyNotFound(let key, let context): (context.codingPath + [key]).map(\.stringValue).joined(separator: ".")
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.isEmpty ? nil : context.codingPath.map(\.stringValue).joined(separator: ".")
        @unknown default: nil
        }
    }
}
