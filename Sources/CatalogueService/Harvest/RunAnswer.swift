import CatalogueModel
import Foundation
import Vocabularies

/// The report of a harvest as the API tells it.
struct RunAnswer: Encodable {
    private struct Group: Encodable {
        let severity: String
        let reason: String
        let field: String?
        let standards: String?
        let count: Int
        let remedy: String
        let examples: [Example]
    }

    private struct Example: Encodable {
        let record: String
        let message: String
    }

    private let run: Int64
    private let source: String
    private let kind: String
    private let startedAt: String
    private let finishedAt: String?
    private let verdict: String?
    private let counts: HarvestCounts
    private let endedBy: String?
    private let notices: [String]
    private let problems: [Group]

    init(_ run: HarvestRun, _ problems: [ProblemGroup], _ language: PreferredLanguage) {
        self.run = run.id
        source = run.source
        kind = run.kind.rawValue
        startedAt = run.startedAt.formatted(.iso8601)
        finishedAt = run.finishedAt?.formatted(.iso8601)
        verdict = run.verdict?.rawValue
        counts = run.counts
        endedBy = run.endedBy?.text[language]
        notices = run.notices.map { $0.text[language] }
        self.problems = problems.map { group in
            Group(
                severity: group.severity.rawValue, reason: group.reason.rawValue, field: group.field,
                standards: group.field.flatMap { SourceField(rawValue: $0)?.standards }, count: group.count,
                remedy: group.remedy[language],
                examples: group.examples.map {
                    Example(record: $0.record, message: language == .vietnamese ? $0.vietnamese : $0.english)
                })
        }
    }
}
