import CatalogueModel
import GRDB
import Normalisation

/// Finds the resource an address means, and the addresses that mean a resource.
enum RelationEnds {
    /// One spelling of what a relation leads to: the key of its row.
    static func key(of target: RelationTarget) -> String {
        switch target {
        case .resource(let id): id.rawValue
        case .address(let address): CanonicalURL(address)?.rawValue ?? address
        }
    }

    /// The keys under which others may have stated a resource.
    static func keys(of resource: LearningResource) -> [String] {
        let addresses = [resource.url] + resource.identifiers.filter { $0.hasPrefix("doi:") || $0.hasPrefix("hdl:") }
        return [resource.id.rawValue] + addresses.compactMap { CanonicalURL($0)?.rawValue }
    }

    /// The resource a target is: of several with one address the first by identifier.
    ///
    /// - Parameter subject: is not found: no resource is its own part.
    static func resource(
        for target: RelationTarget, of subject: ResourceID, in db: Database
    ) throws -> ResourceID? {
        switch target {
        case .resource(let id):
            let find = try db.cachedStatement(sql: "SELECT 1 FROM learningResource WHERE id = ?")
            return try Int.fetchOne(find, arguments: [id.rawValue]) == nil ? nil : id
        case .address(let address):
            let find = try db.cachedStatement(
                sql: """
                    SELECT id FROM learningResource WHERE record ->> '$.url' = ? AND withdrawnAt IS NULL AND id <> ?
                    ORDER BY id LIMIT 1
                    """)
            for spelling in spellings(of: address) {
                if let id = try String.fetchOne(find, arguments: [spelling, subject.rawValue]) {
                    return ResourceID(id)
                }
            }
            return nil
        }
    }

    /// The address as stated, then the forms in which records mostly write the same page.
    private static func spellings(of address: String) -> [String] {
        guard let canonical = CanonicalURL(address)?.rawValue, canonical.hasPrefix("https://") else { return [address] }
        let rest = canonical.dropFirst("https://".count)
        let hosts = rest.hasPrefix("www.") ? [String(rest)] : [String(rest), "www." + rest]
        let endings = rest.contains("?") || rest.contains("#") ? [""] : ["", "/"]
        var spellings = [address]
        for scheme in ["https://", "http://"] {
            for host in hosts { spellings += endings.map { scheme + host + $0 } }
        }
        return spellings
    }
}
