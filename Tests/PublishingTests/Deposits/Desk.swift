import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Vocabularies

/// A catalogue with the made-up reference and somebody of each role, for tests of deposits.
struct Desk {
    let store: CatalogueStore
    let publisher = Principal(keyID: "k1", name: "Thư viện", role: .publisher, institution: "example")
    let stranger = Principal(keyID: "k2", name: "Trường khác", role: .publisher, institution: "other")
    let curator = Principal(keyID: "k3", name: "Lan", role: .curator)

    init(_ resources: [LearningResource] = [], isTrusted: Bool = false) throws {
        store = try CatalogueStore()
        var institutions = Fixture.reference.registers.institutions.values.flatMap { $0 }
        institutions.append(Institution(id: "other", name: "Trường Khác", type: "university"))
        try store.replaceReferenceData(
            with: ReferenceData(
                vocabularies: Fixture.reference.vocabularies,
                registers: Registers(
                    institutions: institutions,
                    territories: Fixture.reference.registers.territories.values.flatMap { $0 })))
        try store.add(resources)
        if isTrusted { try store.trust("example", true, by: "command", at: Fixture.instant) }
    }

    /// Runs `body` at the desk in the name of `principal`.
    @discardableResult
    func work<Value>(
        _ principal: Principal, isDryRun: Bool = false, after seconds: TimeInterval = 0,
        _ body: (inout DepositDesk) throws -> Value
    ) throws -> Value {
        try store.deposits(
            by: principal, at: Fixture.instant.addingTimeInterval(seconds), isDryRun: isDryRun, body)
    }

    @discardableResult
    func create(
        _ id: String = "example:1", title: String = "Trồng lúa", by principal: Principal? = nil,
        _ change: (inout LearningResource) -> Void = { _ in }
    ) throws -> Deposit {
        try work(principal ?? publisher) { desk in
            try desk.create(Fixture.resource(id, title: title, change), needsIdentifier: false, from: .api).deposit
        }
    }

    func deposit(_ id: String = "example:1") throws -> Deposit? {
        try store.read { db in try DepositTable.deposit(id, in: db) }
    }

    /// What stands in the deposit, published or not.
    func content(_ id: String = "example:1") throws -> LearningResource? {
        try store.read { db in
            guard let deposit = try DepositTable.deposit(id, in: db) else { return nil }
            return try DepositTable.version(deposit.version, of: deposit.id, in: db)?.resource
        }
    }

    func actions(_ id: String = "example:1") throws -> [String] {
        try store.read { db in
            try AuditLog.entries(about: "resource:\(id)", limit: 1000, in: db).reversed().map(\.change.action)
        }
    }
}

extension ResourceID {
    static func of(_ text: String) -> ResourceID {
        guard let id = ResourceID(text) else { preconditionFailure("“\(text)” is no identifier") }
        return id
    }
}
