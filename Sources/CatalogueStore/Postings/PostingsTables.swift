package import GRDB

/// Tables of the ranked postings of one generation of the index, and what stands in them.
///
/// | table | rows |
/// |---|---|
/// | `searchSegment` | segments that are in use |
/// | `searchChunk` | the bytes of segments, 64 KiB a row |
/// | `searchTombstone` | resources whose older versions are dead |
///
/// A document is dead in a segment that is *as of* a lower number than its tombstone. Every commit that changes the index
/// raises that number (`searchState`); it names the snapshot that queries see.
extension IndexGeneration {
    var segmentTable: String { "searchSegment\(number)" }
    var chunkTable: String { "searchChunk\(number)" }
    var tombstoneTable: String { "searchTombstone\(number)" }
    var stateTable: String { "searchState\(number)" }

    func createPostings(in db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE \(segmentTable) (
                    segment   INTEGER PRIMARY KEY,
                    asOf      INTEGER NOT NULL,
                    documents INTEGER NOT NULL CHECK (documents > 0),
                    byteCount INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE \(chunkTable) (
                    chunk INTEGER PRIMARY KEY,       -- segment * 2^24 + number of the chunk
                    bytes BLOB NOT NULL
                ) STRICT;
                CREATE TABLE \(tombstoneTable) (
                    resource INTEGER PRIMARY KEY,
                    number   INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE \(stateTable) (
                    number  INTEGER NOT NULL,        -- of the snapshot
                    version INTEGER NOT NULL         -- of the format
                ) STRICT;
                INSERT INTO \(stateTable) VALUES (1, \(Self.postingsVersion));
                """)
    }

    func dropPostings(from db: Database) throws {
        for table in [segmentTable, chunkTable, tombstoneTable, stateTable] {
            try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
        }
    }

    /// Changes with the bytes of a segment or what they mean.
    static let postingsVersion = 1

    /// The number of the snapshot; nil where the tables are missing or of another format.
    package func snapshotNumber(in db: Database) throws -> Int? {
        guard try db.tableExists(stateTable) else { return nil }
        return try Int.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM \(stateTable) WHERE version = \(Self.postingsVersion)"))
    }

    func raiseSnapshotNumber(in db: Database) throws -> Int {
        try db.execute(sql: "UPDATE \(stateTable) SET number = number + 1")
        return try Int.fetchOne(db, sql: "SELECT number FROM \(stateTable)") ?? 1
    }
}
