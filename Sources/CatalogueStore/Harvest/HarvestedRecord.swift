package import CatalogueModel

/// One record as a harvest met it.
package struct HarvestedRecord: Sendable {
    package enum Content: Sendable {
        case record(SourceRecord, warnings: [RecordProblem])
        /// The source says that the record is gone.
        case deleted
        /// A list of identifiers has it; what it says was not asked.
        case listed
        /// The record cannot be read.
        case refused(RecordProblem)
    }

    /// In the source's own terms; empty where the record is too broken to have one.
    package let identifier: String
    package let content: Content

    package init(identifier: String, content: Content) {
        self.identifier = identifier
        self.content = content
    }
}
