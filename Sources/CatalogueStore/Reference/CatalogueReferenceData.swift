package import GRDB
import TextAnalysis

/// Vocabularies and registers, in and out.
extension CatalogueStore {
    /// Replaces vocabularies and registers in one transaction. Where facets depend on what changed, the index is
    /// outdated afterwards: `needsRebuild` says so.
    package func replaceReferenceData(with data: ReferenceData) throws {
        try write { db in try Self.replaceReferenceData(with: data, in: db) }
    }

    /// The same in a transaction of the caller's.
    package static func replaceReferenceData(with data: ReferenceData, in db: Database) throws {
        try ReferenceDataTables.replace(with: data, in: db)
        try Meta.set(.referenceVersion, to: (try Meta.integer(.referenceVersion, in: db) ?? 0) + 1, in: db)
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM learningResource") == 0 else { return }
        try SearchIndexWriter.markCurrent(try .current(in: db), in: db)
    }

    /// - Complexity: O(1) where it stands as it was last read.
    package func referenceData() throws -> ReferenceData {
        try read { db in try referenceMemo.data(in: db) }
    }

    /// The same within a read of the caller's, never within a write.
    package func referenceData(in db: Database) throws -> ReferenceData { try referenceMemo.data(in: db) }

    /// Whether the index was built by another analysis or from other registers than those that stand now.
    package var needsRebuild: Bool {
        get throws { try read { db in try !IndexState(of: db).isCurrent } }
    }
}

/// The same within a read of the caller's, so that everything in an answer rests on one commit.
extension CatalogueStore {
    package static func referenceData(in db: Database) throws -> ReferenceData {
        try ReferenceDataTables.load(from: db)
    }

    /// Changes whenever reference data does.
    package static func referenceVersion(in db: Database) throws -> Int {
        try Meta.integer(.referenceVersion, in: db) ?? 0
    }

    /// - Throws: `CatalogueStoreError` of kind `indexOutdated` where queries and index would be analysed differently.
    package static func requireCurrentAnalysis(in db: Database, path: String) throws {
        guard try Meta.integer(.analysisVersion, in: db) == TextAnalysis.version else {
            throw CatalogueStoreError.outdated(path)
        }
    }
}
