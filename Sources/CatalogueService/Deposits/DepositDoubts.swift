import CatalogueModel
import Publishing
import RecordFormats
import Vocabularies

/// What would not be taken as it was typed, so that nobody sends a form and loses a value without a word.
struct DepositDoubts {
    private let problems: [RecordProblem]

    /// What is merely not filled in is no loss.
    init(_ row: DepositRow) {
        problems = row.problems.filter { $0.severity == .warning && $0.reason != .missingField }
    }

    /// Stands for the doubts in the form that shows them; nil where there are none.
    var digits: String? {
        problems.isEmpty ? nil : StableHash.digits(of: problems.map { [$0.field ?? "", $0.message.english] })
    }

    /// Whether the person saw these very doubts before sending.
    func areSettled(by posted: PostedForm) -> Bool { digits == nil || posted["accepted"] == digits }
}
