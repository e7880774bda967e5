import CatalogueStore
import Foundation
import GRDB
import Testing
import Vocabularies

@Suite("The audit log")
struct AuditLogTests {
    private func filled() throws -> CatalogueStore {
        let store = try CatalogueStore()
        try store.write { db in
            for number in 1...20 {
                try AuditLog.append(
                    AuditChange(
                        actor: "key:thư viện", action: "resource.change", subject: "resource:a:\(number % 3)",
                        before: number.isMultiple(of: 2) ? "{\"n\":\(number)}" : nil, after: "{}"),
                    at: Date(timeIntervalSince1970: Double(number)), in: db)
            }
        }
        return store
    }

    private func isWell(_ store: CatalogueStore) throws -> Bool {
        let finding = try store.check().findings.first { $0.name.english == "Audit log" }
        return try #require(finding).problem == nil
    }

    @Test("keeps entries in order, newest first, by subject and page by page")
    func reading() throws {
        let store = try filled()
        try store.read { db in
            let all = try AuditLog.entries(limit: 100, in: db)
            #expect(all.map(\.sequence) == (1...20).reversed())
            #expect(
                try AuditLog.entries(about: "resource:a:0", limit: 100, in: db).map(\.sequence) == [
                    18, 15, 12, 9, 6, 3,
                ])
            #expect(try AuditLog.entries(before: 4, limit: 2, in: db).map(\.sequence) == [3, 2])
            #expect(all.last?.change.before == nil)
        }
        #expect(try isWell(store))
    }

    @Test(
        "is append-only",
        arguments: ["UPDATE auditEntry SET actor = 'x'", "DELETE FROM auditEntry WHERE sequence = 20"])
    func appendOnly(statement: String) throws {
        let store = try filled()
        #expect(throws: (any Error).self) { try store.write { db in try db.execute(sql: statement) } }
    }

    @Test(
        "is found altered where anybody changes, removes or moves a row behind the program's back",
        arguments: [
            "UPDATE auditEntry SET actor = 'key:khác' WHERE sequence = 7",
            "UPDATE auditEntry SET at = at + 1 WHERE sequence = 1",
            "UPDATE auditEntry SET before = '' WHERE sequence = 5",
            "UPDATE auditEntry SET before = NULL, after = '{\"n\":8}{}' WHERE sequence = 8",
            "DELETE FROM auditEntry WHERE sequence = 3",
            "DELETE FROM auditEntry WHERE sequence > 17",
            "DELETE FROM auditEntry",
        ])
    func tampering(statement: String) throws {
        let store = try filled()
        try store.write { db in
            try db.execute(sql: "DROP TRIGGER auditEntryStands; DROP TRIGGER auditEntryStays; " + statement)
        }
        #expect(try !isWell(store))
    }
}
