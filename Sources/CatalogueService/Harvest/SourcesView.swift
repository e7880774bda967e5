import CatalogueModel
import CatalogueStore
import Foundation
import Vocabularies

/// The page of all sources.
struct SourcesView {
    private let summaries: [HarvestSummary]
    private let language: PreferredLanguage

    init(_ summaries: [HarvestSummary], language: PreferredLanguage) {
        self.summaries = summaries
        self.language = language
    }

    var values: [String: Any] {
        let langQuery = language == .english ? "?lang=en" : ""
        return [
            "pageTitle": PageText.text("sourcesTitle", in: language) + " – "
                + PageText.text("siteName", in: language),
            "none": summaries.isEmpty,
            "sources": summaries.map { summary in
                [
                    "href": "/sources/\(summary.state.source.id)\(langQuery)", "id": summary.state.source.id,
                    "institution": summary.name(in: language),
                    "accepted": Printing.number(summary.records["accepted"] ?? 0, in: language),
                    "refused": Printing.number(summary.records["refused"] ?? 0, in: language),
                    "verdict": RunView.verdict(summary.last, in: language),
                    "isPaused": summary.state.source.pausedReason != nil,
                    "when": summary.last.map { RunView.day($0.finishedAt ?? $0.startedAt, in: language) } ?? "–",
                ]
            },
        ]
    }
}
