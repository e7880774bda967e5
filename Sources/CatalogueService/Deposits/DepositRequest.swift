import CatalogueModel
import HTTPTypes
import Hummingbird
import Publishing
import Vocabularies

/// What a program sends: records, and how they are to be taken.
struct DepositRequest: Sendable {
    /// Bytes of one record, and of a batch.
    static let recordLimit = 1 << 20
    static let batchLimit = 32 << 20

    let principal: Principal
    let bytes: [UInt8]
    let form: DepositReader.Form
    let isDryRun: Bool
    /// Whose records they are; nil where each names its own.
    let institution: String?
    let idempotency: IdempotencyKey?

    /// - Parameter parameters: names that may stand in the query, beside those of all deposits.
    /// - Throws: `Problem`: 401, 403, 400 for a parameter nobody knows, 413, 415.
    init(
        _ request: Request, _ context: ServiceContext, limit: Int, parameters: Set<String> = []
    ) async throws {
        principal = try context.publisher()
        try Self.checkParameters(request, parameters.union(["institution"]))
        isDryRun = try request.isDryRun
        let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased() ?? ""
        switch type {
        case "application/json", "application/ld+json", "application/x-ndjson", "application/jsonl":
            form = .json
            bytes = try await request.boundedBody(limit)
        case "text/csv", "text/tab-separated-values":
            form = .table(nil)
            bytes = SpreadsheetText(try await request.boundedBody(limit)).bytes
        default:
            throw Problem.unsupportedMediaType(
                LocalisedText(
                    vietnamese: "Hãy gửi application/json (khóa schema.org) hoặc text/csv.",
                    english: "Send application/json (schema.org keys) or text/csv."))
        }
        let asked = request.formQuery["institution"]
        if let asked { _ = try context.publisher(for: asked) }
        institution = principal.institution ?? asked
        idempotency = isDryRun ? nil : try IdempotencyKey(request, body: bytes)
    }

    /// A misspelt `dry_run` must not write.
    static func checkParameters(_ request: Request, _ known: Set<String>) throws {
        let known = known.union(["dry_run", "lang"])
        guard let unknown = request.formQuery.items.first(where: { !known.contains($0.name) }) else { return }
        let list = known.sorted().joined(separator: ", ")
        throw Problem.badRequest(
            LocalisedText(
                vietnamese: "Không có tham số “\(unknown.name.prefix(40))”. Các tham số: \(list).",
                english: "There is no parameter “\(unknown.name.prefix(40))”. Parameters: \(list)."))
    }
}

extension Request {
    /// Whether nothing is to be changed (`?dry_run=true`).
    var isDryRun: Bool { get throws { try flag("dry_run") } }

    /// - Throws: `Problem`, 400, for a value that is neither `true` nor `false`.
    func flag(_ name: String) throws -> Bool {
        switch formQuery[name] {
        case nil, "false": return false
        case "true": return true
        case let value?:
            throw Problem.badRequest(
                LocalisedText(
                    vietnamese: "“\(name)” là true hoặc false, không phải “\(value.prefix(40))”.",
                    english: "“\(name)” is true or false, not “\(value.prefix(40))”."))
        }
    }
}
