package import CatalogueStore
import Crypto
package import Foundation
import GRDB

/// Signing in to the pages with a key, and out again.
///
/// The cookie carries a random identifier and the end of the session under a mark; the catalogue keeps the hash of the
/// identifier, so that signing out and revoking end a session at once, and the secret of the mark, so that a made-up
/// cookie costs no look-up.
package struct PageSessions: Sendable {
    private let store: CatalogueStore

    /// A working day and a bit.
    package static let length: TimeInterval = 12 * 3600
    /// Sessions a key may have at once; the oldest end first.
    private static let most = 20
    private static let secretKey = "sessionSecret"

    package init(_ store: CatalogueStore) {
        self.store = store
    }

    /// Opens a session for whoever bears `text`.
    ///
    /// - Throws: `AccessKeyError`; `CatalogueStoreError` where the catalogue cannot be written.
    package func open(
        bearing text: String, at instant: Date, using generator: inout some RandomNumberGenerator
    ) throws -> PageSession {
        let principal = try AccessKeys(store).principal(bearing: text, at: instant)
        let identifier = Base64URL.text(of: Base64URL.randomBytes(16, using: &generator))
        let fresh = Base64URL.text(of: Base64URL.randomBytes(32, using: &generator))
        return try store.write { db in
            guard let key = try AccessKeyTable.key(principal.keyID, in: db) else { throw AccessKeyError.unknownSecret }
            let expiresAt = min(instant.addingTimeInterval(Self.length), key.expiresAt)
            let now = Int64(instant.timeIntervalSince1970)
            let end = Int64(expiresAt.timeIntervalSince1970)
            try db.execute(sql: "INSERT OR IGNORE INTO meta VALUES (?, ?)", arguments: [Self.secretKey, fresh])
            guard let seal = try Self.seal(in: db) else { throw AccessKeyError.unknownSecret }
            try db.execute(sql: "DELETE FROM pageSession WHERE expiresAt <= ?", arguments: [now])
            try db.execute(
                sql: """
                    DELETE FROM pageSession WHERE key = ?1 AND session NOT IN
                        (SELECT session FROM pageSession WHERE key = ?1 ORDER BY createdAt DESC, session LIMIT ?2)
                    """, arguments: [key.id, Self.most - 1])
            try db.execute(
                sql: "INSERT INTO pageSession VALUES (?, ?, ?, ?)",
                arguments: [Self.hash(identifier), key.id, now, end])
            return Self.session(identifier, end: end, of: key, seal)
        }
    }

    /// The session a cookie stands for; nil where it was not made here, is over, or its key is no longer good.
    package func session(cookie: String, at instant: Date) throws -> PageSession? {
        guard cookie.utf8.count < 200 else { return nil }
        return try store.read { db in
            guard let seal = try Self.seal(in: db), let (identifier, end) = Self.opened(cookie, seal),
                Double(end) > instant.timeIntervalSince1970,
                let id = try String.fetchOne(
                    db, sql: "SELECT key FROM pageSession WHERE session = ?", arguments: [Self.hash(identifier)]),
                let key = try AccessKeyTable.key(id, in: db), key.state(at: instant) == .valid
            else { return nil }
            return Self.session(identifier, end: end, of: key, seal)
        }
    }

    /// Ends the session a cookie stands for.
    package func close(cookie: String) throws {
        guard cookie.utf8.count < 200 else { return }
        try store.write { db in
            guard let seal = try Self.seal(in: db), let (identifier, _) = Self.opened(cookie, seal) else { return }
            try db.execute(sql: "DELETE FROM pageSession WHERE session = ?", arguments: [Self.hash(identifier)])
        }
    }

    /// Ends every session and forgets the secret of the marks: everybody signs in again.
    ///
    /// - Returns: how many sessions were ended.
    @discardableResult
    package func closeAll(by actor: String, at instant: Date) throws -> Int {
        try store.write { db in
            try db.execute(sql: "DELETE FROM pageSession")
            let ended = db.changesCount
            try db.execute(sql: "DELETE FROM meta WHERE key = ?", arguments: [Self.secretKey])
            try AuditLog.append(
                AuditChange(
                    actor: actor, action: "session.closeAll", subject: "session:*",
                    before: try JSONText.of(["sessions": ended])), at: instant, in: db)
            return ended
        }
    }

    private static func session(_ identifier: String, end: Int64, of key: AccessKey, _ seal: Seal) -> PageSession {
        let content = "\(identifier).\(end)"
        return PageSession(
            principal: key.principal, cookie: "\(content).\(seal.mark(content, for: "session"))",
            formToken: seal.mark(identifier, for: "form"), expiresAt: Date(timeIntervalSince1970: Double(end)))
    }

    private static func opened(_ cookie: String, _ seal: Seal) -> (identifier: String, end: Int64)? {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let end = Int64(parts[1]),
            seal.holds(parts[2], on: "\(parts[0]).\(parts[1])", for: "session")
        else { return nil }
        return (parts[0], end)
    }

    private static func seal(in db: Database) throws -> Seal? {
        try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [secretKey])
            .map { Seal(secret: Data($0.utf8)) }
    }

    private static func hash(_ identifier: String) -> Data { Data(SHA256.hash(data: Data(identifier.utf8))) }
}
