import CatalogueModel
import CatalogueStore
import Vocabularies

/// The page of an institution's links: which are broken, which have moved.
struct LinksView {
    private let report: LinkReport
    private let institution: Institution
    private let language: PreferredLanguage

    init(_ report: LinkReport, institution: Institution, language: PreferredLanguage) {
        self.report = report
        self.institution = institution
        self.language = language
    }

    var values: [String: Any] {
        let localised = language == .english ? institution.nameInEnglish : institution.nameInVietnamese
        let name = localised ?? institution.name
        let langQuery = language == .english ? "?lang=en" : ""
        return [
            "pageTitle": PageText.text("linksTitle", in: language) + ": " + name, "institution": name,
            "figures": LinkState.allCases.map {
                ["label": $0.label[language], "value": Printing.number(report.counts[$0] ?? 0, in: language)]
            },
            "none": report.items.isEmpty,
            "items": report.items.map { item in
                [
                    "href": "/resources/" + FormEncoding.pathSegment(item.id) + langQuery, "title": item.title,
                    "url": item.check.url, "state": item.check.state.label[language],
                    "why": [item.check.reason, item.check.movedTo.map { "→ \($0)" }].compactMap(\.self)
                        .joined(separator: " "),
                ]
            },
        ]
    }
}
