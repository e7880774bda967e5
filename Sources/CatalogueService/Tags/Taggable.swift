import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Publishing

/// What somebody may tag or suggest tags for: an offered resource, or a deposit of theirs that waits to be one.
struct Taggable: Sendable {
    let resource: LearningResource
    /// Whether readers do not see it yet.
    let isWaiting: Bool

    /// - Throws: `Problem`, 404 and 410, for whom neither is there.
    init(_ id: ResourceID, for principal: Principal?, _ searcher: Searcher) throws {
        if let principal, let waiting = try Self.waiting(id, for: principal, searcher) {
            self.resource = waiting
            isWaiting = true
        } else {
            resource = try searcher.offered(id).resource
            isWaiting = false
        }
    }

    private static func waiting(
        _ id: ResourceID, for principal: Principal, _ searcher: Searcher
    ) throws -> LearningResource? {
        if let entry = try searcher.resource(id), entry.withdrawal == nil { return nil }
        return try searcher.store.read { db in
            guard let deposit = try DepositTable.deposit(id.rawValue, in: db), deposit.state != .withdrawn,
                principal.mayPublish(for: deposit.institution),
                let version = try DepositTable.version(deposit.version, of: id, in: db)
            else { return nil }
            return try AssignedTags.applied(to: version.resource, in: db)
        }
    }
}
