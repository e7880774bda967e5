import CatalogueModel
package import Foundation
import GRDB

/// One run of taking records in: every record saved in it names the run.
package struct IngestSession: Sendable {
    package let run: Int64
    package let reference: ReferenceData
    let store: CatalogueStore
    private let generation: IndexGeneration

    /// Opens a run.
    ///
    /// - Throws: `CatalogueStoreError` of kind `noVocabularies` before reference data was loaded, `indexOutdated` where
    ///   `rebuild` is due.
    package init(_ store: CatalogueStore, source: String, at instant: Date) throws {
        self.store = store
        (run, reference, generation) = try store.write { db in
            let reference = try ReferenceDataTables.load(from: db)
            guard !reference.isEmpty else { throw CatalogueStoreError.noVocabularies(store.path) }
            guard try IndexState(of: db).isCurrent else { throw CatalogueStoreError.outdated(store.path) }
            try db.execute(
                sql: "INSERT INTO ingestRun (startedAt, source) VALUES (?, ?)",
                arguments: [Int64(instant.timeIntervalSince1970), source])
            return (db.lastInsertedRowID, reference, try IndexGeneration.current(in: db))
        }
    }

    /// Saves `records` and their index entries in one transaction: all of them or none.
    ///
    /// - Throws: `CatalogueStoreError` of kind `indexOutdated` where another process rebuilt the index meanwhile.
    package func save(_ records: [AcceptedRecord], at instant: Date) throws -> SaveCounts {
        let counts = try store.write { db in
            guard try IndexGeneration.current(in: db) == generation else {
                throw CatalogueStoreError.outdated(store.path)
            }
            let facetValues = try FacetValues(reference, in: db)
            var writer = ResourceWriter(
                run: run, instant: Int64(instant.timeIntervalSince1970),
                index: SearchIndexWriter(generation: generation, facetValues: facetValues))
            var counts = SaveCounts()
            for record in records { try writer.save(record, counts: &counts, in: db) }
            try writer.index.finish(in: db)
            return counts
        }
        try store.mergePostings()
        return counts
    }

    /// Closes the run, and finds duplicates of what it brought; one that was killed stays open for good, which
    /// `hoclieu check` tells.
    package func finish(_ counts: IngestCounts, at instant: Date) throws {
        try store.write { db in
            try db.execute(
                sql: """
                    UPDATE ingestRun SET finishedAt = ?, read = ?, added = ?, changed = ?, unchanged = ?, refused = ?,
                        warnings = ? WHERE run = ?
                    """,
                arguments: [
                    Int64(instant.timeIntervalSince1970), counts.read, counts.saved.added, counts.saved.changed,
                    counts.saved.unchanged, counts.refused, counts.warnings, run,
                ])
        }
        try store.updateDuplicates(at: instant)
    }
}
