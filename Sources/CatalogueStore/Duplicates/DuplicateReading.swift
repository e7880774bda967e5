package import CatalogueModel
import Foundation
package import GRDB
import Normalisation
package import Vocabularies

/// Reads clusters and doubtful pairs for people.
package struct DuplicateReading {
    private let db: Database
    private let order: RepresentativeOrder
    private let coding = RecordCoding()

    package init(_ db: Database, licences: LicenceRegister) {
        self.db = db
        order = RepresentativeOrder { resource in
            resource.licence.flatMap { licences.licence(named: $0)?.openness } ?? .unknown
        }
    }

    /// Clusters, and records in them.
    package func clusterCount() throws -> (clusters: Int, members: Int) {
        let row = try Row.fetchOne(db, sql: "SELECT count(*), coalesce(sum(members), 0) FROM duplicateCluster")
        return (row?[0] ?? 0, row?[1] ?? 0)
    }

    /// Clusters less sure than `limit`, the least sure first.
    package func clusters(below limit: Double, most: Int) throws -> [DuplicateCluster] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT cluster FROM duplicateCluster JOIN learningResource ON rowID = cluster
                WHERE confidence < ? ORDER BY confidence, id LIMIT ?
                """, arguments: [limit, most]
        ).compactMap { try cluster($0) }
    }

    /// The cluster of a resource; nil where it is alone.
    package func cluster(of id: ResourceID) throws -> DuplicateCluster? {
        let find = try db.cachedStatement(
            sql: "SELECT cluster FROM duplicateMember JOIN learningResource ON rowID = resource WHERE id = ?")
        return try Int64.fetchOne(find, arguments: [id.rawValue]).flatMap { try cluster($0) }
    }

    /// Doubtful pairs nobody has decided on, the likeliest first.
    package func doubtfulPairs(most: Int) throws -> [DuplicatePair] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT a.record, b.record FROM duplicatePair p
                JOIN learningResource a ON a.rowID = p.first JOIN learningResource b ON b.rowID = p.second
                LEFT JOIN duplicateMember m ON m.resource = p.first LEFT JOIN duplicateMember n ON n.resource = p.second
                WHERE a.withdrawnAt IS NULL AND b.withdrawnAt IS NULL
                    AND (m.cluster IS NULL OR m.cluster IS NOT n.cluster) AND NOT EXISTS (
                    SELECT 1 FROM duplicateDecision d
                    WHERE d.first = min(a.id, b.id) AND d.second = max(a.id, b.id) AND d.withdrawnAt IS NULL)
                ORDER BY p.probability DESC, min(a.id, b.id), max(a.id, b.id) LIMIT ?
                """, arguments: [most]
        ).map { row in
            let both = [try coding.decode(row[0]), try coding.decode(row[1])].sorted { $0.id < $1.id }
            return DuplicatePair(first: both[0], second: both[1], score: Self.score(both[0], both[1]))
        }
    }

    /// How likely two resources are one by the rules; nil where one of them is not in the catalogue.
    package func pair(_ a: ResourceID, _ b: ResourceID) throws -> DuplicatePair? {
        guard let first = try resource(min(a, b)), let second = try resource(max(a, b)) else { return nil }
        return DuplicatePair(first: first, second: second, score: Self.score(first, second))
    }

    /// A resource with all who provide it; nil where the catalogue has none of that identifier.
    package func merged(_ id: ResourceID) throws -> MergedResource? {
        guard let own = try resource(id) else { return nil }
        guard let row = try clusterRow(of: id) else { return MergedResource(own, members: [own], confidence: 1) }
        return MergedResource(own, members: order.sorted(try members(row.cluster)), confidence: row.confidence)
    }

    private func clusterRow(of id: ResourceID) throws -> (cluster: Int64, confidence: Double)? {
        let find = try db.cachedStatement(
            sql: """
                SELECT cluster, confidence FROM duplicateMember m JOIN duplicateCluster USING (cluster)
                JOIN learningResource r ON r.rowID = m.resource WHERE r.id = ?
                """)
        return try Row.fetchOne(find, arguments: [id.rawValue]).map { ($0[0], $0[1]) }
    }

    private func resource(_ id: ResourceID) throws -> LearningResource? {
        let find = try db.cachedStatement(
            sql: "SELECT record FROM learningResource WHERE id = ? AND withdrawnAt IS NULL")
        return try String.fetchOne(find, arguments: [id.rawValue]).map { try coding.decode($0) }
    }

    private func members(_ cluster: Int64) throws -> [LearningResource] {
        let find = try db.cachedStatement(
            sql: """
                SELECT record FROM duplicateMember m JOIN learningResource r ON r.rowID = m.resource
                WHERE cluster = ? AND r.withdrawnAt IS NULL ORDER BY r.id
                """)
        return try String.fetchAll(find, arguments: [cluster]).map { try coding.decode($0) }
    }

    private func cluster(_ row: Int64) throws -> DuplicateCluster? {
        let members = try members(row)
        let facts = try Row.fetchOne(
            db, sql: "SELECT confidence, decidedBy, formedAt FROM duplicateCluster WHERE cluster = ?", arguments: [row])
        guard let facts, let id = members.first?.id, members.count > 1 else { return nil }
        return DuplicateCluster(
            id: id, members: order.sorted(members), confidence: facts[0], isByPerson: facts[1] == "person",
            formedAt: Date(timeIntervalSince1970: facts[2]), joins: try joins(of: members))
    }

    private func joins(of members: [LearningResource]) throws -> [DuplicateCluster.Join] {
        let find = try db.cachedStatement(
            sql: """
                SELECT \(DuplicateDecision.columns) FROM duplicateDecision
                WHERE first = ? AND second = ? AND withdrawnAt IS NULL
                """)
        var joins: [DuplicateCluster.Join] = []
        for (index, first) in members.enumerated() {
            for second in members.dropFirst(index + 1) {
                let decision = try Row.fetchOne(find, arguments: [first.id.rawValue, second.id.rawValue])
                    .flatMap { DuplicateDecision($0) }
                let score = Self.score(first, second)
                guard score.isSame || decision?.verdict == .same else { continue }
                joins.append(.init(first: first.id, second: second.id, score: score, decision: decision))
            }
        }
        return joins.sorted { $0.score.probability < $1.score.probability }
    }

    private static func score(_ a: LearningResource, _ b: LearningResource) -> DuplicateScore {
        DuplicateScorer.score(DuplicateTraits(a), DuplicateTraits(b))
    }
}
