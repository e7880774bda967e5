import CatalogueModel
import Publishing
import Vocabularies

/// The queue of curators.
struct ReviewQueueView {
    enum Kind {
        case deposits, reports
    }

    struct Queue: Sendable {
        /// A page of them, and how many there are.
        let deposits: (deposits: [Deposit], total: Int)
        let reports: (reports: [ReaderReport], total: Int)
        /// How many await a decision, whatever is looked at.
        let waiting: (deposits: Int, reports: Int)
    }

    private let queue: Queue
    private let kind: Kind
    private let state: String
    private let institution: String
    private let report: String
    private let page: Int
    private let pageSize: Int
    private let address: PageAddress
    private let language: PreferredLanguage

    init(
        _ queue: Queue, kind: Kind, state: String, institution: String, report: String, page: Int, pageSize: Int,
        address: PageAddress, language: PreferredLanguage
    ) {
        self.queue = queue
        self.kind = kind
        self.state = state
        self.institution = institution
        self.report = report
        self.page = page
        self.pageSize = pageSize
        self.address = address
        self.language = language
    }

    var values: [String: Any] {
        let total = kind == .deposits ? queue.deposits.total : queue.reports.total
        let base = PageAddress(path: "/review").with("lang", language == .english ? "en" : nil)
        var values: [String: Any] = [
            "pageTitle": PageText.text("reviewTitle", in: language) + " – " + PageText.text("siteName", in: language),
            "noIndex": true, "isReports": kind == .reports, "none": total == 0,
            "depositCount": Printing.number(queue.waiting.deposits, in: language),
            "reportCount": Printing.number(queue.waiting.reports, in: language),
            "depositsHref": base.href, "reportsHref": base.with("kind", "reports").href, "institution": institution,
            "states": states, "reportKinds": kinds, "deposits": queue.deposits.deposits.map(deposit),
            "reports": queue.reports.reports.map(report),
        ]
        if page > 1 { values["previousHref"] = address.with("page", String(page - 1)).href }
        if page * pageSize < total { values["nextHref"] = address.with("page", String(page + 1)).href }
        return values
    }

    private var states: [[String: Any]] {
        let known: [(String, LocalisedText)] =
            kind == .deposits
            ? [("", LocalisedText(vietnamese: "chờ quyết định", english: "awaiting a decision"))]
                + DepositState.allCases.map { ($0.rawValue, $0.label) }
            : [ReaderReport.State.open, .done, .dismissed].map { ($0.rawValue, $0.label) }
        return known.map { ["value": $0.0, "label": $0.1[language], "isSelected": $0.0 == state] }
    }

    private var kinds: [[String: Any]] {
        [["value": "", "label": PageText.text("allKinds", in: language), "isSelected": report.isEmpty]]
            + ReaderReport.Kind.allCases.map {
                ["value": $0.rawValue, "label": $0.label[language], "isSelected": $0.rawValue == report]
            }
    }

    private func deposit(_ deposit: Deposit) -> [String: Any] {
        var values = DepositWords(deposit, language).values
        values["href"] =
            "/review/" + FormEncoding.pathSegment(deposit.id.rawValue) + (language == .english ? "?lang=en" : "")
        values["isChange"] = deposit.publicVersion != nil
        return values
    }

    private func report(_ report: ReaderReport) -> [String: Any] {
        ReportWords(report, language).values
    }
}
