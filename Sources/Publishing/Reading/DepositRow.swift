package import CatalogueModel

/// One record as an institution sent it, read and checked.
package struct DepositRow: Sendable {
    package enum Content: Sendable {
        /// - needsIdentifier: whether it came without one.
        case resource(LearningResource, needsIdentifier: Bool)
        /// It names another institution as its publisher.
        case foreign(institution: String)
        case refused
    }

    /// Where it stands: the line of a table, or of a list of records.
    package let line: Int
    /// As the record states it, for recognising it; nil where it has none that can be read.
    package let title: String?
    package let content: Content
    /// Why it is refused, or what was noticed about it.
    package let problems: [RecordProblem]
    /// Of a row of a table: the fields that have a column, with its heading. Nil for a record that stands for itself.
    package var columns: [SourceField: String]?
}
