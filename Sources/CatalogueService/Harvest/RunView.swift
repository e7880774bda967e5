import CatalogueModel
import Foundation
import Vocabularies

/// The report of one harvest, in words for the institution whose records they are.
struct RunView {
    private let run: HarvestRun
    private let problems: [ProblemGroup]
    private let language: PreferredLanguage

    init(_ run: HarvestRun, problems: [ProblemGroup], language: PreferredLanguage) {
        self.run = run
        self.problems = problems
        self.language = language
    }

    var values: [String: Any] {
        let langQuery = language == .english ? "?lang=en" : ""
        let title = PageText.text("runTitle", in: language) + " \(run.id)"
        return [
            "pageTitle": title + " – " + run.source, "title": title, "source": run.source,
            "sourceHref": "/sources/\(run.source)\(langQuery)", "apiHref": "/api/v1/runs/\(run.id)",
            "verdict": Self.verdict(run, in: language), "verdictCode": run.verdict?.rawValue ?? "running",
            "started": Self.instant(run.startedAt, in: language),
            "finished": run.finishedAt.map { Self.instant($0, in: language) } ?? "–",
            "endedBy": run.endedBy?.text[language] ?? "", "isEnded": run.endedBy != nil,
            "notices": run.notices.map { $0.text[language] },
            "figures": figures.map {
                [
                    "label": PageText.text("count" + $0.0, in: language),
                    "value": Printing.number($0.1, in: language),
                ]
            },
            "hasProblems": !problems.isEmpty, "problems": problems.map { group($0, langQuery) },
        ]
    }

    private var figures: [(String, Int)] {
        let counts = run.counts
        return [
            ("Read", counts.read), ("Added", counts.added), ("Changed", counts.changed),
            ("Unchanged", counts.unchanged), ("Refused", counts.refused), ("Withdrawn", counts.withdrawn),
            ("Withheld", counts.withheld), ("Warnings", counts.warnings), ("Pages", counts.pages),
            ("Requests", counts.requests),
        ]
    }

    private func group(_ group: ProblemGroup, _ langQuery: String) -> [String: Any] {
        let field = group.field.flatMap { SourceField(rawValue: $0) }
        return [
            "isRefusal": group.severity == .refused,
            "severity": PageText.text(group.severity == .refused ? "severityRefused" : "severityWarning", in: language),
            "count": Printing.number(group.count, in: language), "reason": group.reason.rawValue,
            "field": group.field ?? "", "meaning": group.reason.meaning[language], "remedy": group.remedy[language],
            "standards": [field?.standards].compactMap(\.self),
            "ruleHref": "/help/records\(langQuery)#\(group.reason.rawValue)",
            "examples": group.examples.map {
                ["record": $0.record, "message": language == .vietnamese ? $0.vietnamese : $0.english]
            },
        ]
    }

    static func verdict(_ run: HarvestRun?, in language: PreferredLanguage) -> String {
        guard let run else { return PageText.text("runNever", in: language) }
        return run.verdict?.label[language] ?? PageText.text("runRunning", in: language)
    }

    /// The day, as dates are printed.
    static func day(_ date: Date, in language: PreferredLanguage) -> String {
        PartialDate(date.formatted(.iso8601.year().month().day())).map { Printing.date($0, in: language) } ?? ""
    }

    /// Day and time, in UTC.
    static func instant(_ date: Date, in language: PreferredLanguage) -> String {
        day(date, in: language) + " " + date.formatted(.iso8601.time(includingFractionalSeconds: false)) + " UTC"
    }
}
