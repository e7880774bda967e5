package import CatalogueStore
package import Foundation
import GRDB

/// The keys of a catalogue: given, listed, revoked and checked.
package struct AccessKeys: Sendable {
    private let store: CatalogueStore

    package init(_ store: CatalogueStore) {
        self.store = store
    }

    /// Makes a key.
    ///
    /// - Returns: its secret, which nobody can be told again.
    /// - Throws: `AccessKeyError` where the request will not do.
    package func create(
        _ request: KeyRequest, by actor: String, at instant: Date,
        using generator: inout some RandomNumberGenerator
    ) throws -> (key: AccessKey, secret: KeySecret) {
        try check(request)
        let secret = KeySecret(using: &generator)
        let principal = Principal(
            keyID: Base64URL.text(of: Base64URL.randomBytes(6, using: &generator)), name: request.name,
            role: request.role, institution: request.institution, territory: request.territory)
        let key = AccessKey(
            principal: principal, createdAt: instant, createdBy: actor,
            expiresAt: instant.addingTimeInterval(Double(request.days) * 86_400), revokedAt: nil, lastUsedOn: nil)
        try store.write { db in
            guard try AccessKeyTable.key(named: request.name, in: db) == nil else {
                throw AccessKeyError.nameTaken(request.name)
            }
            try AccessKeyTable.insert(key, secretHash: secret.hash, in: db)
            try AuditLog.append(
                AuditChange(
                    actor: actor, action: "key.create", subject: "key:\(request.name)", after: try Self.audited(key)),
                at: instant, in: db)
        }
        return (key, secret)
    }

    /// All keys ever given, oldest first.
    package func all() throws -> [AccessKey] { try store.read { db in try AccessKeyTable.all(in: db) } }

    /// Makes a key good for nothing and ends its sessions.
    ///
    /// - Returns: false where it was revoked before.
    /// - Throws: `AccessKeyError.noSuchKey`.
    @discardableResult
    package func revoke(_ name: String, by actor: String, at instant: Date) throws -> Bool {
        try store.write { db in
            guard let key = try AccessKeyTable.key(named: name, in: db) else { throw AccessKeyError.noSuchKey(name) }
            guard key.revokedAt == nil else { return false }
            try db.execute(
                sql: "UPDATE accessKey SET revokedAt = ? WHERE key = ?",
                arguments: [Int64(instant.timeIntervalSince1970), key.id])
            try db.execute(sql: "DELETE FROM pageSession WHERE key = ?", arguments: [key.id])
            try AuditLog.append(
                AuditChange(
                    actor: actor, action: "key.revoke", subject: "key:\(name)", before: try Self.audited(key)),
                at: instant, in: db)
            return true
        }
    }

    /// Who bears `text`.
    ///
    /// - Throws: `AccessKeyError` where it is no key, or one that is no longer good.
    package func principal(bearing text: String, at instant: Date) throws -> Principal {
        guard let secret = KeySecret(text) else { throw AccessKeyError.unknownSecret }
        let hash = secret.hash
        let key = try store.read { db in try AccessKeyTable.key(withHash: hash, in: db) }
        guard let key else { throw AccessKeyError.unknownSecret }
        let principal = try key.usable(at: instant)
        noteUse(of: key, at: instant)
        return principal
    }

    /// Writes the day of the last use down, once a day. A catalogue that cannot be written is served all the same.
    private func noteUse(of key: AccessKey, at instant: Date) {
        let today = Self.day(instant)
        guard key.lastUsedOn != today else { return }
        try? store.write { db in
            try db.execute(sql: "UPDATE accessKey SET lastUsedOn = ? WHERE key = ?", arguments: [today, key.id])
        }
    }

    private func check(_ request: KeyRequest) throws {
        let isPlain = request.name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard (1...KeyRequest.longestName).contains(request.name.count), isPlain else {
            throw AccessKeyError.name(request.name)
        }
        guard KeyRequest.dayRange.contains(request.days) else { throw AccessKeyError.days(request.days) }
        let registers = try store.referenceData().registers
        switch request.role {
        case .publisher:
            guard let id = request.institution else { throw AccessKeyError.needsInstitution }
            guard registers.institution(id) != nil else { throw AccessKeyError.unknownInstitution(id) }
            if request.territory != nil { throw AccessKeyError.noScope(.publisher) }
        case .official:
            guard let id = request.territory else { throw AccessKeyError.needsTerritory }
            guard registers.territory(id) != nil else { throw AccessKeyError.unknownTerritory(id) }
            if request.institution != nil { throw AccessKeyError.noScope(.official) }
        case .curator, .administrator:
            guard request.institution == nil, request.territory == nil else {
                throw AccessKeyError.noScope(request.role)
            }
        }
    }

    static func day(_ instant: Date) -> String { instant.formatted(.iso8601.year().month().day()) }

    /// What the audit log keeps of a key.
    private static func audited(_ key: AccessKey) throws -> String {
        var values = ["role": key.principal.role.rawValue, "expires": day(key.expiresAt)]
        values["institution"] = key.principal.institution
        values["territory"] = key.principal.territory
        return try JSONText.of(values)
    }
}
