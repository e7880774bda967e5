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
                CREATE TABLE \(facetsTable) (
                    resource   INTEGER NOT NULL,
                    facetValue INTEGER NOT NULL REFERENCES facetValue,
                    PRIMARY KEY (resource, facetValue)
                ) STRICT, WITHOUT ROWID;
                """)
    }

    /// Made after a bulk load: filters look resources up by value.
    func createFacetIndex(in db: Database) throws {
        try db.execute(
            sql: "CREATE INDEX IF NOT EXISTS \(facetsTable)ByValue ON \(facetsTable) (facetValue, resource)")
    }

    func drop(from db: Database) throws {
        try db.execute(sql: "DROP TABLE IF EXISTS \(termsTable); DROP TABLE IF EXISTS \(facetsTable);")
    }

    /// The generation that answers queries.
    package static func current(in db: Database) throws -> Self {
        Self(number: try Meta.integer(.indexGeneration, in: db) ?? 1)
    }
}
