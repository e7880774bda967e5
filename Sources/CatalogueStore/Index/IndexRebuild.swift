import CatalogueModel
import GRDB

/// Building the next generation of the index beside the one that answers queries.
extension CatalogueStore {
    /// Builds the index anew from the stored records and switches to it, in one transaction: readers are answered from
    /// the old generation until the switch, and a rebuild that is killed leaves no trace. The generation before the old
    /// one is dropped.
    ///
    /// - Parameter progress: called after every thousand records with the count so far and the total.
    /// - Returns: records indexed.
    /// - Throws: `CatalogueStoreError` of kind `damaged` where the new generation does not hold every record.
    /// - Complexity: O(*n*) in the text of all records.
    @discardableResult
    package func rebuild(progress: (_ indexed: Int, _ total: Int) -> Void = { _, _ in }) throws -> Int {
        let indexed = try write { db in
            let reference = try ReferenceDataTables.load(from: db)
            let current = try IndexGeneration.current(in: db)
            let next = IndexGeneration(number: current.number + 1)
            try IndexGeneration(number: current.number - 1).drop(from: db)
            try next.drop(from: db)
            try next.create(in: db)
            let total =
                try Int.fetchOne(db, sql: "SELECT count(*) FROM learningResource WHERE withdrawnAt IS NULL") ?? 0
            var writer = SearchIndexWriter(
                generation: next,
                facetValues: try FacetValues(reference, in: db))
            try insertAll(with: &writer, in: db) { progress($0, total) }
            try next.createFacetIndex(in: db)
            let indexed = try next.resources(in: db)
            guard indexed == total else {
                throw CatalogueStoreError(
                    .damaged, path: path,
                    vietnamese: "Chỉ mục mới có \(indexed) tài nguyên thay vì \(total); chỉ mục cũ vẫn được dùng.",
                    english: "The new index holds \(indexed) resources instead of \(total); the old one stays in use.")
            }
            try SearchIndexWriter.markCurrent(next, in: db)
            return indexed
        }
        try optimisePostings()
        return indexed
    }

    private func insertAll(with writer: inout SearchIndexWriter, in db: Database, progress: (Int) -> Void) throws {
        let coding = RecordCoding()
        let rows = try Row.fetchCursor(
            db, sql: "SELECT rowID, record FROM learningResource WHERE withdrawnAt IS NULL ORDER BY rowID")
        var indexed = 0
        while let row = try rows.next() {
            try writer.insert(coding.decode(row[1]), rowID: row[0], in: db)
            indexed += 1
            if indexed.isMultiple(of: 1000) { progress(indexed) }
        }
        try writer.finish(in: db)
        progress(indexed)
    }
}

extension IndexGeneration {
    /// Resources this generation holds terms of.
    func resources(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(termsTable)_docsize") ?? 0
    }
}
