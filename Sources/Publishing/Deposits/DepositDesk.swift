package import CatalogueModel
package import CatalogueStore
package import Foundation
import GRDB
import Normalisation

/// Takes deposits, changes and withdrawals inside one transaction, in the name of one person; each is audited.
package struct DepositDesk {
    let db: Database
    var edit: CatalogueEdit
    let principal: Principal
    var instant: Date { edit.instant }

    /// What sending a record did.
    package enum Outcome: Sendable {
        case created(Deposit)
        case changed(Deposit)
        case unchanged(Deposit)

        package var deposit: Deposit {
            switch self {
            case .created(let deposit), .changed(let deposit), .unchanged(let deposit): deposit
            }
        }
    }

    /// Vocabularies and registers as they stand.
    package var reference: ReferenceData { edit.reference }

    /// Takes a new resource.
    ///
    /// - Parameters:
    ///   - needsIdentifier: gives it a free identifier of its institution, whatever it has.
    /// - Throws: `DepositError` where the identifier is taken or another institution's.
    package mutating func create(
        _ resource: LearningResource, needsIdentifier: Bool, from origin: DepositVersion.Origin
    ) throws -> Outcome {
        var resource = resource
        let institution = resource.publisher.id
        guard principal.mayPublish(for: institution) else { throw DepositError.foreign(resource.id.rawValue) }
        if needsIdentifier {
            guard
                let free = try DepositIdentifier.free(
                    for: resource.title, of: institution, isTaken: { try isTaken($0) })
            else { throw DepositError.exists(resource.id.rawValue) }
            resource = resource.identified(as: free)
        }
        let id = resource.id.rawValue
        if try isTaken(id) {
            guard try owner(of: id).map({ principal.mayPublish(for: $0) }) ?? true else {
                throw DepositError.foreign(id)
            }
            throw DepositError.exists(id)
        }
        // An identifier in another institution's name would keep that institution from using it.
        guard id.hasPrefix(institution + ":") || reference.registers.institution(prefix(of: id)) == nil else {
            throw DepositError.foreign(id)
        }
        return .created(try put(resource, over: nil, origin))
    }

    /// Puts `resource` in the place of what stands under its identifier.
    ///
    /// - Parameters:
    ///   - takesOver: whether a resource of a source may be taken into the institution's own hands.
    /// - Throws: `DepositError`.
    package mutating func replace(
        with resource: LearningResource, if condition: DepositCondition, takesOver: Bool = false,
        from origin: DepositVersion.Origin
    ) throws -> Outcome {
        let id = resource.id
        guard let (deposit, standing) = try own(id, if: condition, takesOver: takesOver) else {
            throw DepositError.unknown(id.rawValue)
        }
        guard resource.publisher.id == deposit.institution else { throw DepositError.foreign(id.rawValue) }
        if deposit.state == .withdrawn { throw DepositError.withdrawn(id.rawValue) }
        if standing == resource, deposit.state != .returned { return .unchanged(deposit) }
        return .changed(try put(resource, over: (deposit, standing), origin))
    }

    /// Takes a resource out, with the reason readers are told.
    package mutating func withdraw(
        _ id: ResourceID, because reason: String, if condition: DepositCondition, takesOver: Bool = false
    ) throws -> Deposit {
        let note = try Self.checked(reason)
        guard let (deposit, resource) = try own(id, if: condition, takesOver: takesOver) else {
            throw DepositError.unknown(id.rawValue)
        }
        guard deposit.state != .withdrawn else { throw DepositError.wrongState(id.rawValue, .withdrawn) }
        let isOwn = principal.institution == deposit.institution
        _ = try edit.withdraw(id, because: isOwn ? .byPublisher : .byHand, note: note, in: db)
        return try change(deposit, resource, "resource.withdraw") { deposit in
            deposit.state = .withdrawn
            deposit.publicVersion = nil
            deposit.reviewer = nil
            deposit.note = note
        }
    }

    /// Makes an earlier version, or a withdrawn resource, stand again, as a new version.
    package mutating func restore(
        _ id: ResourceID, version number: Int, if condition: DepositCondition
    ) throws -> Deposit {
        guard let (deposit, standing) = try own(id, if: condition, takesOver: false) else {
            throw DepositError.unknown(id.rawValue)
        }
        guard let version = try DepositTable.version(number, of: id, in: db) else {
            throw DepositError.noSuchVersion(id.rawValue, number)
        }
        return try put(version.resource, over: (deposit, standing), .restored)
    }

    /// Takes a resource that comes from a source into its institution's own hands, as it stands.
    package mutating func takeOver(_ id: ResourceID, if condition: DepositCondition) throws -> Deposit {
        guard let (deposit, _) = try own(id, if: condition, takesOver: true) else {
            throw DepositError.unknown(id.rawValue)
        }
        return deposit
    }

    /// Throws where nobody could act on a reason such as this.
    static func checked(_ reason: String) throws -> String {
        let text = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw DepositError.reasonNeeded }
        guard text.count <= DepositError.longestNote else { throw DepositError.noteTooLong }
        return text
    }
}

extension CatalogueStore {
    /// Runs `body` at the desk, in one transaction.
    ///
    /// - Parameter isDryRun: does everything and takes it all back.
    /// - Throws: `CatalogueStoreError`, and what `body` throws: nothing is changed then.
    package func deposits<Value>(
        by principal: Principal, at instant: Date, isDryRun: Bool = false,
        _ body: (inout DepositDesk) throws -> Value
    ) throws -> Value {
        try edit("deposit (\(principal.name))", at: instant, isDryRun: isDryRun) { edit, db in
            var desk = DepositDesk(db: db, edit: edit, principal: principal)
            defer { edit = desk.edit }
            return try body(&desk)
        }
    }
}
