import CatalogueModel
import GRDB
import RankedPostings
package import Vocabularies

/// Ranked postings are derived: where they are missing, of another format, or do not agree with FTS5, they are made anew.
extension CatalogueStore {
    /// Makes the ranked postings anew where they do not fit the index.
    ///
    /// An index that is outdated as a whole is left to `rebuild`.
    ///
    /// - Parameter say: told what is wrong before the work begins, which takes about a minute a million records.
    /// - Returns: whether anything was wrong.
    /// - Throws: `CatalogueStoreError` of kind `readOnly` where the file cannot be written.
    @discardableResult
    package func repairPostings(_ say: (LocalisedText) -> Void) throws -> Bool {
        guard let problem = try read({ try Self.postingsProblem(in: $0) }) else { return false }
        say(problem)
        guard writer != nil else {
            let folder = String(path.dropLast(Self.fileName.count))
            return try CatalogueStore(folder: folder, access: .write).repairPostings { _ in }
        }
        try write { db in try Self.writePostings(in: db) }
        try optimisePostings()
        return true
    }

    /// What is wrong with the ranked postings; nil where all is well.
    static func postingsProblem(in db: Database) throws -> LocalisedText? {
        guard try IndexState(of: db).isCurrent else { return nil }
        let generation = try IndexGeneration.current(in: db)
        let snapshot: PostingsSnapshot?
        do {
            snapshot = try PostingsSnapshot(generation, after: nil, in: db)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            snapshot = nil
        }
        guard let snapshot else {
            return LocalisedText(
                vietnamese:
                    "Phần xếp hạng của chỉ mục chưa có hoặc thuộc định dạng khác; đang dựng lại từ các bản ghi.",
                english: "The ranked part of the index is missing or of another format; building it from the records.")
        }
        let totals = try generation.totals(in: db)
        guard !snapshot.agrees(with: totals) else { return nil }
        let (held, expected) = (snapshot.index.documents, totals.resources)
        return LocalisedText(
            vietnamese:
                "Phần xếp hạng của chỉ mục có \(held) học liệu, phần tìm kiếm có \(expected), hoặc số từ khác nhau; đang dựng lại.",
            english:
                "The ranked part of the index holds \(held) resources, the full-text part \(expected), or their terms differ; building it anew."
        )
    }

    private static func writePostings(in db: Database) throws {
        let generation = try IndexGeneration.current(in: db)
        let number =
            try db.tableExists(generation.stateTable)
            ? Int.fetchOne(db, sql: "SELECT number FROM \(generation.stateTable)") ?? 0 : 0
        try generation.dropPostings(from: db)
        try generation.createPostings(in: db)
        // A service that holds the old snapshot must see that this is another.
        try db.execute(sql: "UPDATE \(generation.stateTable) SET number = ?", arguments: [number + 1])
        let reference = try ReferenceDataTables.load(from: db)
        var index = SearchIndexWriter(
            generation: generation,
            facetValues: try FacetValues(reference, in: db))
        let coding = RecordCoding()
        let rows = try Row.fetchCursor(
            db, sql: "SELECT rowID, record FROM learningResource WHERE withdrawnAt IS NULL ORDER BY rowID")
        while let row = try rows.next() {
            try index.insertPostings(coding.decode(row[1]), rowID: row[0], in: db)
        }
        try index.finish(in: db)
    }
}
