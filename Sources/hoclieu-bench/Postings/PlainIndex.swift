import Foundation
import GRDB
import RankedPostings

/// FTS5 and ranked postings of the same analysed text in one file, with the plain formula: four weighted fields, no marks.
final class PlainIndex {
    /// Records of one transaction.
    private static let batch = 1000
    /// Documents of a segment before merging.
    private static let segmentDocuments = 50_000

    let file: URL
    let schema = PostingsSchema(fieldWeights: AnalysedCorpus.fieldWeights)
    private let database: DatabasePool
    private(set) var records = 0
    private(set) var buildSeconds = 0.0

    init(folder: URL) throws {
        file = folder.appendingPathComponent("plain.sqlite")
        database = try DatabasePool(path: file.path)
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64000")
            try db.execute(
                sql: """
                    CREATE VIRTUAL TABLE t USING fts5 (
                        title, body, subject, publisher, content = '', tokenize = "unicode61 remove_diacritics 0");
                    CREATE TABLE facet (document INTEGER NOT NULL, value INTEGER NOT NULL);
                    CREATE TABLE chunk (chunk INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
                    """)
        }
    }

    /// One writer from analysed text to both indexes, durable; FTS5 rows and segments in the same transactions.
    func build(_ corpus: AnalysedCorpus) throws {
        let clock = ContinuousClock()
        let start = clock.now
        var segments: [Segment] = []
        var builder = SegmentBuilder(schema: schema)
        var lines: [AnalysedCorpus.Line] = []
        func commit() throws {
            try database.write { db in
                let insert = try db.cachedStatement(
                    sql: "INSERT INTO t (rowid, title, body, subject, publisher) VALUES (?, ?, ?, ?, ?)")
                for line in lines {
                    try insert.execute(
                        arguments: StatementArguments([Int64(line.number)])
                            + StatementArguments(line.fields.map(String.init)))
                    Self.add(line, to: &builder)
                }
                if builder.documentCount >= Self.segmentDocuments {
                    let segment = builder.finish()
                    try Self.write(segment, number: segments.count + 1, db)
                    segments.append(segment)
                    builder = SegmentBuilder(schema: schema)
                }
            }
            records += lines.count
            lines.removeAll(keepingCapacity: true)
        }
        try corpus.forEachLine { line in
            lines.append(line)
            if lines.count == Self.batch { try commit() }
        }
        try commit()
        if builder.documentCount > 0 { segments.append(builder.finish()) }
        let merged = SegmentMerger.merge(segments, dead: segments.map { _ in [] }, schema: schema)
        try database.write { db in
            try db.execute(sql: "DELETE FROM chunk")
            if let merged { try Self.write(merged, number: 0, db) }
        }
        buildSeconds = (clock.now - start) / .seconds(1)
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "INSERT INTO t (t) VALUES ('optimize')")
            try db.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    private static func add(_ line: AnalysedCorpus.Line, to builder: inout SegmentBuilder) {
        builder.beginDocument(id: line.number, order: line.order)
        for (field, keys) in line.fields.enumerated() {
            if field > 0 { builder.beginField() }
            var keys = keys
            keys.withUTF8 { bytes in
                var start = 0
                for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: " ") {
                    if end > start {
                        builder.addToken(
                            exact: nil, folded: UnsafeBufferPointer(rebasing: bytes[start..<end]), unmarked: nil)
                    }
                    start = end + 1
                }
            }
        }
        for facet in line.facets { builder.addTerm(TermKey(facet: facet)) }
        builder.endDocument()
    }

    private static func write(_ segment: Segment, number: Int, _ db: Database) throws {
        let insert = try db.cachedStatement(sql: "INSERT INTO chunk VALUES (?, ?)")
        for chunk in 0..<segment.memory.chunks {
            try insert.execute(arguments: [number << 24 | chunk, Data(segment.memory.bytes(ofChunk: chunk))])
        }
    }
}

extension PlainIndex {
    /// Bytes of the tables of FTS5, and of the ranked postings.
    func sizes() throws -> (fts5: Int, postings: Int) {
        try database.read { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
            let chunks = try Int.fetchOne(db, sql: "SELECT count(*) FROM chunk") ?? 0
            let bytes = try Int.fetchOne(db, sql: "SELECT sum(length(bytes)) FROM chunk") ?? 0
            // A chunk lies on pages of its own, each with a pointer to the next.
            let postings = bytes + chunks * pageSize
            return (pages * pageSize - postings, postings)
        }
    }

    /// The index as a program that has just started finds it; only what is asked for is read.
    func open() throws -> (RankedIndex, (Database) throws -> [FileChunks]) {
        let index = try database.read { db in
            let bytes =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT max(chunk) * \(SegmentMemory.chunkBytes) + (SELECT length(bytes) FROM chunk ORDER BY chunk DESC LIMIT 1)
                        FROM chunk
                        """) ?? 0
            let segment = try Segment(SegmentMemory(byteCount: bytes), source: FileChunks(db))
            return RankedIndex(schema: schema, segments: segment.map { [$0] } ?? [], dead: [[]], deadLength: 0)
        }
        return (index, { [try FileChunks($0)] })
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try database.read(body) }

    /// The ten best rows of an FTS5 expression.
    func fts5(_ expression: String, in db: Database) throws -> [(number: UInt32, score: Double)] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT rowid, bm25(t, 4, 1, 3, 2) AS score FROM t WHERE t MATCH ? ORDER BY score, rowid LIMIT 10"),
            arguments: [expression]
        ).map { ($0[0], -($0[1] as Double)) }
    }

    struct FileChunks: ChunkSource {
        private let statement: Statement

        init(_ db: Database) throws {
            statement = try db.cachedStatement(sql: "SELECT bytes FROM chunk WHERE chunk = ?")
        }

        func read(chunk: Int, into target: UnsafeMutableRawBufferPointer) throws {
            let rows = try Row.fetchCursor(statement, arguments: [chunk])
            try rows.next()?.withUnsafeData(atIndex: 0) { data in _ = data?.copyBytes(to: target) }
        }
    }
}
