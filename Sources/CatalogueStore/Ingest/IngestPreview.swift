import CatalogueModel
import Foundation
import GRDB

/// Says what saving would do, and does nothing: the `--dry-run` of an ingest.
package struct IngestPreview: Sendable {
    package let reference: ReferenceData
    /// Nil where there is no catalogue yet: everything would be new.
    let store: CatalogueStore?

    package init(reference: ReferenceData, against store: CatalogueStore?) {
        self.reference = reference
        self.store = store
    }

    func save(_ records: [AcceptedRecord]) throws -> SaveCounts {
        var counts = SaveCounts()
        guard let store else {
            counts.added = records.count
            return counts
        }
        let coding = RecordCoding()
        return try store.read { db in
            let find = try db.cachedStatement(sql: "SELECT contentHash FROM learningResource WHERE id = ?")
            for record in records {
                let stored = try Data.fetchOne(find, arguments: [record.resource.id.rawValue])
                let hash = try coding.encode(record.resource).hash
                switch stored {
                case nil: counts.added += 1
                case hash: counts.unchanged += 1
                default: counts.changed += 1
                }
            }
            return counts
        }
    }
}
