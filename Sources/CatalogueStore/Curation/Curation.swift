package import CatalogueModel
package import Foundation
import GRDB
import Normalisation
import Vocabularies

/// Setting values by hand, which no harvest and no ingest takes back.
extension CatalogueStore {
    /// Sets a field of a resource; no values clear it.
    ///
    /// - Parameters:
    ///   - values: in any form a source may give: a code, a label, an address.
    ///   - person: who sets it.
    /// - Returns: what was noticed about the values.
    /// - Throws: `CurationError` for a resource that is not there, a field that cannot be set, or values that will not do.
    @discardableResult
    package func curate(
        _ id: ResourceID, _ field: SourceField, _ values: [String], by person: String, at instant: Date
    ) throws -> [RecordProblem] {
        guard CuratedValues.fields.contains(field) else {
            throw CurationError.field(field.rawValue, known: CuratedValues.fields.map(\.rawValue))
        }
        let reference = try referenceData()
        return try write { db in
            var writer = try curatingWriter(id, by: person, at: instant, in: db)
            let stored = try Self.storedResource(id, in: db)
            let (patch, warnings) = try Self.patch(field, values, of: stored.resource, reference)
            try db.execute(
                sql: """
                    INSERT INTO curatedValue VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
                    SET valuesSet = excluded.valuesSet, setAt = excluded.setAt, setBy = excluded.setBy
                    """,
                arguments: [
                    id.rawValue, field.rawValue, try JSONText.of(patch), Int64(instant.timeIntervalSince1970), person,
                ])
            try Self.save(stored, with: &writer, in: db)
            return warnings
        }
    }

    /// Takes a value set by hand back: what the source said last stands again, at once where the catalogue keeps it, else
    /// from the next ingest on.
    ///
    /// - Returns: false where nothing was set.
    @discardableResult
    package func uncurate(_ id: ResourceID, _ field: SourceField, by person: String, at instant: Date) throws -> Bool {
        let reference = try referenceData()
        return try write { db in
            var writer = try curatingWriter(id, by: person, at: instant, in: db)
            try db.execute(
                sql: "DELETE FROM curatedValue WHERE resource = ? AND field = ?",
                arguments: [id.rawValue, field.rawValue])
            guard db.changesCount > 0 else { return false }
            var stored = try Self.storedResource(id, in: db)
            if let stated = try Self.statedResource(stored, reference, in: db) {
                CuratedPatch(field, of: stated).apply(to: &stored.resource)
            }
            try Self.save(stored, with: &writer, in: db)
            return true
        }
    }

    /// What is set by hand, by field.
    package func curatedValues(of id: ResourceID) throws -> [CuratedValue] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT field, valuesSet, setAt, setBy FROM curatedValue WHERE resource = ? ORDER BY field",
                arguments: [id.rawValue]
            ).map { row in
                CuratedValue(
                    field: row[0], values: try JSONText.value(CuratedPatch.self, of: row[1]).values,
                    setAt: Date(timeIntervalSince1970: row[2]), setBy: row[3])
            }
        }
    }

    private static func save(_ stored: AcceptedRecord, with writer: inout ResourceWriter, in db: Database) throws {
        var counts = SaveCounts()
        try writer.save(stored, counts: &counts, in: db)
        try writer.index.finish(in: db)
    }

    private func curatingWriter(
        _ id: ResourceID, by person: String, at instant: Date, in db: Database
    ) throws -> ResourceWriter {
        let reference = try ReferenceDataTables.load(from: db)
        guard try IndexState(of: db).isCurrent else { throw CatalogueStoreError.outdated(path) }
        let now = Int64(instant.timeIntervalSince1970)
        try db.execute(
            sql: "INSERT INTO ingestRun (startedAt, finishedAt, source) VALUES (?, ?, ?)",
            arguments: [now, now, "curate \(id) (\(person))"])
        return ResourceWriter(
            run: db.lastInsertedRowID, instant: now,
            index: SearchIndexWriter(
                generation: try IndexGeneration.current(in: db),
                facetValues: FacetValues(vocabularies: reference.vocabularies, registers: reference.registers)))
    }

    private static func storedResource(_ id: ResourceID, in db: Database) throws -> AcceptedRecord {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT r.record, f.path, r.sourceLine FROM learningResource r JOIN sourceFile f USING (sourceFile)
                WHERE r.id = ? AND r.withdrawnAt IS NULL
                """, arguments: [id.rawValue])
        guard let row else { throw CurationError.resource(id.rawValue) }
        return AcceptedRecord(
            resource: try RecordCoding().decode(row[0]), location: SourceLocation(file: row[1], line: row[2]))
    }

    /// The resource as its source states it, where the catalogue keeps that.
    private static func statedResource(
        _ stored: AcceptedRecord, _ reference: ReferenceData, in db: Database
    ) throws -> LearningResource? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT s.statement, s.source FROM sourceRecord s JOIN learningResource r ON r.rowID = s.resource
                WHERE r.id = ? AND s.state = 'accepted' ORDER BY s.seenIn DESC
                """, arguments: [stored.resource.id.rawValue])
        guard let row else { return nil }
        let state = try HarvestSourceState.fetch(row[1], in: db)
        let record = try JSONText.value(StatedValues.self, of: row[0]).record(at: stored.location)
        let defaults = SourceDefaults(
            state.source, institution: reference.registers.institution(state.source.institution))
        return try? RecordNormaliser(vocabularies: reference.vocabularies).normalise(record, defaults: defaults)
            .resource
    }

    /// Reads the values as a source's would be read.
    private static func patch(
        _ field: SourceField, _ values: [String], of resource: LearningResource, _ reference: ReferenceData
    ) throws -> (CuratedPatch, [RecordProblem]) {
        let given = values.filter { $0.contains { !$0.isWhitespace } }
        let record = SourceRecord(
            location: SourceLocation(file: "curate", line: 1),
            values: [
                .identifier: [resource.id.rawValue], .name: [resource.title], .url: [resource.url],
                .publisher: [resource.publisher.id], .publisherName: [resource.publisher.name],
                .license: [resource.licence ?? ""],
            ].merging([field: given]) { _, new in new })
        do throws(RecordRejection) {
            let normalised = try RecordNormaliser(vocabularies: reference.vocabularies).normalise(record)
            // What no value is given for is cleared, not guessed.
            let patch = given.isEmpty ? CuratedPatch(clearing: field) : CuratedPatch(field, of: normalised.resource)
            var warnings = normalised.warnings.filter { $0.field == field.rawValue }
            // Words that are no subject become keywords of a source's record; set by hand they are mistakes.
            if field == .about { warnings += normalised.resource.keywords.map { .notASubject($0, record.location) } }
            if patch.values.isEmpty, !given.isEmpty { throw RecordRejection(problems: warnings) }
            return (patch, warnings)
        } catch {
            throw CurationError.values(error.problems)
        }
    }
}

extension RecordProblem {
    fileprivate static func notASubject(_ value: String, _ location: SourceLocation) -> Self {
        Self(
            location: location, severity: .warning, field: SourceField.about.rawValue, reason: .unknownCode,
            message: LocalisedText(
                vietnamese: "“\(value)” không phải là tên lĩnh vực trong danh mục",
                english: "“\(value)” is no name of a subject in the vocabulary"),
            remedy: LocalisedText(
                vietnamese: "Hãy ghi mã ISCED-F hoặc tên lĩnh vực, ví dụ 0541 hoặc Toán học",
                english: "Give an ISCED-F code or the name of a subject, for example 0541 or Mathematics"))
    }
}
