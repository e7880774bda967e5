import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import HTTPTypes
import Hummingbird
import Publishing
import RecordFormats
import Vocabularies

/// `/api/v1/deposits`, and the versions of every resource: listed, read, compared, restored.
struct VersionAPI: Sendable {
    let catalogue: CatalogueReader
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/api/v1/deposits", use: deposits)
        router.get("/api/v1/deposits/:id", use: deposit)
        router.get("/api/v1/resources/:id/versions", use: versions)
        router.get("/api/v1/resources/:id/versions:compare", use: compare)
        router.get("/api/v1/resources/:id/versions/:version", use: version)
        router.post("/api/v1/resources/:id/versions/:version/restore", use: restore)
    }

    @Sendable private func deposits(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        try DepositRequest.checkParameters(request, ["state", "institution", "page", "size"])
        var filter = DepositTable.Filter(institution: principal.institution ?? request.formQuery["institution"])
        if let state = try request.choice("state", DepositState.self) { filter.states = [state] }
        let size = try request.number("size", in: 1...100) ?? 20
        let page = try request.number("page", in: 1...10_000) ?? 1
        let language = request.language
        return try await catalogue.read { [filter] searcher in
            let (deposits, total) = try searcher.store.read { db in
                try DepositTable.deposits(filter, limit: size, offset: (page - 1) * size, in: db)
            }
            return try JSONAnswer.response(
                DepositList(
                    total: total, page: page, pageSize: size,
                    deposits: deposits.map { DepositAnswer($0, language) }), language: language)
        }
    }

    private struct DepositList: Encodable {
        let total: Int
        let page: Int
        let pageSize: Int
        let deposits: [DepositAnswer]
    }

    @Sendable private func deposit(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = try context.publisher()
        let language = request.language
        return try await catalogue.read { searcher in
            let (deposit, version) = try searcher.store.read { db in
                guard let deposit = try DepositTable.deposit(id.rawValue, in: db),
                    let version = try DepositTable.version(deposit.version, of: id, in: db)
                else { throw DepositError.unknown(id.rawValue) }
                guard principal.mayPublish(for: deposit.institution) else { throw DepositError.foreign(id.rawValue) }
                return (deposit, version)
            }
            var json = try StoredAnswer(DepositAnswer(deposit, language)).body
            let writer = SchemaOrgWriter(
                vocabularies: try searcher.reference().vocabularies, language: language)
            // The record is JSON already, and keeps the order of its keys.
            let record = String(decoding: writer.json(of: version.resource), as: UTF8.self)
            json = json.dropLast() + ",\"record\":\(record)}"
            var response = JSONAnswer.response(bytes: json.utf8, language: language)
            response.headers[.eTag] = deposit.tag
            return response
        }
    }

    @Sendable private func versions(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = context.principal
        let language = request.language
        return try await catalogue.read { searcher in
            let (versions, isOwner) = try Self.visible(id, to: principal, searcher)
            return try JSONAnswer.response(
                ["versions": versions.map { VersionAnswer($0, showsPeople: isOwner) }], language: language)
        }
    }

    @Sendable private func version(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let number = try Self.number(context.parameters.get("version"), id)
        let principal = context.principal
        let language = request.language
        return try await catalogue.read { searcher in
            let version = try Self.found(number, in: try Self.visible(id, to: principal, searcher).versions, id)
            let writer = SchemaOrgWriter(vocabularies: try searcher.reference().vocabularies, language: language)
            return JSONAnswer.response(
                bytes: writer.json(of: version.resource), type: "application/ld+json", language: language)
        }
    }

    @Sendable private func compare(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let from = try Self.number(request.formQuery["from"], id)
        let to = try Self.number(request.formQuery["to"], id)
        let principal = context.principal
        let language = request.language
        return try await catalogue.read { searcher in
            let versions = try Self.visible(id, to: principal, searcher).versions
            let older = try Self.found(from, in: versions, id)
            let newer = try Self.found(to, in: versions, id)
            return try JSONAnswer.response(
                ComparisonAnswer(older, newer, language), language: language)
        }
    }

    @Sendable private func restore(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let number = try Self.number(context.parameters.get("version"), id)
        let principal = try context.publisher()
        try DepositRequest.checkParameters(request, [])
        let isDryRun = try request.isDryRun
        let condition = DepositCondition(header: request.headers[.ifMatch])
        let key = isDryRun ? nil : try IdempotencyKey(request, body: [])
        let (now, language) = (clock(), request.language)
        let answer = try await catalogue.write { store in
            try store.deposits(by: principal, at: now, isDryRun: isDryRun) { desk in
                try key.once(at: &desk) { desk in
                    let deposit = try desk.restore(id, version: number, if: condition)
                    return try DepositAnswer.stored(
                        .changed(deposit), problems: [], isDryRun: isDryRun, language)
                }
            }
        }
        return answer.response(language)
    }
}

extension VersionAPI {
    /// The versions somebody may see: all of their own, of others those that were published and are offered still.
    static func visible(
        _ id: ResourceID, to principal: Principal?, _ searcher: Searcher
    ) throws -> (versions: [DepositVersion], isOwner: Bool) {
        let (all, owner) = try searcher.store.read { db in
            (
                try ResourceHistory.versions(of: id, includesUnpublished: true, in: db),
                try DepositTable.deposit(id.rawValue, in: db)?.institution
            )
        }
        guard let institution = owner ?? all.first?.resource.publisher.id else { throw Problem.noResource(id.rawValue) }
        if let principal, principal.mayPublish(for: institution) { return (all, true) }
        _ = try searcher.offered(id)
        return (all.filter { $0.publishedAt != nil }, false)
    }

    static func found(_ number: Int, in versions: [DepositVersion], _ id: ResourceID) throws -> DepositVersion {
        guard let version = versions.first(where: { $0.number == number }) else {
            throw DepositError.noSuchVersion(id.rawValue, number)
        }
        return version
    }

    fileprivate static func number(_ text: String?, _ id: ResourceID) throws -> Int {
        guard let text, let number = Int(text), number > 0 else {
            throw Problem.badRequest(
                LocalisedText(
                    vietnamese: "Số phiên bản là số nguyên từ 1.", english: "A version is a whole number from 1."))
        }
        return number
    }
}

extension Request {
    /// A whole number in the query.
    ///
    /// - Throws: `Problem`, 400, for anything else.
    func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = formQuery[name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Problem.badRequest(
                LocalisedText(
                    vietnamese: "“\(name)” là số từ \(range.lowerBound) đến \(range.upperBound).",
                    english: "“\(name)” is a number from \(range.lowerBound) to \(range.upperBound)."))
        }
        return number
    }
}
