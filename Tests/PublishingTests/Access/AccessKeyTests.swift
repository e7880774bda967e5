import CatalogueStore
import Foundation
import GRDB
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Keys")
struct AccessKeyTests {
    private let store: CatalogueStore
    private let keys: AccessKeys
    private let day: TimeInterval = 86_400

    init() throws {
        store = try CatalogueStore.containing()
        keys = AccessKeys(store)
    }

    private func create(_ request: KeyRequest) throws -> (key: AccessKey, secret: KeySecret) {
        var generator = SystemRandomNumberGenerator()
        return try keys.create(request, by: "command", at: Fixture.instant, using: &generator)
    }

    @Test("A key tells who bears it, until it expires or is revoked")
    func life() throws {
        let (key, secret) = try create(
            KeyRequest(name: "Thư viện", role: .publisher, institution: "example", days: 10))
        let principal = try keys.principal(bearing: " \(secret.text)\n", at: Fixture.instant)
        #expect(principal == key.principal && principal.institution == "example")
        #expect(throws: AccessKeyError.self) {
            try keys.principal(bearing: secret.text, at: Fixture.instant.addingTimeInterval(10 * day))
        }
        #expect(try keys.revoke("Thư viện", by: "command", at: Fixture.instant))
        #expect(try !keys.revoke("Thư viện", by: "command", at: Fixture.instant))
        let revoked = #expect(throws: AccessKeyError.self) {
            try keys.principal(bearing: secret.text, at: Fixture.instant)
        }
        #expect(revoked?.message.vietnamese.contains("thu hồi") == true)
        #expect(throws: AccessKeyError.noSuchKey("none")) { try keys.revoke("none", by: "x", at: Fixture.instant) }
    }

    @Test("A thousand keys differ, and nothing in the file lets one be made again")
    func secrecy() throws {
        var generator = SystemRandomNumberGenerator()
        let secrets = Set((0..<1000).map { _ in KeySecret(using: &generator).text })
        #expect(secrets.count == 1000)
        #expect(secrets.allSatisfy { $0.hasPrefix("hlm_") && $0.utf8.count == 47 })
        let (_, secret) = try create(KeyRequest(name: "a", role: .curator))
        let dump = try store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM accessKey").map { "\($0)" }.joined()
                + Row.fetchAll(db, sql: "SELECT * FROM auditEntry").map { "\($0)" }.joined()
        }
        #expect(!dump.contains(secret.text.dropFirst(4)))
    }

    @Test(
        "What is no key of this catalogue is refused, however it looks",
        arguments: [
            "", "hlm_", "hlm_x", "x", "hlm_" + String(repeating: "a", count: 43),
            "hlm_" + String(repeating: "a", count: 42) + "'", "hlm_" + String(repeating: "é", count: 43),
            String(repeating: "hlm_", count: 100_000),
        ])
    func unknown(text: String) throws {
        _ = try create(KeyRequest(name: "a", role: .curator))
        #expect(throws: AccessKeyError.unknownSecret) { try keys.principal(bearing: text, at: Fixture.instant) }
    }

    @Test(
        "A request that will not do is told why, and makes no key",
        arguments: [
            (KeyRequest(name: "", role: .curator), "name"), (KeyRequest(name: "a\u{7}b", role: .curator), "name"),
            (KeyRequest(name: String(repeating: "x", count: 81), role: .curator), "name"),
            (KeyRequest(name: "a", role: .publisher), "institution"),
            (KeyRequest(name: "a", role: .publisher, institution: "nobody"), "institution"),
            (KeyRequest(name: "a", role: .publisher, institution: "example", territory: "example-city"), "takes"),
            (KeyRequest(name: "a", role: .official), "territory"),
            (KeyRequest(name: "a", role: .official, territory: "nowhere"), "territory"),
            (KeyRequest(name: "a", role: .official, institution: "example", territory: "example-city"), "takes"),
            (KeyRequest(name: "a", role: .curator, institution: "example"), "takes"),
            (KeyRequest(name: "a", role: .administrator, territory: "example-city"), "takes"),
            (KeyRequest(name: "a", role: .curator, days: 0), "days"),
            (KeyRequest(name: "a", role: .curator, days: 1096), "days"),
        ])
    func refused(request: KeyRequest, word: String) throws {
        let error = #expect(throws: AccessKeyError.self) { try create(request) }
        #expect(error?.message.english.contains(word) == true, "\(String(describing: error))")
        #expect(try keys.all().isEmpty)
    }

    @Test("A name is used once, even after revoking")
    func names() throws {
        _ = try create(KeyRequest(name: "Lan", role: .curator))
        try keys.revoke("Lan", by: "command", at: Fixture.instant)
        #expect(throws: AccessKeyError.nameTaken("Lan")) { try create(KeyRequest(name: " Lan ", role: .curator)) }
    }

    @Test("The last use is kept as a day, written once a day, and audited changes are chained")
    func lastUse() throws {
        let (_, secret) = try create(KeyRequest(name: "Lan", role: .curator))
        #expect(try keys.all().first?.lastUsedOn == nil)
        for hour in 0..<3 {
            _ = try keys.principal(
                bearing: secret.text, at: Fixture.instant.addingTimeInterval(Double(hour) * 60))
        }
        #expect(try keys.all().first?.lastUsedOn == "2023-11-14")
        _ = try keys.principal(bearing: secret.text, at: Fixture.instant.addingTimeInterval(day))
        #expect(try keys.all().first?.lastUsedOn == "2023-11-15")
        try keys.revoke("Lan", by: "key:Minh", at: Fixture.instant)
        let actions = try store.read { db in
            try AuditLog.entries(about: "key:Lan", limit: 10, in: db).map { "\($0.change.actor) \($0.change.action)" }
        }
        #expect(actions == ["key:Minh key.revoke", "command key.create"])
        #expect(try store.check().isWell)
    }
}
