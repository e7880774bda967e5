import CatalogueModel
import CatalogueStore
import Foundation
import GRDB

/// What the desk does with its tables.
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
    mutating func put(
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

    func isTaken(_ id: String) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM deposit WHERE resource = ?1)
                        OR EXISTS (SELECT 1 FROM learningResource WHERE id = ?1)
                    """), arguments: [id]) ?? false
    }

    func owner(of id: String) throws -> String? {
        if let deposit = try DepositTable.deposit(id, in: db) { return deposit.institution }
        return try DepositTable.catalogued(id, in: db)?.resource.publisher.id
    }

    func prefix(of id: String) -> String { id.split(separator: ":").first.map(String.init) ?? "" }
}
