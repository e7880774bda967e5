import CatalogueModel
package import Foundation
import GRDB

/// A page of a site as it was when it was last fetched.
package struct HarvestedPage: Hashable, Sendable {
    package let address: String
    /// What the sitemap said of it then, as it was written.
    package var lastModified: String?
    /// `ETag` and `Last-Modified` of the answer.
    package var entityTag: String?
    package var httpDate: String?
    /// SHA-256 of its bytes.
    package var digest: String
    package var fetchedAt: Date
    /// The run that fetched it.
    package var fetchedIn: Int64
    /// Identifiers of the source records it states.
    package var records: [String]
    /// Whether it lacked records that it had before; they are still in `records`.
    package var isDoubtful: Bool

    package init(
        address: String, lastModified: String?, entityTag: String?, httpDate: String?, digest: String, fetchedAt: Date,
        fetchedIn: Int64, records: [String], isDoubtful: Bool
    ) {
        self.address = address
        self.lastModified = lastModified
        self.entityTag = entityTag
        self.httpDate = httpDate
        self.digest = digest
        self.fetchedAt = fetchedAt
        self.fetchedIn = fetchedIn
        self.records = records
        self.isDoubtful = isDoubtful
    }
}

/// What becomes of the pages a harvest remembers.
package struct HarvestedPageChanges: Sendable {
    package var kept: [HarvestedPage] = []
    /// Addresses of pages that are gone.
    package var removed: [String] = []

    package init(kept: [HarvestedPage] = [], removed: [String] = []) {
        self.kept = kept
        self.removed = removed
    }

    func write(for source: String, in db: Database) throws {
        let put = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO harvestedPage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for page in kept {
            try put.execute(arguments: [
                source, page.address, page.lastModified, page.entityTag, page.httpDate, page.digest,
                Int64(page.fetchedAt.timeIntervalSince1970), page.fetchedIn, try JSONText.of(page.records),
                page.isDoubtful,
            ])
        }
        for address in removed {
            try db.execute(
                sql: "DELETE FROM harvestedPage WHERE source = ? AND address = ?", arguments: [source, address])
        }
    }
}

extension HarvestSession {
    /// The pages of the source that were fetched so far, by address.
    package func pages() throws -> [String: HarvestedPage] {
        try store.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM harvestedPage WHERE source = ?", arguments: [source.id])
            return Dictionary(
                uniqueKeysWithValues: try rows.map { row in
                    let page = try HarvestedPage(row)
                    return (page.address, page)
                })
        }
    }
}

extension HarvestedPage {
    fileprivate init(_ row: Row) throws {
        self.init(
            address: row["address"], lastModified: row["lastModified"], entityTag: row["entityTag"],
            httpDate: row["httpDate"], digest: row["digest"],
            fetchedAt: Date(timeIntervalSince1970: row["fetchedAt"]), fetchedIn: row["fetchedIn"],
            records: try JSONText.value([String].self, of: row["records"]), isDoubtful: row["isDoubtful"])
    }
}

/// Table of the pages of sites.
let createHarvestedPages = """
    CREATE TABLE harvestedPage (
        source       TEXT    NOT NULL REFERENCES harvestSource,
        address      TEXT    NOT NULL,
        lastModified TEXT,                        -- as the sitemap wrote it
        entityTag    TEXT,
        httpDate     TEXT,
        digest       TEXT    NOT NULL,
        fetchedAt    INTEGER NOT NULL,
        fetchedIn    INTEGER NOT NULL REFERENCES harvestRun,
        records      TEXT    NOT NULL,            -- JSON list of identifiers of source records
        isDoubtful   INTEGER NOT NULL CHECK (isDoubtful IN (0, 1)),
        PRIMARY KEY (source, address)
    ) STRICT, WITHOUT ROWID;
    """
