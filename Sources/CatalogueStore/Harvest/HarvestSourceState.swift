package import CatalogueModel
package import Foundation
import GRDB

/// A source with how it stands.
package struct HarvestSourceState: Sendable {
    package let source: HarvestSource
    /// How far the last harvest came, in the protocol's own terms; nil before the first.
    package let checkpoint: String?
    /// Harvests that failed, in a row.
    package let failures: Int
    /// When the scheduler takes it up next.
    package let nextRunAt: Date
    /// Who harvests it, and until when that holds without being renewed.
    package let lease: (holder: String, until: Date)?

    /// Whether somebody harvests it now.
    package func isHarvested(at instant: Date) -> Bool {
        lease.map { $0.until > instant && !LeaseHolder.isGone($0.holder) } ?? false
    }

    static func fetch(_ id: String, in db: Database) throws -> Self {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM harvestSource WHERE source = ?", arguments: [id])
        else {
            throw HarvestSourceError.unknown(
                id, known: try String.fetchAll(db, sql: "SELECT source FROM harvestSource ORDER BY source LIMIT 20"))
        }
        return try Self(row)
    }

    init(_ row: Row) throws {
        var source = HarvestSource(
            id: row["source"], institution: row["institution"],
            sourceProtocol: HarvestSource.SourceProtocol(rawValue: row["protocol"]) ?? .file,
            urls: try JSONText.value([String].self, of: row["urls"]))
        source.formats = try JSONText.value([String].self, of: row["formats"])
        source.sets = try JSONText.value([String].self, of: row["sets"])
        source.mapping = row["mapping"]
        source.licence = row["licence"]
        source.language = row["language"]
        source.contact = row["contact"]
        source.delay = row["delay"]
        source.interval = row["interval"]
        source.allowsPrivateAddresses = row["allowsPrivate"]
        source.pausedReason = row["pausedReason"]
        self.source = source
        checkpoint = row["checkpoint"]
        failures = row["failures"]
        nextRunAt = Date(timeIntervalSince1970: row["nextRunAt"])
        let (holder, until): (String?, Int64?) = (row["leaseHolder"], row["leaseUntil"])
        lease =
            if let holder, let until { (holder, Date(timeIntervalSince1970: TimeInterval(until))) } else { nil }
    }
}
