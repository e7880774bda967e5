package import CatalogueModel
package import Foundation
import GRDB
import Normalisation
import Vocabularies

/// One harvest of one source under a lease: what the source says goes in page by page, each page with its checkpoint in
/// one commit, so that a harvest that is killed goes on where it stopped.
package final class HarvestSession {
    package let run: Int64
    package let source: HarvestSource
    package let kind: HarvestRun.Kind
    /// Where the last harvest stopped; nil for one that begins at the beginning.
    package let checkpoint: String?
    package internal(set) var counts = HarvestCounts()
    package internal(set) var problems = ProblemTally()
    package private(set) var notices: [HarvestNotice] = []
    /// Refused records so far that may be any of those the catalogue has: damaged, without an identifier, or with one that
    /// was never met.
    package private(set) var unidentified = 0
    /// Whether the source gave less than it must have, although nothing failed.
    package private(set) var isDoubtful = false

    let store: CatalogueStore
    let generation: IndexGeneration
    let reference: ReferenceData
    let holder: String
    let isDryRun: Bool
    private let normaliser: RecordNormaliser
    private let defaults: SourceDefaults
    private let rules: Data

    /// How long a lease holds without being renewed.
    package static let leaseSeconds: Int64 = 600

    /// Takes the lease and opens a run.
    ///
    /// - Parameters:
    ///   - holder: who harvests, for messages: a host and process.
    ///   - isDryRun: counts what would happen, and takes no lease and writes nothing.
    /// - Throws: `HarvestSourceError.leased` where somebody else holds the lease; `CatalogueStoreError`.
    package init(
        _ store: CatalogueStore, source id: String, kind: HarvestRun.Kind, holder: String, isDryRun: Bool = false,
        at instant: Date
    ) throws {
        self.store = store
        self.isDryRun = isDryRun
        self.kind = kind
        self.holder = holder
        let now = Int64(instant.timeIntervalSince1970)
        let opened = try store.transaction(isReading: isDryRun) { db in
            let reference = try ReferenceDataTables.load(from: db)
            guard !reference.isEmpty else { throw CatalogueStoreError.noVocabularies(store.path) }
            guard try IndexState(of: db).isCurrent else { throw CatalogueStoreError.outdated(store.path) }
            let state = try HarvestSourceState.fetch(id, in: db)
            let hash = try Meta.text(.referenceHash, in: db) ?? ""
            let generation = try IndexGeneration.current(in: db)
            if isDryRun { return (state, reference, Int64(0), generation, hash) }
            if let lease = state.lease, lease.until > instant, lease.holder != holder, !LeaseHolder.isGone(lease.holder)
            {
                throw HarvestSourceError.leased(id, holder: lease.holder)
            }
            try db.execute(
                sql: """
                    UPDATE harvestSource SET leaseHolder = ?, leaseUntil = ?, abortRequested = 0 WHERE source = ?
                    """, arguments: [holder, now + Self.leaseSeconds, id])
            try db.execute(
                sql: "INSERT INTO ingestRun (startedAt, source) VALUES (?, ?)", arguments: [now, "harvest \(id)"])
            let run = db.lastInsertedRowID
            try db.execute(
                sql: "INSERT INTO harvestRun (run, source, kind, counts, notices) VALUES (?, ?, ?, ?, '[]')",
                arguments: [run, id, kind.rawValue, try JSONText.of(HarvestCounts())])
            return (state, reference, run, generation, hash)
        }
        source = opened.0.source
        reference = opened.1
        run = opened.2
        generation = opened.3
        checkpoint = opened.0.checkpoint
        normaliser = RecordNormaliser(vocabularies: reference.vocabularies)
        defaults = SourceDefaults(source, institution: reference.registers.institution(source.institution))
        rules = Data("\(RecordNormaliser.version) \(opened.4) \(try JSONText.of(defaults))".utf8)
    }

    /// Notes something about the harvest as a whole, once.
    package func note(_ notice: HarvestNotice) {
        if !notices.contains(notice), notices.count < 100 { notices.append(notice) }
    }

    /// Notes that the source gave less than it must have.
    package func doubt(_ notice: HarvestNotice) {
        isDoubtful = true
        note(notice)
    }

    /// Counts what was fetched.
    package func countFetch(requests: Int, bytes: Int, pages: Int) {
        counts.requests += requests
        counts.bytes += bytes
        counts.pages += pages
    }

    /// Notes a problem that belongs to no record that is tracked.
    package func report(_ problem: RecordProblem, record: String = "") {
        problems.add(problem, record: record)
        if problem.severity == .warning { counts.warnings += 1 }
    }
}

// MARK: Pages

extension HarvestSession {
    /// Saves a page and how far the harvest has come, in one commit.
    ///
    /// - Parameters:
    ///   - checkpoint: nil leaves the one that stands.
    ///   - changes: to the pages that are remembered, where the source is a site.
    /// - Returns: whether the harvest may go on; false where somebody asked to stop it.
    /// - Throws: `HarvestSourceError.leased` where the lease was lost, `CatalogueStoreError`.
    package func save(
        _ page: [HarvestedRecord], checkpoint: String?, changes: HarvestedPageChanges = HarvestedPageChanges(),
        at instant: Date
    ) throws -> Bool {
        let prepared = try prepare(page)
        if isDryRun {
            try preview(prepared)
            return true
        }
        let (saved, mayGoOn) = try store.write { db in
            guard try IndexGeneration.current(in: db) == generation else {
                throw CatalogueStoreError.outdated(store.path)
            }
            let mayGoOn = try renewLease(at: instant, in: db)
            var writer = try HarvestPageWriter(self, at: instant, in: db)
            for record in prepared { try writer.save(record, in: db) }
            try writer.finish(in: db)
            try changes.write(for: source.id, in: db)
            if let checkpoint {
                try db.execute(
                    sql: "UPDATE harvestSource SET checkpoint = ? WHERE source = ?", arguments: [checkpoint, source.id])
            }
            return (writer, mayGoOn)
        }
        counts = saved.counts
        problems = saved.problems
        unidentified += saved.unidentified
        try store.mergePostings()
        return mayGoOn
    }

    private func renewLease(at instant: Date, in db: Database) throws -> Bool {
        let row = try Row.fetchOne(
            db, sql: "SELECT leaseHolder, abortRequested FROM harvestSource WHERE source = ?", arguments: [source.id])
        // Nobody holds it where another has taken it over and is done with it.
        let found: String? = row?[0]
        guard let row, found == holder else { throw HarvestSourceError.leased(source.id, holder: found ?? "–") }
        try db.execute(
            sql: "UPDATE harvestSource SET leaseUntil = ? WHERE source = ?",
            arguments: [Int64(instant.timeIntervalSince1970) + Self.leaseSeconds, source.id])
        return row[1] as Int == 0
    }

    /// Looks up what each record said last, and normalises those that say something new.
    private func prepare(_ page: [HarvestedRecord]) throws -> [PreparedRecord] {
        let known = try store.read { db in
            let find = try db.cachedStatement(
                sql: "SELECT hash, state, resource FROM sourceRecord WHERE source = ? AND identifier = ?")
            return try page.map { record in
                record.identifier.isEmpty
                    ? nil
                    : try Row.fetchOne(find, arguments: [source.id, record.identifier]).map(KnownRecord.init)
            }
        }
        return try zip(page, known).map { record, known in
            switch record.content {
            case .deleted: PreparedRecord(record.identifier, known, .deleted)
            case .listed: PreparedRecord(record.identifier, known, .listed)
            case .refused(let problem): PreparedRecord(record.identifier, known, .unreadable(problem))
            case .record(let statement, let warnings):
                try prepare(statement, warnings, record.identifier, known)
            }
        }
    }

    private func prepare(
        _ statement: SourceRecord, _ warnings: [RecordProblem], _ identifier: String, _ known: KnownRecord?
    ) throws -> PreparedRecord {
        let hash = StatedValues.hash(of: statement, under: rules)
        if let known, known.hash == hash, known.state == "accepted" {
            return PreparedRecord(identifier, known, .unchanged)
        }
        let text = try JSONText.of(StatedValues(statement))
        do throws(RecordRejection) {
            let normalised = try normaliser.normalise(statement, defaults: defaults)
            return PreparedRecord(
                identifier, known,
                .accepted(
                    AcceptedRecord(resource: normalised.resource, location: statement.location),
                    statement: text, hash: hash, warnings: warnings + normalised.warnings))
        } catch {
            return PreparedRecord(identifier, known, .rejected(statement: text, hash: hash, error.problems))
        }
    }
}
