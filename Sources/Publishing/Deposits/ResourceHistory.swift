package import CatalogueModel
import CatalogueStore
import Foundation
package import GRDB

/// The versions of any resource: deposited or harvested.
package enum ResourceHistory {
    /// All versions, newest first; empty where there is no such resource.
    ///
    /// - Parameter includesUnpublished: whether those that learners never saw are told, too.
    package static func versions(
        of id: ResourceID, includesUnpublished: Bool, in db: Database
    ) throws -> [DepositVersion] {
        let deposited = try DepositTable.versions(of: id, in: db)
        guard deposited.isEmpty else { return deposited.filter { includesUnpublished || $0.publishedAt != nil } }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT r.version, r.record, r.changedAt, i.source FROM learningResource r JOIN ingestRun i USING (run)
                WHERE r.id = ?1
                UNION ALL
                SELECT v.version, v.record, v.changedAt, i.source FROM learningResourceVersion v
                JOIN ingestRun i USING (run) JOIN learningResource r ON r.rowID = v.resource WHERE r.id = ?1
                ORDER BY 1 DESC
                """, arguments: [id.rawValue])
        return try rows.map { row in
            let at = Date(timeIntervalSince1970: row[2])
            return DepositVersion(
                number: row[0], resource: try JSONText.value(LearningResource.self, of: row[1]), createdAt: at,
                createdBy: row[3], origin: .catalogue, publishedAt: at)
        }
    }
}
