import CatalogueModel
import CatalogueStore
import GRDB
import Vocabularies

/// Every cluster and pair of a catalogue, by identifiers, so that catalogues can be compared whatever their rows are.
struct ClusterState: Hashable {
    /// `members, confidence, who decided`, in order.
    let clusters: [String]
    let pairs: [String]

    init(of store: CatalogueStore) throws {
        (clusters, pairs) = try store.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT cluster, id, round(confidence, 6) || ' ' || decidedBy || ' ' || members
                    FROM duplicateCluster JOIN duplicateMember USING (cluster) JOIN learningResource ON rowID = resource
                    ORDER BY id
                    """)
            let clusters = Dictionary(grouping: rows) { $0[0] as Int64 }.values.map { members in
                members.map { $0[1] as String }.joined(separator: " ") + ": " + (members[0][2] as String)
            }.sorted()
            let pairs = try String.fetchAll(
                db,
                sql: """
                    SELECT min(a.id, b.id) || ' ' || max(a.id, b.id) || ' ' || round(probability, 6)
                    FROM duplicatePair p JOIN learningResource a ON a.rowID = p.first
                    JOIN learningResource b ON b.rowID = p.second ORDER BY 1
                    """)
            return (clusters, pairs)
        }
    }
}

extension CatalogueStore {
    /// Members of the cluster of a resource, itself among them; empty where it is alone.
    func clusterMembers(_ id: String) throws -> Set<String> {
        guard let id = ResourceID(id) else { return [] }
        return try read { db in
            let cluster = try DuplicateReading(db, licences: LicenceRegister(licences: [])).cluster(of: id)
            return Set(cluster?.members.map(\.id.rawValue) ?? [])
        }
    }
}
