import CatalogueModel
import Foundation
import GRDB
import TextAnalysis

/// Saves accepted records, their versions, change log and index entries, inside the caller's transaction.
struct ResourceWriter {
    let run: Int64
    /// Seconds since 1970.
    let instant: Int64
    var index: SearchIndexWriter
    let coding = RecordCoding()

    /// Skips a record whose content is what the catalogue holds already, whatever file it comes from. A resource that was
    /// withdrawn is taken in again.
    ///
    /// - Returns: the row of the resource.
    @discardableResult
    mutating func save(_ accepted: AcceptedRecord, counts: inout SaveCounts, in db: Database) throws -> Int64 {
        var accepted = accepted
        accepted.resource = try AssignedTags.applied(
            to: CuratedValues.applied(to: accepted.resource, in: db), in: db)
        let resource = accepted.resource
        let (record, hash) = try coding.encode(resource)
        let find = try db.cachedStatement(
            sql: "SELECT rowID, contentHash, version, record, withdrawnAt FROM learningResource WHERE id = ?")
        guard let existing = try Row.fetchOne(find, arguments: [resource.id.rawValue]) else {
            let rowID = try insert(accepted, record: record, hash: hash, in: db)
            try index.insert(resource, rowID: rowID, in: db)
            try log(rowID, version: 1, kind: "added", in: db)
            counts.problems += try relate(accepted, isNew: true, in: db)
            counts.added += 1
            return rowID
        }
        let rowID: Int64 = existing[0]
        let isWithdrawn = existing[4] as Int64? != nil
        if existing[1] as Data == hash, !isWithdrawn {
            counts.unchanged += 1
            return rowID
        }
        let version: Int = existing[2] + 1
        if !isWithdrawn { try index.remove(coding.decode(existing[3]), rowID: rowID, in: db) }
        try replace(rowID, version: version, with: accepted, record: record, hash: hash, in: db)
        try index.insert(resource, rowID: rowID, in: db)
        try log(rowID, version: version, kind: isWithdrawn ? "restored" : "changed", in: db)
        counts.problems += try relate(accepted, isNew: false, in: db)
        counts.changed += 1
        return rowID
    }

    /// Takes a resource out: searches no longer find it, and its address says why.
    ///
    /// - Returns: false where it is out already.
    mutating func withdraw(_ rowID: Int64, because reason: WithdrawalReason, in db: Database) throws -> Bool {
        let find = try db.cachedStatement(
            sql: "SELECT record, version FROM learningResource WHERE rowID = ? AND withdrawnAt IS NULL")
        guard let existing = try Row.fetchOne(find, arguments: [rowID]) else { return false }
        try index.remove(coding.decode(existing[0]), rowID: rowID, in: db)
        try db.cachedStatement(sql: "UPDATE learningResource SET withdrawnAt = ?, withdrawnWhy = ? WHERE rowID = ?")
            .execute(arguments: [instant, reason.rawValue, rowID])
        try log(rowID, version: existing[1], kind: "withdrawn", in: db)
        return true
    }

    /// Brings relations and the translation backlog in line with the record.
    private func relate(_ accepted: AcceptedRecord, isNew: Bool, in db: Database) throws -> [RecordProblem] {
        let stated = StatedRelations(resource: accepted.resource, location: accepted.location, instant: instant)
        let problems = try stated.update(isNew: isNew, in: db)
        try TranslationUpkeep.saved(accepted.resource, isNew: isNew, at: instant, in: db)
        return problems
    }

    private func insert(_ accepted: AcceptedRecord, record: String, hash: Data, in db: Database) throws -> Int64 {
        let resource = accepted.resource
        try db.cachedStatement(
            sql: """
                INSERT INTO learningResource (id, title, sortKey, date, publisher, record, contentHash, version,
                    createdAt, changedAt, run, sourceFile, sourceLine)
                VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            resource.id.rawValue, resource.title, Data(sortKey(of: resource.title)),
            resource.datePublished?.description,
            resource.publisher.id, record, hash, instant, instant, run, try sourceFile(accepted.location, in: db),
            accepted.location.line,
        ])
        return db.lastInsertedRowID
    }

    /// Keeps the version that stands, then writes the new one over it.
    private func replace(
        _ rowID: Int64, version: Int, with accepted: AcceptedRecord, record: String, hash: Data, in db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO learningResourceVersion
                SELECT rowID, version, record, changedAt, run, sourceFile, sourceLine
                FROM learningResource WHERE rowID = ?
                """
        ).execute(arguments: [rowID])
        let resource = accepted.resource
        try db.cachedStatement(
            sql: """
                UPDATE learningResource
                SET title = ?, sortKey = ?, date = ?, publisher = ?, record = ?, contentHash = ?, version = ?,
                    changedAt = ?, run = ?, sourceFile = ?, sourceLine = ?, withdrawnAt = NULL, withdrawnWhy = NULL,
                    withdrawnNote = NULL
                WHERE rowID = ?
                """
        ).execute(arguments: [
            resource.title, Data(sortKey(of: resource.title)), resource.datePublished?.description,
            resource.publisher.id, record, hash, version, instant, run, try sourceFile(accepted.location, in: db),
            accepted.location.line, rowID,
        ])
    }

    private func log(_ rowID: Int64, version: Int, kind: String, in db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT INTO changeLog (resource, version, kind, changedAt, run) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [rowID, version, kind, instant, run])
    }

    private func sourceFile(_ location: SourceLocation, in db: Database) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT sourceFile FROM sourceFile WHERE path = ?")
        if let id = try Int64.fetchOne(find, arguments: [location.file]) { return id }
        try db.cachedStatement(sql: "INSERT INTO sourceFile (path) VALUES (?)").execute(arguments: [location.file])
        return db.lastInsertedRowID
    }
}
