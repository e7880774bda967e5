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

// MARK: Parts

extension DepositDesk {
    /// The deposit with its content, where it is the person's and in the state the change is meant for; a resource of a
    /// source becomes a deposit first. Nil where there is nothing under the identifier.
    mutating func own(
        _ id: ResourceID, if condition: DepositCondition, takesOver: Bool
    ) throws -> (Deposit, LearningResource)? {
        if let deposit = try DepositTable.deposit(id.rawValue, in: db) {
            guard principal.mayPublish(for: deposit.institution) else { throw DepositError.foreign(id.rawValue) }
            let catalogued = try DepositTable.catalogued(id.rawValue, in: db)
            let publicVersion = deposit.publicVersion == deposit.version ? catalogued?.version : nil
            try check(condition, id, tag: deposit.tag, revision: deposit.revision, publicVersion: publicVersion)
            guard let version = try DepositTable.version(deposit.version, of: id, in: db) else { return nil }
            return (deposit, version.resource)
        }
        guard let catalogued = try DepositTable.catalogued(id.rawValue, in: db) else { return nil }
        let institution = catalogued.resource.publisher.id
        guard principal.mayPublish(for: institution) else { throw DepositError.foreign(id.rawValue) }
        guard takesOver else { throw DepositError.harvested(id.rawValue) }
        try check(
            condition, id, tag: "\"\(catalogued.version)\"", revision: nil, publicVersion: catalogued.version)
        return try takeOver(catalogued.resource, since: catalogued.changedAt, isWithdrawn: catalogued.isWithdrawn)
    }

    private func check(
        _ condition: DepositCondition, _ id: ResourceID, tag: String, revision: Int?, publicVersion: Int?
    ) throws {
        guard condition != .missing else { throw DepositError.tagNeeded(id.rawValue, tag: tag) }
        guard condition.holds(revision: revision, publicVersion: publicVersion) else {
            throw DepositError.stale(id.rawValue, tag: tag)
        }
    }

    private func takeOver(
        _ resource: LearningResource, since: Date, isWithdrawn: Bool
    ) throws -> (Deposit, LearningResource) {
        let deposit = Deposit(
            id: resource.id, institution: resource.publisher.id, state: isWithdrawn ? .withdrawn : .published,
            revision: 1, version: 1, publicVersion: isWithdrawn ? nil : 1, title: resource.title, url: resource.url,
            submittedAt: since,
            submittedBy: "catalogue", changedAt: instant, reviewer: nil, note: nil)
        try DepositTable.insert(deposit, in: db)
        try DepositTable.insert(
            DepositVersion(
                number: 1, resource: resource, createdAt: since, createdBy: "catalogue", origin: .catalogue,
                publishedAt: since), in: db)
        try edit.detachFromSources(resource.id, in: db)
        try audit("resource.takeOver", from: nil, to: (deposit, resource))
        return (deposit, resource)
    }

    /// Writes a version and, where the person or the institution is trusted with it, publishes it.
    private mutating func put(
        _ resource: LearningResource, over standing: (Deposit, LearningResource)?, _ origin: DepositVersion.Origin
    ) throws -> Deposit {
        let institution = resource.publisher.id
        let isPublished = try principal.mayCurate || TrustedInstitutions.contains(institution, in: db)
        let number = try (standing == nil ? 0 : lastVersion(of: resource.id)) + 1
        let deposit = Deposit(
            id: resource.id, institution: institution, state: isPublished ? .published : .submitted,
            revision: (standing?.0.revision ?? 0) + 1, version: number,
            publicVersion: isPublished ? number : standing?.0.publicVersion, title: resource.title,
            url: resource.url, submittedAt: instant, submittedBy: principal.actor, changedAt: instant, reviewer: nil,
            note: nil)
        try DepositTable.insert(deposit, in: db)
        try DepositTable.insert(
            DepositVersion(
                number: number, resource: resource, createdAt: instant, createdBy: principal.actor, origin: origin,
                publishedAt: nil), in: db)
        if isPublished { try publish(number, resource) }
        let action =
            standing == nil ? "resource.deposit" : origin == .restored ? "resource.restore" : "resource.change"
        try audit(action, from: standing, to: (deposit, resource))
        return deposit
    }

    /// Offers a version to learners.
    mutating func publish(_ number: Int, _ resource: LearningResource) throws {
        try edit.save(resource, in: db)
        try DepositTable.markPublished(number, of: resource.id, at: instant, in: db)
    }

    /// Changes what stands in the deposit's own row, and audits it.
    func change(
        _ deposit: Deposit, _ resource: LearningResource, _ action: String, _ body: (inout DepositChange) -> Void
    ) throws -> Deposit {
        var draft = DepositChange(deposit)
        body(&draft)
        let changed = draft.deposit(from: deposit, at: instant)
        try DepositTable.insert(changed, in: db)
        try audit(action, from: (deposit, resource), to: (changed, resource))
        return changed
    }

    private func audit(
        _ action: String, from before: (Deposit, LearningResource)?, to after: (Deposit, LearningResource)
    ) throws {
        let sides = try DepositAudit.sides(from: before, to: after)
        try AuditLog.append(
            AuditChange(
                actor: principal.actor, action: action, subject: "resource:\(after.0.id)", before: sides.before,
                after: sides.after), at: instant, in: db)
    }

    private func lastVersion(of id: ResourceID) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT max(version) FROM depositVersion WHERE resource = ?"),
            arguments: [id.rawValue]) ?? 0
    }

    private func isTaken(_ id: String) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM deposit WHERE resource = ?1)
                        OR EXISTS (SELECT 1 FROM learningResource WHERE id = ?1)
                    """), arguments: [id]) ?? false
    }

    private func owner(of id: String) throws -> String? {
        if let deposit = try DepositTable.deposit(id, in: db) { return deposit.institution }
        return try DepositTable.catalogued(id, in: db)?.resource.publisher.id
    }

    private func prefix(of id: String) -> String { id.split(separator: ":").first.map(String.init) ?? "" }
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
