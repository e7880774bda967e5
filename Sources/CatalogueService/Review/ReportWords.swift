import CatalogueModel
import Publishing
import Vocabularies

/// A report of a reader in words.
struct ReportWords {
    private let report: ReaderReport
    private let language: PreferredLanguage

    init(_ report: ReaderReport, _ language: PreferredLanguage) {
        self.report = report
        self.language = language
    }

    var values: [String: Any] {
        let langQuery = language == .english ? "?lang=en" : ""
        var values: [String: Any] = [
            "number": report.number, "kind": report.kind.label[language], "note": report.note,
            "when": DepositWords.moment(report.at, language), "isOpen": report.state == .open,
            "state": report.state.label[language],
            "title": report.title.isEmpty ? report.resource.rawValue : report.title,
            "href": ResourceWords.canonicalHref(of: report.resource) + langQuery,
            "manageHref": DepositWords.href(of: report.resource, language), "institution": report.institution,
            "action": "/review/reports/\(report.number)" + langQuery,
        ]
        values["decidedBy"] = report.decidedBy.map(DepositWords.person)
        values["answer"] = report.answer
        return values
    }
}
