import Foundation
import GRDB
import RankedPostings

/// A segment as the catalogue keeps it.
struct StoredSegment: Hashable {
    let id: Int64
    /// Number of the snapshot whose documents it holds: what died later is dead in it.
    let asOf: Int
    let documents: Int
    let byteCount: Int

    /// All segments in use, the largest first.
    static func all(of generation: IndexGeneration, in db: Database) throws -> [Self] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT segment, asOf, documents, byteCount FROM \(generation.segmentTable)
                ORDER BY documents DESC, segment
                """
        ).map { Self(id: $0[0], asOf: $0[1], documents: $0[2], byteCount: $0[3]) }
    }

    /// Writes a segment.
    static func insert(_ segment: Segment, asOf: Int, _ generation: IndexGeneration, in db: Database) throws {
        // Chunks of a segment that was deleted may come back under its number, so numbers are not used again.
        let last = try Int64.fetchOne(db, sql: "SELECT max(chunk) FROM \(generation.chunkTable)") ?? 0
        let used = try Int64.fetchOne(db, sql: "SELECT max(segment) FROM \(generation.segmentTable)") ?? 0
        let id = max(last >> 24, used) + 1
        let insert = try db.cachedStatement(sql: "INSERT INTO \(generation.chunkTable) VALUES (?, ?)")
        for chunk in 0..<segment.memory.chunks {
            try insert.execute(arguments: [id << 24 | Int64(chunk), Data(segment.memory.bytes(ofChunk: chunk))])
        }
        try db.cachedStatement(sql: "INSERT INTO \(generation.segmentTable) VALUES (?, ?, ?, ?)")
            .execute(arguments: [id, asOf, segment.documents, segment.memory.byteCount])
    }

    func delete(_ generation: IndexGeneration, in db: Database) throws {
        try db.execute(sql: "DELETE FROM \(generation.segmentTable) WHERE segment = ?", arguments: [id])
        try db.execute(
            sql: "DELETE FROM \(generation.chunkTable) WHERE chunk BETWEEN ? AND ?",
            arguments: [id << 24, id << 24 | 0xFF_FFFF])
    }

    func chunks(_ generation: IndexGeneration, in db: Database) throws -> StoredChunks {
        StoredChunks(
            segment: id,
            statement: try db.cachedStatement(sql: "SELECT bytes FROM \(generation.chunkTable) WHERE chunk = ?"))
    }
}

/// The chunks of a segment, read in the caller's transaction.
package struct StoredChunks: ChunkSource {
    let segment: Int64
    let statement: Statement

    /// - Throws: `DatabaseError` `SQLITE_CORRUPT` where the chunk is missing or has another length.
    package func read(chunk: Int, into target: UnsafeMutableRawBufferPointer) throws {
        let rows = try Row.fetchCursor(statement, arguments: [segment << 24 | Int64(chunk)])
        let isRead = try rows.next()?.withUnsafeData(atIndex: 0) { data in
            guard let data, data.count == target.count else { return false }
            data.copyBytes(to: target)
            return true
        }
        guard isRead == true else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "chunk \(chunk) of segment \(segment) is missing or cut")
        }
    }
}
