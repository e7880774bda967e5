import CatalogueModel
package import GRDB
import TextAnalysis

/// Documents and occurrences of every term in every column: a fingerprint of an index that can be compared.
package struct IndexCensus {
    package struct Count: Equatable {
        var documents = 0
        var occurrences = 0
    }

    /// By column and term, `title:học`.
    package private(set) var terms: [String: Count] = [:]

    /// What the index should hold, by analysing every record.
    init(ofRecordsIn db: Database) throws {
        let coding = RecordCoding()
        let reference = try ReferenceDataTables.load(from: db)
        let terms = IndexTerms(
            facetValues: try FacetValues(reference, in: db))
        let rows = try Row.fetchCursor(db, sql: "SELECT record FROM learningResource WHERE withdrawnAt IS NULL")
        while let row = try rows.next() {
            guard let resource = try? coding.decode(row[0]) else { continue }
            for (column, text) in zip(IndexGeneration.columns, terms.columns(of: resource)) { count(text, in: column) }
        }
    }

    /// What the index does hold, as FTS5 tells it (`fts5vocab`, type `col`).
    package init(of generation: IndexGeneration, in db: Database) throws {
        // GRDB keeps reads of a single connection from writing; a temporary table writes nothing to the file.
        let queryOnly = try Bool.fetchOne(db, sql: "PRAGMA query_only") ?? false
        try db.execute(sql: "PRAGMA query_only = 0")
        defer { try? db.execute(sql: "PRAGMA query_only = \(queryOnly)") }
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE temp.indexCensus
                USING fts5vocab('main', '\(generation.termsTable)', 'col')
                """)
        let rows = try Row.fetchCursor(db, sql: "SELECT col, term, doc, cnt FROM temp.indexCensus")
        while let row = try rows.next() {
            let key: String = (row[0] as String) + ":" + (row[1] as String)
            terms[key] = Count(documents: row[2], occurrences: row[3])
        }
        try db.execute(sql: "DROP TABLE temp.indexCensus")
    }

    /// Terms whose counts differ, in order.
    func differences(from other: Self) -> [String] {
        Set(terms.keys).union(other.terms.keys).filter { terms[$0] != other.terms[$0] }.sorted()
    }

    private mutating func count(_ text: String, in column: String) {
        var seen: Set<Substring> = []
        // By bytes: a sign that begins a key would make one character with the space before it.
        for bytes in text.utf8.split(separator: UInt8(ascii: " ")) {
            let term = Substring(bytes)
            let key = column + ":" + term
            terms[key, default: Count()].occurrences += 1
            if seen.insert(term).inserted { terms[key, default: Count()].documents += 1 }
        }
    }
}
