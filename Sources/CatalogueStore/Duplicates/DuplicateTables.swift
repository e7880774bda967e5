import CatalogueModel
import Foundation
import GRDB
import Normalisation

/// Reads and writes the derived tables of duplicates, inside the caller's transaction.
struct DuplicateTables {
    let db: Database
    private let coding = RecordCoding()

    init(_ db: Database) {
        self.db = db
    }

    // MARK: What they were made from

    /// Nil before duplicates were first found.
    func state() throws -> (version: Int, sequence: Int64)? {
        try Row.fetchOne(db, sql: "SELECT version, sequence FROM duplicateState").map { ($0[0], $0[1]) }
    }

    func setState(sequence: Int64) throws {
        try db.execute(
            sql:
                "DELETE FROM duplicateState; INSERT INTO duplicateState VALUES (\(DuplicateTraits.version), \(sequence))"
        )
    }

    func lastSequence() throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM changeLog") ?? 0
    }

    func changes(after sequence: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            db, sql: "SELECT DISTINCT resource FROM changeLog WHERE sequence > ?", arguments: [sequence])
    }

    func resourceCount() throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM learningResource WHERE withdrawnAt IS NULL") ?? 0
    }

    /// Nil for a resource that is gone or withdrawn.
    func traits(of resource: Int64) throws -> DuplicateTraits? {
        let find = try db.cachedStatement(
            sql: "SELECT record FROM learningResource WHERE rowID = ? AND withdrawnAt IS NULL")
        return try String.fetchOne(find, arguments: [resource]).map { DuplicateTraits(try coding.decode($0)) }
    }

    /// Visits every resource that is not withdrawn, in row order.
    func forEachResource(
        _ visit: (Int64, DuplicateTraits) throws -> Void, where isWanted: (Int64) -> Bool = { _ in true }
    )
        throws
    {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT rowID, record FROM learningResource WHERE withdrawnAt IS NULL ORDER BY rowID")
        while let row = try rows.next() {
            let resource: Int64 = row[0]
            if isWanted(resource) { try visit(resource, DuplicateTraits(try coding.decode(row[1]))) }
        }
    }

    // MARK: Keys

    func keys(of resource: Int64) throws -> [UInt64] {
        let find = try db.cachedStatement(sql: "SELECT keys FROM duplicateKeyed WHERE resource = ?")
        guard let bytes = try Data.fetchOne(find, arguments: [resource]) else { return [] }
        return stride(from: 0, to: bytes.count, by: 8).map { start in
            bytes.dropFirst(start).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    func setKeys(of resource: Int64, to keys: [UInt64]) throws {
        if keys.isEmpty {
            try db.cachedStatement(sql: "DELETE FROM duplicateKeyed WHERE resource = ?").execute(arguments: [resource])
            return
        }
        var bytes = Data(capacity: keys.count * 8)
        for key in keys { withUnsafeBytes(of: key.bigEndian) { bytes.append(contentsOf: $0) } }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO duplicateKeyed VALUES (?, ?)")
            .execute(arguments: [resource, bytes])
    }

    func insertKey(_ key: UInt64, _ resource: Int64) throws {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO duplicateKey VALUES (?, ?)")
            .execute(arguments: [Int64(bitPattern: key), resource])
    }

    func deleteKey(_ key: UInt64, _ resource: Int64) throws {
        try db.cachedStatement(sql: "DELETE FROM duplicateKey WHERE key = ? AND resource = ?")
            .execute(arguments: [Int64(bitPattern: key), resource])
    }

    /// Resources with a key, `limit` at most.
    func resources(with key: UInt64, limit: Int) throws -> [Int64] {
        let find = try db.cachedStatement(sql: "SELECT resource FROM duplicateKey WHERE key = ? LIMIT ?")
        return try Int64.fetchAll(find, arguments: [Int64(bitPattern: key), limit])
    }

    // MARK: Pairs

    func insertPair(_ first: Int64, _ second: Int64, probability: Double) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO duplicatePair VALUES (?, ?, ?)")
            .execute(arguments: [min(first, second), max(first, second), probability])
    }

    /// Resources a resource makes a pair with, of at least this probability.
    func neighbours(of resource: Int64, probability: Double = 0) throws -> [Int64] {
        let find = try db.cachedStatement(
            sql: """
                SELECT second FROM duplicatePair WHERE first = ?1 AND probability >= ?2
                UNION SELECT first FROM duplicatePair WHERE second = ?1 AND probability >= ?2
                """)
        return try Int64.fetchAll(find, arguments: [resource, probability])
    }

    func deletePairs(of resource: Int64) throws {
        for column in ["first", "second"] {
            try db.cachedStatement(sql: "DELETE FROM duplicatePair WHERE \(column) = ?").execute(arguments: [resource])
        }
    }

    /// Pairs of at least this probability whose first member is `resource`.
    func pairs(first resource: Int64, probability: Double) throws -> [(second: Int64, probability: Double)] {
        let find = try db.cachedStatement(
            sql: "SELECT second, probability FROM duplicatePair WHERE first = ? AND probability >= ?")
        return try Row.fetchAll(find, arguments: [resource, probability]).map { ($0[0], $0[1]) }
    }

    func deleteAll() throws {
        try db.execute(
            sql: """
                DELETE FROM duplicateMember; DELETE FROM duplicateCluster; DELETE FROM duplicatePair;
                DELETE FROM duplicateKeyed; DELETE FROM duplicateKey; DELETE FROM duplicateState;
                """)
    }
}
