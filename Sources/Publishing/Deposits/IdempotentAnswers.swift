import CatalogueStore
import Crypto
package import Foundation
import GRDB

/// Answers to requests that name themselves (`Idempotency-Key`), so that sending one twice changes nothing twice.
package enum IdempotentAnswers {
    package static let longestName = 255
    /// Seconds an answer is kept.
    private static let keptFor: Int64 = 7 * 86_400

    /// Why a name cannot be used again.
    package struct OtherRequest: Error {}

    /// Of a request, whole.
    package static func hash(_ request: Data) -> Data { Data(SHA256.hash(data: request)) }

    /// The answer that was given; nil where the request is new.
    ///
    /// - Throws: `OtherRequest` where the name stands for another request.
    static func answer(
        to name: String, hash: Data, by principal: Principal, in db: Database
    ) throws -> String? {
        let row = try Row.fetchOne(
            db, sql: "SELECT requestHash, answer FROM idempotentAnswer WHERE key = ? AND name = ?",
            arguments: [principal.keyID, name])
        guard let row else { return nil }
        guard row[0] == hash else { throw OtherRequest() }
        return row[1]
    }

    /// Keeps an answer, in the transaction of the change it tells of; forgets those that are a week old.
    static func keep(
        _ answer: String, to name: String, hash: Data, by principal: Principal, at instant: Date, in db: Database
    ) throws {
        let now = Int64(instant.timeIntervalSince1970)
        try db.execute(sql: "DELETE FROM idempotentAnswer WHERE at < ?", arguments: [now - keptFor])
        try db.execute(
            sql: "INSERT INTO idempotentAnswer VALUES (?, ?, ?, ?, ?)",
            arguments: [principal.keyID, name, hash, answer, now])
    }
}

extension DepositDesk {
    /// The answer given before to the request of that name, or that of `body`, which is kept with what `body` changes.
    ///
    /// - Throws: `IdempotentAnswers.OtherRequest` where the name stands for another request, and what `body` throws.
    package mutating func once(
        _ name: String, hash: Data, _ body: (inout DepositDesk) throws -> String
    ) throws -> String {
        if let kept = try IdempotentAnswers.answer(to: name, hash: hash, by: principal, in: db) { return kept }
        let answer = try body(&self)
        try IdempotentAnswers.keep(answer, to: name, hash: hash, by: principal, at: instant, in: db)
        return answer
    }
}
