import Foundation
package import GRDB

/// One generation of the search index: its tables, which hold terms and facets and no text.
///
/// `hoclieu rebuild` writes the next generation beside this one and switches. The terms are those of `TextAnalysis`, so
/// any `sqlite3` shell can run `MATCH` over them. The FTS5 table keeps no content (`content=''`): SQLite 3.40 has no
/// `contentless_delete`, so a row is taken out by handing its terms in again, which analysis reproduces from the stored
/// record.
package struct IndexGeneration: Hashable, Sendable {
    package let number: Int

    package init(number: Int) {
        self.number = number
    }

    package var termsTable: String { "searchTerms\(number)" }
    package var facetsTable: String { "searchFacet\(number)" }
    /// Every term with the number of resources it stands in.
    package var vocabularyTable: String { "searchVocabulary\(number)" }

    /// Columns of the terms table, in table order.
    package static let columns =
        IndexedField.allCases.flatMap { [$0.exactColumn, $0.foldedColumn] } + [
            unmarkedColumn, conceptsColumn,
        ]
    /// Unmarked words that may be Vietnamese, of all fields together (key U).
    package static let unmarkedColumn = "unmarked"
    /// Codes of the concepts assigned to the resource, one term each.
    package static let conceptsColumn = "concepts"

    func create(in db: Database) throws {
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE \(termsTable) USING fts5 (
                    \(Self.columns.joined(separator: ", ")),
                    content = '', tokenize = "unicode61 remove_diacritics 0"
                );
                CREATE VIRTUAL TABLE \(vocabularyTable) USING fts5vocab('\(termsTable)', 'row');
                CREATE TABLE \(facetsTable) (
                    resource   INTEGER NOT NULL,
                    facetValue INTEGER NOT NULL REFERENCES facetValue,
                    PRIMARY KEY (resource, facetValue)
                ) STRICT, WITHOUT ROWID;
                """)
        try createPostings(in: db)
    }

    /// Made after a bulk load: filters look resources up by value.
    func createFacetIndex(in db: Database) throws {
        try db.execute(
            sql: "CREATE INDEX IF NOT EXISTS \(facetsTable)ByValue ON \(facetsTable) (facetValue, resource)")
    }

    func drop(from db: Database) throws {
        try db.execute(
            sql: """
                DROP TABLE IF EXISTS \(vocabularyTable);
                DROP TABLE IF EXISTS \(termsTable);
                DROP TABLE IF EXISTS \(facetsTable);
                """)
        try dropPostings(from: db)
    }

    /// The generation that answers queries.
    package static func current(in db: Database) throws -> Self {
        Self(number: try Meta.integer(.indexGeneration, in: db) ?? 1)
    }
}

extension IndexGeneration {
    /// Resources in the index, and the terms of each column over all of them, as FTS5 keeps them in its averages record.
    package func totals(in db: Database) throws -> (resources: Int, terms: [Int]) {
        let record = try Data.fetchOne(db, sql: "SELECT block FROM \(termsTable)_data WHERE id = 1") ?? Data()
        var bytes = record[...]
        /// SQLite's variable-length integer: seven bits a byte, most significant first.
        func next() -> Int {
            var value = 0
            while let byte = bytes.popFirst() {
                value = value << 7 | Int(byte & 0x7F)
                if byte < 0x80 { break }
            }
            return value
        }
        let resources = next()
        return (resources, Self.columns.map { _ in next() })
    }
}
