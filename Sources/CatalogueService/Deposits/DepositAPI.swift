import CatalogueModel
import CatalogueStore
import Foundation
import HTTPTypes
import Hummingbird
import Publishing
import Vocabularies

/// `/api/v1/resources` for those who publish: send, change, withdraw.
struct DepositAPI: Sendable {
    let catalogue: CatalogueReader
    let readers: DepositReaders
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.post("/api/v1/resources", use: create)
        router.post("/api/v1/resources:batch", use: batch)
        router.put("/api/v1/resources/:id", use: replace)
        router.delete("/api/v1/resources/:id", use: withdraw)
    }

    @Sendable private func create(_ request: Request, context: ServiceContext) async throws -> Response {
        let sent = try await DepositRequest(request, context, limit: DepositRequest.recordLimit)
        let (row, resource, needsIdentifier) = try await single(sent)
        return try await answer(sent, row, request.language) { desk in
            try desk.create(resource, needsIdentifier: needsIdentifier, from: .api)
        }
    }

    @Sendable private func replace(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let sent = try await DepositRequest(
            request, context, limit: DepositRequest.recordLimit, parameters: ["take_over"])
        let (row, resource, needsIdentifier) = try await single(sent)
        guard needsIdentifier || resource.id == id else { throw Problem.otherIdentifier(id, resource.id) }
        let takesOver = try request.flag("take_over")
        let condition = DepositCondition(header: request.headers[values: .ifMatch].nonEmpty?.joined(separator: ","))
        let isNew = request.headers[.ifNoneMatch]?.trimmingCharacters(in: .whitespaces) == "*"
        return try await answer(sent, row, request.language) { desk in
            let named = resource.identified(as: id)
            if isNew, condition == .missing {
                return try desk.create(named, needsIdentifier: false, from: .api)
            }
            return try desk.replace(with: named, if: condition, takesOver: takesOver, from: .api)
        }
    }

    @Sendable private func withdraw(_ request: Request, context: ServiceContext) async throws -> Response {
        let id = try ResourceID.parameter(in: context)
        let principal = try context.publisher()
        try DepositRequest.checkParameters(request, ["reason", "take_over"])
        let (isDryRun, takesOver) = (try request.isDryRun, try request.flag("take_over"))
        let reason = request.formQuery["reason"] ?? ""
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw Problem(
                status: .unprocessableContent,
                title: LocalisedText(vietnamese: "Nội dung chưa đúng", english: "The content will not do"),
                detail: LocalisedText(
                    vietnamese: "Hãy ghi lý do rút trong tham số “reason”: DELETE …?reason=B%E1%BB%8B+tr%C3%B9ng.",
                    english: "Say why in the parameter “reason”: DELETE …?reason=Duplicate."))
        }
        let condition = DepositCondition(header: request.headers[values: .ifMatch].nonEmpty?.joined(separator: ","))
        let key = isDryRun ? nil : try IdempotencyKey(request, body: [])
        let (now, language) = (clock(), request.language)
        let answer = try await catalogue.write { store in
            try store.deposits(by: principal, at: now, isDryRun: isDryRun) { desk in
                try key.once(at: &desk) { desk in
                    let deposit = try desk.withdraw(id, because: reason, if: condition, takesOver: takesOver)
                    return try DepositAnswer.stored(
                        .changed(deposit), problems: [], isDryRun: isDryRun, language)
                }
            }
        }
        return answer.response(language)
    }

    @Sendable private func batch(_ request: Request, context: ServiceContext) async throws -> Response {
        let sent = try await DepositRequest(
            request, context, limit: DepositRequest.batchLimit, parameters: ["existing", "on_problem"])
        let existing = try request.choice("existing", DepositBatch.Existing.self) ?? .refuse
        let isAllOrNothing = try request.choice("on_problem", OnProblem.self) == .refuse
        let rows = try await rows(sent)
        let batch = DepositBatch(existing: existing, isAllOrNothing: isAllOrNothing, origin: .api)
        let (now, language) = (clock(), request.language)
        do {
            let answer = try await catalogue.write { store in
                try store.deposits(by: sent.principal, at: now, isDryRun: sent.isDryRun) { desk in
                    try sent.idempotency.once(at: &desk) { desk in
                        let results = try batch.take(rows, at: &desk)
                        return try StoredAnswer(BatchAnswer(results, isDryRun: sent.isDryRun, language))
                    }
                }
            }
            return answer.response(language)
        } catch let refused as DepositBatch.Refused {
            let answer = BatchAnswer(refused.results, isDryRun: true, language)
            return try StoredAnswer(answer, status: .unprocessableContent).response(language)
        }
    }

    private enum OnProblem: String, CaseIterable {
        case skip, refuse
    }
}

extension DepositAPI {
    private func rows(_ sent: DepositRequest) async throws -> [DepositRow] {
        let readers = readers
        return try await catalogue.read { searcher in
            try readers.reader(searcher).rows(
                of: sent.bytes, as: sent.form, name: "body", institution: sent.institution)
        }
    }

    private func single(
        _ sent: DepositRequest
    ) async throws -> (row: DepositRow, resource: LearningResource, needsIdentifier: Bool) {
        let rows = try await rows(sent)
        guard rows.count == 1, let row = rows.first else { throw Problem.oneRecord(found: rows.count) }
        guard case .resource(let resource, let needsIdentifier) = row.content else { throw Problem.record(row) }
        return (row, resource, needsIdentifier)
    }

    private func answer(
        _ sent: DepositRequest, _ row: DepositRow, _ language: PreferredLanguage,
        _ body: @escaping @Sendable (inout DepositDesk) throws -> DepositDesk.Outcome
    ) async throws -> Response {
        let now = clock()
        let answer = try await catalogue.write { store in
            try store.deposits(by: sent.principal, at: now, isDryRun: sent.isDryRun) { desk in
                try sent.idempotency.once(at: &desk) { desk in
                    try DepositAnswer.stored(
                        try body(&desk), problems: row.problems, isDryRun: sent.isDryRun, language)
                }
            }
        }
        return answer.response(language)
    }
}

extension Request {
    /// A parameter that takes a few values.
    ///
    /// - Throws: `Problem`, 400, for any other.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) throws -> Choice? where Choice.RawValue == String {
        guard let text = formQuery[name] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.badRequest(
                LocalisedText(
                    vietnamese: "“\(name)” là một trong: \(known).", english: "“\(name)” is one of: \(known)."))
        }
        return choice
    }
}

extension Array {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}

extension Problem {
    fileprivate static func oneRecord(found: Int) -> Self {
        unprocessable(
            LocalisedText(
                vietnamese:
                    "Ở đây nhận đúng một bản ghi, đã nhận được \(found). Nhiều bản ghi thì gửi đến /api/v1/resources:batch.",
                english: "This takes one record and got \(found). Send several to /api/v1/resources:batch."))
    }

    fileprivate static func otherIdentifier(_ id: ResourceID, _ other: ResourceID) -> Self {
        unprocessable(
            LocalisedText(
                vietnamese: "Địa chỉ nói về “\(id)”, bản ghi lại mang mã “\(other)”. Mã không đổi được.",
                english: "The address is of “\(id)”, the record says “\(other)”. Identifiers do not change."))
    }
}
