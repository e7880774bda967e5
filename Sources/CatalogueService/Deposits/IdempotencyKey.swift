import Foundation
import HTTPTypes
import Hummingbird
import Publishing
import Vocabularies

/// The name a program gives a request, so that it may send it again when no answer came (draft-ietf-httpapi-idempotency-key-header).
struct IdempotencyKey: Sendable {
    let name: String
    /// Of method, address, type and body.
    let hash: Data

    /// - Returns: nil where the request has no name.
    /// - Throws: `Problem`, 400, for a name that will not do.
    init?(_ request: Request, body: [UInt8]) throws {
        guard let field = HTTPField.Name("Idempotency-Key"), let name = request.headers[field] else { return nil }
        guard !name.isEmpty, name.utf8.count <= IdempotentAnswers.longestName else {
            throw Problem.badRequest(
                LocalisedText(
                    vietnamese: "Idempotency-Key cần từ 1 đến \(IdempotentAnswers.longestName) ký tự.",
                    english: "Idempotency-Key takes 1 to \(IdempotentAnswers.longestName) characters."))
        }
        self.name = name
        let head = [
            request.method.rawValue, "\(request.uri)", request.headers[.contentType] ?? "",
            request.headers[.ifMatch] ?? "",
        ].joined(separator: "\n")
        hash = IdempotentAnswers.hash(Data((head + "\n").utf8) + Data(body))
    }
}

/// An answer that can be kept and given again.
struct StoredAnswer: Codable, Sendable {
    let status: Int
    var headers: [String: String] = [:]
    let body: String

    init(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        self.status = Int(status.code)
        body = String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    func response(_ language: PreferredLanguage) -> Response {
        var response = JSONAnswer.response(
            bytes: body.utf8, status: HTTPResponse.Status(code: status), language: language)
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        return response
    }
}

extension IdempotencyKey? {
    /// The answer given before, or that of `body`, which is kept with what `body` changes.
    ///
    /// - Throws: `Problem`, 422, where the name stands for another request.
    func once(
        at desk: inout DepositDesk, _ body: (inout DepositDesk) throws -> StoredAnswer
    ) throws -> StoredAnswer {
        guard let key = self else { return try body(&desk) }
        do {
            let kept = try desk.once(key.name, hash: key.hash) { desk in
                String(decoding: try JSONEncoder().encode(try body(&desk)), as: UTF8.self)
            }
            return try JSONDecoder().decode(StoredAnswer.self, from: Data(kept.utf8))
        } catch is IdempotentAnswers.OtherRequest {
            throw Problem.unprocessable(
                LocalisedText(
                    vietnamese: "Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy đặt khóa mới.",
                    english: "This Idempotency-Key was used for another request. Use a new one."))
        }
    }
}
