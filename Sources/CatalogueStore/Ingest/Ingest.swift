package import CatalogueModel
package import Foundation
import GRDB
import Normalisation
import RecordFormats
import Vocabularies

/// Takes files in: reads, normalises and saves in batches; bad records are reported and skipped.
///
/// Killed at any moment, it loses no batch that was committed, and running it again completes the work: what is in the
/// catalogue already is unchanged and skipped.
package struct Ingest {
    package enum Destination: Sendable {
        case catalogue(IngestSession)
        case preview(IngestPreview)
    }

    /// Records in one commit: few enough that a reader sees progress, enough that commits cost nothing.
    package static let batchSize = 1000

    private let destination: Destination
    private let normaliser: RecordNormaliser
    private let defaults: SourceDefaults?
    private let clock: () -> Date
    private let report: (RecordProblem) -> Void
    private let progress: (IngestProgress) -> Void

    /// - Parameters:
    ///   - publisher: identifier of the institution all records are of, whatever they say; nil where each says its own.
    ///   - clock: tells when a batch was saved.
    ///   - report: called for every problem, in reading order.
    ///   - progress: called after every batch.
    package init(
        into destination: Destination, publisher: String? = nil, clock: @escaping () -> Date,
        report: @escaping (RecordProblem) -> Void,
        progress: @escaping (IngestProgress) -> Void = { _ in }
    ) {
        self.destination = destination
        self.clock = clock
        self.report = report
        self.progress = progress
        normaliser = RecordNormaliser(vocabularies: destination.reference.vocabularies)
        defaults = publisher.map { id in
            let name = destination.reference.registers.institution(id)?.name
            return SourceDefaults(publisherID: id, publisherName: name ?? id)
        }
    }

    /// Takes `inputs` in, one after another.
    ///
    /// - Throws: what stops an ingest: a file that cannot be read as a whole, a catalogue that cannot be written. What
    ///   was committed before stays.
    package func run(_ inputs: [IngestInput]) throws -> IngestCounts {
        var counts = IngestCounts()
        for input in inputs { try take(input, &counts) }
        if case .catalogue(let session) = destination { try session.finish(counts, at: clock()) }
        return counts
    }

    private func take(_ input: IngestInput, _ counts: inout IngestCounts) throws {
        let file = try FileChunks(path: input.path)
        var reader = RecordReader(
            format: input.format, mapping: input.mapping, file: input.path,
            neededColumns: RecordReader.neededColumns.filter { $0 != .publisher || defaults == nil },
            chunks: { try file.next() })
        var batch: [AcceptedRecord] = []
        var lines: [ResourceID: Int] = [:]
        func save() throws {
            for (record, problem) in try destination.conflicts(in: batch) {
                refuse([problem], &counts)
                batch.removeAll { $0.resource.id == record.resource.id }
            }
            var saved = try destination.save(batch, at: clock())
            warn(saved.problems, &counts)
            saved.problems = []
            counts.saved += saved
            batch.removeAll(keepingCapacity: true)
            progress(
                IngestProgress(
                    file: input.path, bytesRead: reader.bytesRead, bytesInFile: file.size, counts: counts))
        }
        while let outcome = try reader.next() {
            counts.read += 1
            if let record = accept(outcome, &lines, &counts) { batch.append(record) }
            if batch.count == Self.batchSize { try save() }
        }
        try save()
    }

    /// The record, or nil where it is refused; problems are counted and reported either way.
    private func accept(
        _ outcome: ReadOutcome, _ lines: inout [ResourceID: Int], _ counts: inout IngestCounts
    ) -> AcceptedRecord? {
        switch outcome {
        case .refused(let problem):
            refuse([problem], &counts)
            return nil
        case .record(let record, let warnings):
            warn(warnings, &counts)
            do throws(RecordRejection) {
                let normalised =
                    if let defaults {
                        try normaliser.normalise(record, defaults: defaults)
                    } else {
                        try normaliser.normalise(record)
                    }
                let id = normalised.resource.id
                if let first = lines.updateValue(record.location.line, forKey: id) {
                    lines[id] = first
                    refuse([.duplicate(id, at: record.location, firstLine: first)], &counts)
                    return nil
                }
                warn(normalised.warnings, &counts)
                return AcceptedRecord(resource: normalised.resource, location: record.location)
            } catch {
                refuse(error.problems, &counts)
                return nil
            }
        }
    }

    private func refuse(_ problems: [RecordProblem], _ counts: inout IngestCounts) {
        counts.refused += 1
        problems.forEach(report)
    }

    private func warn(_ problems: [RecordProblem], _ counts: inout IngestCounts) {
        counts.warnings += problems.count
        problems.forEach(report)
    }
}

extension Ingest.Destination {
    package var reference: ReferenceData {
        switch self {
        case .catalogue(let session): session.reference
        case .preview(let preview): preview.reference
        }
    }

    /// Records that may not be taken: nobody takes over what another institution has published, and no file what people
    /// deposited.
    fileprivate func conflicts(in batch: [AcceptedRecord]) throws -> [(record: AcceptedRecord, problem: RecordProblem)]
    {
        let store: CatalogueStore? =
            switch self {
            case .catalogue(let session): session.store
            case .preview(let preview): preview.store
            }
        guard let store, !batch.isEmpty else { return [] }
        return try store.read { db in
            let find = try db.cachedStatement(sql: "SELECT publisher FROM learningResource WHERE id = ?")
            return try batch.compactMap { record in
                if let owner = try String.fetchOne(find, arguments: [record.resource.id.rawValue]),
                    owner != record.resource.publisher.id
                {
                    return (record, .ownedByAnother(record, owner: owner))
                }
                return try DepositedResources.conflict(record, in: db).map { (record, $0) }
            }
        }
    }

    fileprivate func save(_ batch: [AcceptedRecord], at instant: Date) throws -> SaveCounts {
        guard !batch.isEmpty else { return SaveCounts() }
        return switch self {
        case .catalogue(let session): try session.save(batch, at: instant)
        case .preview(let preview): try preview.save(batch)
        }
    }
}
