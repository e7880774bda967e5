import CatalogueModel
import GRDB
import Normalisation

/// Groups resources into clusters anew wherever pairs or decisions have changed.
struct DuplicateRegrouping {
    let tables: DuplicateTables
    let traits: TraitsCache
    /// Seconds since 1970.
    let instant: Int64
    private var db: Database { tables.db }

    /// For each resource that was in a cluster, its members and when it was formed.
    typealias Formed = [Int64: (members: [Int64], formedAt: Int64)]

    func formedClusters() throws -> Formed {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT cluster, formedAt, resource FROM duplicateCluster JOIN duplicateMember USING (cluster)
                ORDER BY resource
                """)
        var formed: Formed = [:]
        for (_, members) in Dictionary(grouping: rows, by: { $0[0] as Int64 }) {
            let resources = members.map { $0[2] as Int64 }
            for resource in resources { formed[resource] = (resources, members[0][1]) }
        }
        return formed
    }

    /// Looks again at the clusters of `concerned` and of everything connected with them.
    ///
    /// - Parameter formed: clusters that were taken apart before.
    func regroup(_ concerned: Set<Int64>, formed before: Formed = [:]) throws {
        let decisions = try HeldDecisions(in: db)
        var seen: Set<Int64> = []
        var formed = before
        try dissolve(concerned, into: &formed)
        for resource in concerned.union(formed.keys).sorted() where !seen.contains(resource) {
            let component = try component(of: resource, decisions)
            seen.formUnion(component)
            try dissolve(component, into: &formed)
            if component.count > 1 { try group(component, decisions, formed: formed) }
        }
    }

    /// Takes apart the clusters of `concerned`.
    private func dissolve(_ concerned: Set<Int64>, into formed: inout Formed) throws {
        let find = try db.cachedStatement(
            sql:
                "SELECT cluster, formedAt FROM duplicateMember JOIN duplicateCluster USING (cluster) WHERE resource = ?"
        )
        let findMembers = try db.cachedStatement(
            sql: "SELECT resource FROM duplicateMember WHERE cluster = ? ORDER BY resource")
        for resource in concerned {
            guard let row = try Row.fetchOne(find, arguments: [resource]) else { continue }
            let (cluster, formedAt): (Int64, Int64) = (row[0], row[1])
            let members = try Int64.fetchAll(findMembers, arguments: [cluster])
            for member in members { formed[member] = (members, formedAt) }
            try delete(cluster)
        }
    }

    private func delete(_ cluster: Int64) throws {
        try db.cachedStatement(sql: "DELETE FROM duplicateMember WHERE cluster = ?").execute(arguments: [cluster])
        try db.cachedStatement(sql: "DELETE FROM duplicateCluster WHERE cluster = ?").execute(arguments: [cluster])
    }

    /// Everything connected with a resource by likely pairs and by what people joined.
    private func component(of resource: Int64, _ decisions: HeldDecisions) throws -> Set<Int64> {
        var found: Set<Int64> = [resource]
        var waiting = [resource]
        while let next = waiting.popLast() {
            let neighbours =
                try tables.neighbours(of: next, probability: DuplicateScore.threshold) + (decisions.same[next] ?? [])
            for neighbour in neighbours where found.insert(neighbour).inserted { waiting.append(neighbour) }
        }
        return found
    }

    private func group(
        _ component: Set<Int64>, _ decisions: HeldDecisions,
        formed: Formed
    ) throws {
        let members = try inOrderOfIdentifiers(component)
        var numbers: [Int64: Int] = [:]
        for (number, member) in members.enumerated() { numbers[member] = number }
        var pairs: [DuplicateClustering.Pair] = []
        for member in members {
            for pair in try tables.pairs(first: member, probability: DuplicateScore.threshold) {
                guard let first = numbers[member], let second = numbers[pair.second] else { continue }
                pairs.append(DuplicateClustering.Pair(first, second, probability: pair.probability))
            }
        }
        func decided(_ table: [Int64: [Int64]]) -> [(Int, Int)] {
            members.flatMap { member in
                (table[member] ?? []).compactMap { other in
                    guard let first = numbers[member], let second = numbers[other], first < second else { return nil }
                    return (first, second)
                }
            }
        }
        var failure: (any Error)?
        let clusters = DuplicateClustering.clusters(
            count: members.count, pairs: pairs, same: decided(decisions.same), different: decided(decisions.different)
        ) { first, second in
            do {
                return try traits.probability(members[first], members[second])
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        for cluster in clusters { try write(cluster, members, formed: formed) }
    }

    private func inOrderOfIdentifiers(_ component: Set<Int64>) throws -> [Int64] {
        let find = try db.cachedStatement(sql: "SELECT id FROM learningResource WHERE rowID = ?")
        return try component.compactMap { resource in
            try String.fetchOne(find, arguments: [resource]).map { (id: $0, resource: resource) }
        }.sorted { $0.id < $1.id }.map(\.resource)
    }

    private func write(
        _ cluster: DuplicateClustering.Cluster, _ members: [Int64],
        formed: Formed
    ) throws {
        let rows = cluster.members.map { members[$0] }
        let before = formed[rows[0]]
        let formedAt = before?.members == rows.sorted() ? before?.formedAt ?? instant : instant
        try db.cachedStatement(sql: "INSERT INTO duplicateCluster VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [
                rows[0], cluster.confidence, cluster.isByPerson ? "person" : "rule", rows.count, formedAt,
            ])
        let insert = try db.cachedStatement(sql: "INSERT INTO duplicateMember VALUES (?, ?)")
        for row in rows { try insert.execute(arguments: [row, rows[0]]) }
    }
}
