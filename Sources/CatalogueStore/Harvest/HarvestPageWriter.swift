import CatalogueModel
import Foundation
import GRDB
import Vocabularies

/// Writes one page of a harvest inside the caller's transaction.
struct HarvestPageWriter {
    private let source: String
    private let run: Int64
    private var resources: ResourceWriter
    private(set) var counts: HarvestCounts
    private(set) var problems: ProblemTally
    /// Refused records that are not known under the identifier they have, if they have one.
    private(set) var unidentified = 0

    init(_ session: HarvestSession, at instant: Date, in db: Database) throws {
        source = session.source.id
        run = session.run
        counts = session.counts
        problems = session.problems
        let reference = session.reference
        resources = ResourceWriter(
            run: session.run, instant: Int64(instant.timeIntervalSince1970),
            index: SearchIndexWriter(
                generation: session.generation,
                facetValues: try FacetValues(reference, in: db)))
    }

    mutating func save(_ record: PreparedRecord, in db: Database) throws {
        if case .listed = record.content {
            try see(record.identifier, in: db)
            return
        }
        counts.read += 1
        switch record.content {
        case .listed: break
        case .unchanged:
            counts.unchanged += 1
            try see(record.identifier, in: db)
        case .accepted(let accepted, let statement, let hash, let warnings):
            try save(record, accepted, statement, hash, warnings, in: db)
        case .rejected(let statement, let hash, let found):
            try refuse(record, found, statement: statement, hash: hash, in: db)
        case .unreadable(let problem):
            counts.refused += 1
            if record.known == nil { unidentified += 1 }
            problems.add(problem, record: record.identifier)
            // What it said before stays in the catalogue: a broken transport withdraws nothing.
            if record.known != nil { try see(record.identifier, in: db) }
        case .deleted: try delete(record, because: .deletedAtSource, in: db)
        }
    }

    private mutating func save(
        _ record: PreparedRecord, _ accepted: AcceptedRecord, _ statement: String, _ hash: Data,
        _ warnings: [RecordProblem], in db: Database
    ) throws {
        if let fault = try conflict(accepted, record.identifier, in: db) {
            try refuse(record, [fault], statement: statement, hash: hash, in: db)
            return
        }
        var saved = SaveCounts()
        let row = try resources.save(accepted, counts: &saved, in: db)
        counts.added += saved.added
        counts.changed += saved.changed
        counts.unchanged += saved.unchanged
        for warning in warnings + saved.problems { problems.add(warning, record: record.identifier) }
        counts.warnings += warnings.count + saved.problems.count
        try keep(record.identifier, statement: statement, hash: hash, resource: row, state: "accepted", in: db)
        // A record whose identifier changed its meaning leaves the resource it made before.
        if let before = record.known?.resource, before != row { try withdraw(before, .missingAtSource, in: db) }
    }

    private mutating func refuse(
        _ record: PreparedRecord, _ found: [RecordProblem], statement: String, hash: Data, in db: Database
    ) throws {
        counts.refused += 1
        if record.known == nil { unidentified += 1 }
        for problem in found {
            problems.add(problem, record: record.identifier)
            if problem.severity == .warning { counts.warnings += 1 }
        }
        guard !record.identifier.isEmpty else { return }
        // A resource that was good before stays as it was until its record is good again or deleted.
        try keep(
            record.identifier, statement: statement, hash: hash, resource: record.known?.resource, state: "refused",
            in: db)
    }

    /// Takes out what the record made, where it made something and no other source still states it.
    mutating func delete(_ record: PreparedRecord, because reason: WithdrawalReason, in db: Database) throws {
        guard let known = record.known, known.state != "deleted" else {
            counts.alreadyGone += 1
            return
        }
        try db.cachedStatement(
            sql: "UPDATE sourceRecord SET state = 'deleted', hash = x'', seenIn = ? WHERE source = ? AND identifier = ?"
        ).execute(arguments: [run, source, record.identifier])
        if let row = known.resource, try withdraw(row, reason, in: db) {
            counts.withdrawn += 1
        } else {
            counts.alreadyGone += 1
        }
    }

    @discardableResult
    private mutating func withdraw(_ row: Int64, _ reason: WithdrawalReason, in db: Database) throws -> Bool {
        let others = try db.cachedStatement(
            sql: "SELECT count(*) FROM sourceRecord WHERE resource = ? AND state = 'accepted'")
        guard try Int.fetchOne(others, arguments: [row]) ?? 0 == 0,
            try !DepositedResources.contains(row: row, in: db)
        else { return false }
        return try resources.withdraw(row, because: reason, in: db)
    }

    private func see(_ identifier: String, in db: Database) throws {
        try db.cachedStatement(sql: "UPDATE sourceRecord SET seenIn = ? WHERE source = ? AND identifier = ?")
            .execute(arguments: [run, source, identifier])
    }

    private func keep(
        _ identifier: String, statement: String, hash: Data, resource: Int64?, state: String, in db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO sourceRecord (source, identifier, hash, resource, state, seenIn, statement)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET hash = excluded.hash, resource = excluded.resource, state = excluded.state,
                    seenIn = excluded.seenIn, statement = excluded.statement
                """
        ).execute(arguments: [source, identifier, hash, resource, state, run, statement])
    }

    /// Why the resource may not be saved: it is another institution's, or another record of this source made it.
    private func conflict(
        _ accepted: AcceptedRecord, _ identifier: String, in db: Database
    ) throws -> RecordProblem? {
        let find = try db.cachedStatement(sql: "SELECT rowID, publisher FROM learningResource WHERE id = ?")
        let deposited = try DepositedResources.conflict(accepted, in: db)
        guard let row = try Row.fetchOne(find, arguments: [accepted.resource.id.rawValue]) else { return deposited }
        if row[1] != accepted.resource.publisher.id { return .ownedByAnother(accepted, owner: row[1]) }
        if let deposited { return deposited }
        let twin = try db.cachedStatement(
            sql: """
                SELECT identifier FROM sourceRecord
                WHERE resource = ? AND source = ? AND identifier <> ? AND state = 'accepted' AND seenIn = ?
                """)
        return try String.fetchOne(twin, arguments: [row[0] as Int64, source, identifier, run]).map {
            .sameIdentifier(accepted, other: $0)
        }
    }

    mutating func finish(in db: Database) throws {
        try resources.index.finish(in: db)
    }
}
