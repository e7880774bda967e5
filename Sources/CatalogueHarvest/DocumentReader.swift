import CatalogueModel
import CatalogueStore
import Harvesting
import RecordFormats

/// Saves the records of files, feeds and pages.
struct DocumentReader {
    private let pass: HarvestPass
    private let mapping: RecordMapping?

    /// Records of one commit.
    private static let batchSize = 1000

    init(_ pass: HarvestPass, _ mapping: RecordMapping?) {
        self.pass = pass
        self.mapping = mapping
    }

    /// Saves all records of `answer`.
    ///
    /// - Returns: nil where the harvest may go on, else how it ends.
    /// - Throws: `RecordFormatError` where it cannot be read, `HarvestStop` where its format is not known.
    func read(_ answer: FetchedResponse) throws -> HarvestEnding? {
        let format = try RecordFormat.of(answer, wanted: pass.session.source.formats.first, mapping: mapping)
        return try read(answer, as: format, checkpoint: nil)
    }

    /// - Parameter checkpoint: stored with the last of the records.
    func read(
        _ answer: FetchedResponse, as format: RecordFormat, checkpoint: SourceCheckpoint?
    ) throws -> HarvestEnding? {
        var reader = RecordReader(
            format: format, mapping: mapping, file: answer.address.description,
            // Whose the records are, the source says.
            neededColumns: RecordReader.neededColumns.filter { $0 != .publisher }, chunks: answer.body.chunks())
        var batch: [HarvestedRecord] = []
        while let outcome = try reader.next() {
            batch.append(HarvestedRecord(outcome))
            if batch.count == Self.batchSize {
                if let ending = try pass.save(batch, nil) { return ending }
                batch.removeAll(keepingCapacity: true)
            }
        }
        return try pass.save(batch, checkpoint)
    }
}

extension HarvestedRecord {
    /// A record whose identifier has bytes that are no text would stand for another one: it is refused.
    init(_ outcome: ReadOutcome) {
        switch outcome {
        case .record(let record, let warnings):
            let identifier = record[.identifier].first ?? record[.url].first ?? ""
            self.init(identifier: identifier, content: .record(record, warnings: warnings))
        case .refused(let problem): self.init(identifier: "", content: .refused(problem))
        }
    }
}
