package import CatalogueModel

/// What became of one record on its way out of a file.
package enum ReadOutcome: Hashable, Sendable {
    case record(SourceRecord, warnings: [RecordProblem])
    /// The record cannot be read; reading goes on with the next one.
    case refused(RecordProblem)
}
