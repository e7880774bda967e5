package import Vocabularies

/// The problems of one kind in a run, counted, with a few of them to look at.
package struct ProblemGroup: Hashable, Sendable {
    /// One record that has the problem.
    package struct Example: Hashable, Codable, Sendable {
        /// As the source calls the record; its place in the file where it has no identifier.
        package let record: String
        package let vietnamese: String
        package let english: String

        package init(record: String, vietnamese: String, english: String) {
            self.record = record
            self.vietnamese = vietnamese
            self.english = english
        }
    }

    package let severity: RecordProblem.Severity
    package let reason: RecordProblem.Reason
    package let field: String?
    package let count: Int
    package let remedy: LocalisedText
    /// At most `mostExamples`, the first that were met.
    package let examples: [Example]

    package static let mostExamples = 5

    package init(
        severity: RecordProblem.Severity, reason: RecordProblem.Reason, field: String?, count: Int,
        remedy: LocalisedText, examples: [Example]
    ) {
        self.severity = severity
        self.reason = reason
        self.field = field
        self.count = count
        self.remedy = remedy
        self.examples = examples
    }
}
