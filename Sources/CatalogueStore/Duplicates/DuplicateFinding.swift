package import Foundation
import GRDB
import Normalisation
import Vocabularies

/// Finding duplicates: which resources of all sources are one.
extension CatalogueStore {
    /// Brings the clusters up to date with the records: only what has changed since the last time is compared. Costs one
    /// look-up where nothing has.
    ///
    /// - Parameter isFull: compares everything anew; the clusters are the same either way.
    @discardableResult
    package func updateDuplicates(at instant: Date, isFull: Bool = false) throws -> DuplicateUpdate {
        if !isFull, try read({ try Self.duplicatesAreCurrent(in: $0) }) { return DuplicateUpdate() }
        return try write { db in
            try Self.updateDuplicates(at: Int64(instant.timeIntervalSince1970), isFull: isFull, in: db)
        }
    }

    /// Reads clusters and pairs as they stood when they were last brought up to date.
    package func readDuplicates<Value>(_ body: (DuplicateReading) throws -> Value) throws -> Value {
        try read { db in
            try body(DuplicateReading(db, licences: CatalogueStore.referenceData(in: db).vocabularies.licences))
        }
    }

    static func duplicatesAreCurrent(in db: Database) throws -> Bool {
        let tables = DuplicateTables(db)
        guard let state = try tables.state() else { return try tables.lastSequence() == 0 }
        return try state.version == DuplicateTraits.version && state.sequence == tables.lastSequence()
    }

    /// Comparing so many at once is quicker all anew.
    private static func isMuch(_ changed: Int, of all: Int) -> Bool { changed > 2000 && changed > all / 5 }

    static func updateDuplicates(at instant: Int64, isFull: Bool, in db: Database) throws -> DuplicateUpdate {
        let tables = DuplicateTables(db)
        let traits = TraitsCache(tables)
        let regrouping = DuplicateRegrouping(tables: tables, traits: traits, instant: instant)
        let state = try tables.state()
        let sequence = try tables.lastSequence()
        let changed =
            state.map(\.version) == DuplicateTraits.version && !isFull
            ? try tables.changes(after: state?.sequence ?? 0) : nil
        if let changed, try !isMuch(changed.count, of: tables.resourceCount()) {
            var increment = DuplicateIncrement(tables, traits: traits)
            try increment.apply(changed)
            try regrouping.regroup(increment.concerned)
            try tables.setState(sequence: sequence)
            return increment.update
        }
        let formed = try regrouping.formedClusters()
        try tables.deleteAll()
        var recompute = DuplicateRecompute(tables, traits: traits)
        try recompute.run()
        try regrouping.regroup(recompute.concerned.union(HeldDecisions(in: db).same.keys), formed: formed)
        try tables.setState(sequence: sequence)
        return recompute.update
    }
}
