import Crypto
import Foundation
import GRDB

/// The secrets by which sessions and queries are told apart without being known. Read and made within a transaction of
/// the caller's, so that two servers over one file share them.
struct UsageSecrets {
    /// Secrets of the days of logs that were taken in.
    static let logScope = "logday:"

    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// The secret of a scope, made where there is none.
    func secret(_ scope: String) throws -> SymmetricKey {
        let find = try db.cachedStatement(sql: "SELECT bytes FROM secret WHERE scope = ?")
        if let bytes = try Data.fetchOne(find, arguments: [scope]) { return SymmetricKey(data: bytes) }
        let key = SymmetricKey(size: .bits256)
        try db.execute(
            sql: "INSERT INTO secret VALUES (?, ?)", arguments: [scope, key.withUnsafeBytes { Data($0) }])
        return key
    }

    /// Destroys the secrets of days before `day` and of months before its month. The page is overwritten
    /// (`secure_delete`).
    ///
    /// - Returns: whether there were any.
    @discardableResult
    func destroy(before day: UsageDay) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM secret WHERE (scope GLOB 'day:*' AND scope < ?) OR (scope GLOB 'month:*' AND scope < ?)",
            arguments: ["day:" + day.text, "month:" + day.month.text])
        return db.changesCount > 0
    }

    /// Destroys those of logs of days before `day`, whose events are gone.
    func destroyLogs(before day: UsageDay) throws {
        try db.execute(
            sql: "DELETE FROM secret WHERE scope GLOB ? AND scope < ?",
            arguments: [Self.logScope + "*", Self.logScope + day.text])
    }

    /// Key of a session: address, agent, day and hour under the day's secret.
    static func session(_ address: String, _ agent: String, hour: Int, with secret: SymmetricKey) -> Int64 {
        code("\(address)\u{0}\(agent)\u{0}\(hour)", with: secret)
    }

    static func code(_ text: String, with secret: SymmetricKey) -> Int64 {
        let bytes = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: secret)
        return bytes.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }
}

/// A hash that is the same in every run (FNV-1a, 64 bits), for comparing addresses of one session.
func stableHash(_ text: String) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64(bitPattern: hash)
}
