package import CatalogueModel
package import CatalogueStore
package import Foundation
import GRDB

/// A resource with what the catalogue knows about its record.
package struct CatalogueEntry: Sendable {
    package let resource: LearningResource
    /// From 1; grows by one with every change.
    package let version: Int
    package let createdAt: Date
    package let changedAt: Date
    /// Where the standing version was read from.
    package let location: SourceLocation
    /// When and why it was taken out; nil for what the catalogue offers.
    package let withdrawal: (at: Date, reason: WithdrawalReason, note: String?)?

    /// The resources of `rowIDs` in their order; rows that are gone are left out.
    static func resources(_ rowIDs: [Int64], in db: Database) throws -> [(Int64, LearningResource)] {
        let find = try db.cachedStatement(sql: "SELECT record FROM learningResource WHERE rowID = ?")
        let decoder = JSONDecoder()
        return try rowIDs.compactMap { rowID in
            guard let record = try String.fetchOne(find, arguments: [rowID]) else { return nil }
            return (rowID, try decoder.decode(LearningResource.self, from: Data(record.utf8)))
        }
    }

    static func fetch(_ id: ResourceID, in db: Database) throws -> Self? {
        let find = try db.cachedStatement(
            sql: """
                SELECT r.record, r.version, r.createdAt, r.changedAt, f.path, r.sourceLine, r.withdrawnAt, r.withdrawnWhy,
                    r.withdrawnNote
                FROM learningResource r JOIN sourceFile f USING (sourceFile) WHERE r.id = ?
                """)
        guard let row = try Row.fetchOne(find, arguments: [id.rawValue]) else { return nil }
        return Self(
            resource: try JSONDecoder().decode(LearningResource.self, from: Data((row[0] as String).utf8)),
            version: row[1], createdAt: Date(timeIntervalSince1970: row[2]),
            changedAt: Date(timeIntervalSince1970: row[3]), location: SourceLocation(file: row[4], line: row[5]),
            withdrawal: (row[6] as TimeInterval?).map {
                (Date(timeIntervalSince1970: $0), WithdrawalReason(rawValue: row[7] ?? "") ?? .byHand, row[8])
            })
    }
}
