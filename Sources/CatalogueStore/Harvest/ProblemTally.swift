package import CatalogueModel
import GRDB
import Vocabularies

/// Counts the problems of a run by kind and keeps the first of each kind to show.
package struct ProblemTally: Sendable {
    private struct Kind: Hashable {
        let severity: RecordProblem.Severity
        let reason: RecordProblem.Reason
        let field: String
    }

    private var groups: [Kind: (count: Int, remedy: LocalisedText, examples: [ProblemGroup.Example])] = [:]
    /// Kinds that are told apart; what comes on top counts under its reason without a field.
    private static let mostKinds = 500

    package init() {}

    package var count: Int { groups.values.reduce(0) { $0 + $1.count } }

    /// - Parameter record: what the source calls the record.
    package mutating func add(_ problem: RecordProblem, record: String) {
        var kind = Kind(severity: problem.severity, reason: problem.reason, field: problem.field ?? "")
        if groups[kind] == nil, groups.count >= Self.mostKinds {
            kind = Kind(severity: problem.severity, reason: problem.reason, field: "")
        }
        var group = groups[kind] ?? (0, problem.remedy, [])
        group.count += 1
        if group.examples.count < ProblemGroup.mostExamples {
            group.examples.append(
                ProblemGroup.Example(
                    record: record.isEmpty ? problem.location.description : record,
                    vietnamese: problem.message.vietnamese, english: problem.message.english))
        }
        groups[kind] = group
    }

    /// Refusals first, then the most frequent.
    package var sorted: [ProblemGroup] {
        groups.map { kind, group in
            ProblemGroup(
                severity: kind.severity, reason: kind.reason, field: kind.field.isEmpty ? nil : kind.field,
                count: group.count, remedy: group.remedy, examples: group.examples)
        }.sorted {
            let (a, b) = ($0.severity == .refused ? 0 : 1, $1.severity == .refused ? 0 : 1)
            return (a, $1.count, $0.reason.rawValue, $0.field ?? "") < (b, $0.count, $1.reason.rawValue, $1.field ?? "")
        }
    }
}
