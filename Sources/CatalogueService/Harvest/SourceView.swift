import CatalogueModel
import CatalogueStore
import Foundation
import Vocabularies

/// The page of one source: how it is asked, how it stands, its harvests.
struct SourceView {
    private let summary: HarvestSummary
    private let runs: [HarvestRun]
    private let language: PreferredLanguage

    init(_ summary: HarvestSummary, runs: [HarvestRun], language: PreferredLanguage) {
        self.summary = summary
        self.runs = runs
        self.language = language
    }

    var values: [String: Any] {
        let langQuery = language == .english ? "?lang=en" : ""
        return [
            "pageTitle": summary.name(in: language) + " – " + PageText.text("sourcesTitle", in: language),
            "id": summary.state.source.id, "institution": summary.name(in: language),
            "facts": facts.filter { !$0.1.isEmpty }.map {
                ["label": PageText.text($0.0, in: language), "value": $0.1]
            },
            "hasRuns": !runs.isEmpty,
            "runs": runs.map { run in
                [
                    "href": "/runs/\(run.id)\(langQuery)", "number": "\(run.id)",
                    "verdict": RunView.verdict(run, in: language),
                    "when": RunView.instant(run.startedAt, in: language),
                    "read": Printing.number(run.counts.read, in: language),
                    "added": Printing.number(run.counts.added, in: language),
                    "changed": Printing.number(run.counts.changed, in: language),
                    "refused": Printing.number(run.counts.refused, in: language),
                    "withdrawn": Printing.number(run.counts.withdrawn, in: language),
                ]
            },
            "institutionHref": PageAddress(
                path: SearchAddress.path, items: [("institution", summary.state.source.institution)]
            ).with("lang", language == .english ? "en" : nil).href,
            "profileHref": InstitutionView.href(of: summary.state.source.institution, in: language),
            "qualityHref": "/quality/\(summary.state.source.institution)\(langQuery)",
            "linksHref": "/links/\(summary.state.source.institution)\(langQuery)",
            "apiHref": "/api/v1/sources/\(summary.state.source.id)",
        ]
    }

    private var facts: [(String, String)] {
        let source = summary.state.source
        return [
            ("sourceProtocol", source.sourceProtocol.rawValue),
            ("sourceFormats", source.formats.joined(separator: ", ")),
            ("sourceSets", source.sets.joined(separator: ", ")),
            ("sourceLicence", source.licence ?? ""),
            ("sourcePaused", source.pausedReason ?? ""),
            ("sourceAccepted", Printing.number(summary.records["accepted"] ?? 0, in: language)),
            ("sourceRefused", Printing.number(summary.records["refused"] ?? 0, in: language)),
            ("sourceDeleted", Printing.number(summary.records["deleted"] ?? 0, in: language)),
            (
                "sourceNext",
                summary.state.nextRunAt.timeIntervalSince1970 > 0
                    ? RunView.instant(summary.state.nextRunAt, in: language) : ""
            ),
        ]
    }
}
