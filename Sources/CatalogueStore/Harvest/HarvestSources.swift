package import CatalogueModel
package import Foundation
import GRDB
import Vocabularies

/// The sources the catalogue harvests, and how each stands.
extension CatalogueStore {
    /// All sources, by identifier.
    package func harvestSources() throws -> [HarvestSourceState] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM harvestSource ORDER BY source").map(HarvestSourceState.init)
        }
    }

    /// - Throws: `HarvestSourceError.unknown`.
    package func harvestSource(_ id: String) throws -> HarvestSourceState {
        try read { db in try HarvestSourceState.fetch(id, in: db) }
    }

    /// Seconds after which the scheduler takes up a new source: time to test it first.
    package static let timeToTest: Int64 = 3600

    /// Adds a source, or replaces how it is asked; what was harvested from it and how far it came stays, but where it is
    /// asked or read in another way.
    ///
    /// - Parameter restingTime: seconds after which the scheduler takes up a source that is new.
    /// - Throws: `HarvestSourceError` for an identifier, institution, licence, language or address that will not do.
    package func save(_ source: HarvestSource, restingTime: Int64 = 0, at instant: Date) throws {
        try write { db in
            try HarvestSourceRules(reference: ReferenceDataTables.load(from: db)).check(source)
            try db.execute(
                sql: """
                    INSERT INTO harvestSource (source, institution, protocol, urls, formats, sets, mapping, licence,
                        language, contact, delay, interval, allowsPrivate, pausedReason, createdAt, nextRunAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (source) DO UPDATE SET institution = excluded.institution,
                        protocol = excluded.protocol, urls = excluded.urls, formats = excluded.formats,
                        sets = excluded.sets, mapping = excluded.mapping, licence = excluded.licence,
                        language = excluded.language, contact = excluded.contact, delay = excluded.delay,
                        interval = excluded.interval, allowsPrivate = excluded.allowsPrivate,
                        pausedReason = excluded.pausedReason,
                        -- What was asked in another way says nothing of how far this way came.
                        checkpoint = CASE
                            WHEN (protocol, urls, formats, sets, mapping, licence, language, institution)
                                IS (excluded.protocol, excluded.urls, excluded.formats, excluded.sets, excluded.mapping,
                                    excluded.licence, excluded.language, excluded.institution)
                            THEN checkpoint END
                    """,
                arguments: [
                    source.id, source.institution, source.sourceProtocol.rawValue, try JSONText.of(source.urls),
                    try JSONText.of(source.formats), try JSONText.of(source.sets), source.mapping, source.licence,
                    source.language, source.contact, source.delay, source.interval, source.allowsPrivateAddresses,
                    source.pausedReason, Int64(instant.timeIntervalSince1970),
                    Int64(instant.timeIntervalSince1970) + restingTime,
                ])
        }
    }

    /// Leaves a source alone for the reason given, or takes it up again.
    package func pause(_ id: String, reason: String?) throws {
        try write { db in
            _ = try HarvestSourceState.fetch(id, in: db)
            try db.execute(
                sql: "UPDATE harvestSource SET pausedReason = ?, failures = 0, nextRunAt = 0 WHERE source = ?",
                arguments: [reason, id])
        }
    }

    /// Removes a source that gave nothing, with the reports of its harvests.
    ///
    /// - Throws: `HarvestSourceError.inUse` where resources of the catalogue came from it: it may be paused.
    package func removeSource(_ id: String) throws {
        try write { db in
            _ = try HarvestSourceState.fetch(id, in: db)
            let records =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM sourceRecord WHERE source = ? AND resource IS NOT NULL",
                    arguments: [id]) ?? 0
            guard records == 0 else { throw HarvestSourceError.inUse(id, records: records) }
            for statement in [
                "DELETE FROM harvestProblem WHERE run IN (SELECT run FROM harvestRun WHERE source = ?)",
                "DELETE FROM harvestRun WHERE source = ?", "DELETE FROM sourceRecord WHERE source = ?",
                "DELETE FROM harvestedPage WHERE source = ?", "DELETE FROM harvestSource WHERE source = ?",
            ] { try db.execute(sql: statement, arguments: [id]) }
        }
    }

    /// Asks whoever harvests the source to stop after the page at hand.
    ///
    /// - Returns: false where nobody does.
    package func requestAbort(of id: String, at instant: Date) throws -> Bool {
        try write { db in
            let state = try HarvestSourceState.fetch(id, in: db)
            guard state.isHarvested(at: instant) else { return false }
            try db.execute(sql: "UPDATE harvestSource SET abortRequested = 1 WHERE source = ?", arguments: [id])
            return true
        }
    }

    /// Makes the lease of `holder` hold for its full time again; does nothing where it has none.
    package func renewLease(of id: String, holder: String, at instant: Date) throws {
        try write { db in
            try db.execute(
                sql: "UPDATE harvestSource SET leaseUntil = ? WHERE source = ? AND leaseHolder = ?",
                arguments: [Int64(instant.timeIntervalSince1970) + HarvestSession.leaseSeconds, id, holder])
        }
    }

    /// Sources whose time has come, the longest due first.
    package func dueSources(at instant: Date) throws -> [HarvestSource] {
        try harvestSources().filter {
            $0.source.pausedReason == nil && $0.nextRunAt <= instant && !$0.isHarvested(at: instant)
        }.sorted { ($0.nextRunAt, $0.source.id) < ($1.nextRunAt, $1.source.id) }.map(\.source)
    }
}
