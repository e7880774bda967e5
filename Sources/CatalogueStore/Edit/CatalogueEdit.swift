package import CatalogueModel
package import Foundation
package import GRDB

/// A change of resources by people, inside one transaction: whatever else the change is about goes in with it or not at
/// all.
package struct CatalogueEdit {
    package let reference: ReferenceData
    package let instant: Date
    private let source: String
    private let generation: IndexGeneration
    private var writer: ResourceWriter?

    init(_ source: String, at instant: Date, path: String, in db: Database) throws {
        reference = try ReferenceDataTables.load(from: db)
        guard !reference.isEmpty else { throw CatalogueStoreError.noVocabularies(path) }
        guard try IndexState(of: db).isCurrent else { throw CatalogueStoreError.outdated(path) }
        self.source = source
        self.instant = instant
        generation = try IndexGeneration.current(in: db)
    }

    /// Saves a resource with its index entries; one that was withdrawn is offered again.
    package mutating func save(_ resource: LearningResource, in db: Database) throws {
        var counts = SaveCounts()
        let location = SourceLocation(file: source, line: 1)
        try openWriter(in: db)
        try writer?.save(AcceptedRecord(resource: resource, location: location), counts: &counts, in: db)
    }

    /// Saves an offered resource again, after `change`, with what is assigned to it and set by hand now; where it is from
    /// stays as it was.
    ///
    /// - Returns: false where the catalogue does not offer it.
    @discardableResult
    package mutating func saveAgain(
        _ id: ResourceID, in db: Database, changing change: (inout LearningResource) -> Void = { _ in }
    ) throws -> Bool {
        let find = try db.cachedStatement(
            sql: """
                SELECT r.record, f.path, r.sourceLine FROM learningResource r JOIN sourceFile f USING (sourceFile)
                WHERE r.id = ? AND r.withdrawnAt IS NULL
                """)
        guard let row = try Row.fetchOne(find, arguments: [id.rawValue]) else { return false }
        var resource = try RecordCoding().decode(row[0])
        let location = SourceLocation(file: row[1], line: row[2])
        change(&resource)
        var counts = SaveCounts()
        try openWriter(in: db)
        try writer?.save(AcceptedRecord(resource: resource, location: location), counts: &counts, in: db)
        return true
    }

    /// Takes a resource out of what the catalogue offers; its address says why.
    ///
    /// - Parameter note: what whoever withdraws it says, for readers; nil where they say nothing.
    /// - Returns: false where the catalogue does not offer it.
    package mutating func withdraw(
        _ id: ResourceID, because reason: WithdrawalReason, note: String?, in db: Database
    ) throws -> Bool {
        let find = try db.cachedStatement(sql: "SELECT rowID FROM learningResource WHERE id = ?")
        guard let row = try Int64.fetchOne(find, arguments: [id.rawValue]) else { return false }
        try openWriter(in: db)
        guard try writer?.withdraw(row, because: reason, in: db) == true else { return false }
        try db.cachedStatement(sql: "UPDATE learningResource SET withdrawnNote = ? WHERE rowID = ?")
            .execute(arguments: [note, row])
        return true
    }

    /// Makes the resource people's own: its sources no longer speak for it.
    package func detachFromSources(_ id: ResourceID, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE sourceRecord SET resource = NULL
                WHERE resource = (SELECT rowID FROM learningResource WHERE id = ?)
                """, arguments: [id.rawValue])
    }

    /// The run is opened with the first resource: a change that touches none leaves none behind.
    private mutating func openWriter(in db: Database) throws {
        guard writer == nil else { return }
        let now = Int64(instant.timeIntervalSince1970)
        try db.execute(
            sql: "INSERT INTO ingestRun (startedAt, finishedAt, source) VALUES (?, ?, ?)",
            arguments: [now, now, source])
        writer = ResourceWriter(
            run: db.lastInsertedRowID, instant: now,
            index: SearchIndexWriter(
                generation: generation, facetValues: try FacetValues(reference, in: db)))
    }

    mutating func finish(in db: Database) throws { try writer?.index.finish(in: db) }

    var hasTouchedResources: Bool { writer != nil }
}

extension CatalogueStore {
    /// Runs `body` in one write transaction, in which it may save and withdraw resources.
    ///
    /// - Parameters:
    ///   - source: who changes what, as `hoclieu show` names where a version is from.
    ///   - isDryRun: does everything and takes it all back, so that the outcome is what it would be.
    /// - Throws: `CatalogueStoreError` of kind `noVocabularies` or `indexOutdated`, and what `body` throws: nothing is
    ///   changed then.
    package func edit<Value>(
        _ source: String, at instant: Date, isDryRun: Bool = false,
        _ body: (inout CatalogueEdit, Database) throws -> Value
    ) throws -> Value {
        let (value, hasTouched) = try write { db in
            var outcome: (Value, Bool)?
            try db.inSavepoint {
                var edit = try CatalogueEdit(source, at: instant, path: path, in: db)
                let value = try body(&edit, db)
                try edit.finish(in: db)
                outcome = (value, edit.hasTouchedResources)
                return isDryRun ? .rollback : .commit
            }
            guard let outcome else { throw CatalogueStoreError.readOnly(path) }
            return outcome
        }
        if hasTouched, !isDryRun {
            try mergePostings()
            try updateDuplicates(at: instant)
        }
        return value
    }
}
