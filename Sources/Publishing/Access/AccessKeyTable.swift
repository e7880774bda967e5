import Foundation
import GRDB

/// Keys in their table.
enum AccessKeyTable {
    static func insert(_ key: AccessKey, secretHash: Data, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO accessKey (key, name, secretHash, role, institution, territory, createdAt, createdBy, expiresAt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                key.id, key.principal.name, secretHash, key.principal.role.rawValue, key.principal.institution,
                key.principal.territory, Int64(key.createdAt.timeIntervalSince1970), key.createdBy,
                Int64(key.expiresAt.timeIntervalSince1970),
            ])
    }

    static func all(in db: Database) throws -> [AccessKey] {
        try Row.fetchAll(db, sql: "SELECT * FROM accessKey ORDER BY createdAt, name").compactMap(AccessKey.init)
    }

    static func key(named name: String, in db: Database) throws -> AccessKey? {
        try Row.fetchOne(db, sql: "SELECT * FROM accessKey WHERE name = ?", arguments: [name]).flatMap(AccessKey.init)
    }

    static func key(_ id: String, in db: Database) throws -> AccessKey? {
        try Row.fetchOne(db, sql: "SELECT * FROM accessKey WHERE key = ?", arguments: [id]).flatMap(AccessKey.init)
    }

    static func key(withHash hash: Data, in db: Database) throws -> AccessKey? {
        try Row.fetchOne(db, sql: "SELECT * FROM accessKey WHERE secretHash = ?", arguments: [hash])
            .flatMap(AccessKey.init)
    }
}

extension AccessKey {
    /// Nil for a role of a newer program: who cannot be understood may do nothing.
    fileprivate init?(_ row: Row) {
        guard let role = Role(rawValue: row["role"]) else { return nil }
        self.init(
            principal: Principal(
                keyID: row["key"], name: row["name"], role: role, institution: row["institution"],
                territory: row["territory"]),
            createdAt: Date(timeIntervalSince1970: row["createdAt"]), createdBy: row["createdBy"],
            expiresAt: Date(timeIntervalSince1970: row["expiresAt"]),
            revokedAt: (row["revokedAt"] as Int64?).map { Date(timeIntervalSince1970: Double($0)) },
            lastUsedOn: row["lastUsedOn"])
    }

    /// The principal, where the key is good.
    ///
    /// - Throws: `AccessKeyError`.
    func usable(at instant: Date) throws -> Principal {
        switch state(at: instant) {
        case .valid: principal
        case .expired: throw AccessKeyError.expired(AccessKeys.day(expiresAt))
        case .revoked: throw AccessKeyError.revoked(AccessKeys.day(revokedAt ?? instant))
        }
    }
}
