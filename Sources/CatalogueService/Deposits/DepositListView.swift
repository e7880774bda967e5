import Publishing
import Vocabularies

/// The page of deposits.
struct DepositListView {
    private let deposits: [Deposit]
    private let total: Int
    private let page: Int
    private let pageSize: Int
    private let filter: DepositTable.Filter
    private let isOfOne: Bool
    private let address: PageAddress
    private let language: PreferredLanguage

    /// - Parameter isOfOne: whether the person sees one institution only.
    init(
        _ deposits: [Deposit], total: Int, page: Int, pageSize: Int, filter: DepositTable.Filter, isOfOne: Bool,
        address: PageAddress, language: PreferredLanguage
    ) {
        self.deposits = deposits
        self.total = total
        self.page = page
        self.pageSize = pageSize
        self.filter = filter
        self.isOfOne = isOfOne
        self.address = address
        self.language = language
    }

    var values: [String: Any] {
        var values: [String: Any] = [
            "pageTitle": PageText.text("depositsTitle", in: language) + " – " + PageText.text("siteName", in: language),
            "noIndex": true, "none": deposits.isEmpty, "total": Printing.number(total, in: language),
            "choosesInstitution": !isOfOne, "institution": filter.institution ?? "",
            "deposits": deposits.map { DepositWords($0, language).values },
            "states": [
                ["value": "", "label": PageText.text("allStates", in: language), "isSelected": filter.states.isEmpty]
            ]
                + DepositState.allCases.map { state in
                    [
                        "value": state.rawValue, "label": state.label[language],
                        "isSelected": filter.states == [state],
                    ] as [String: Any]
                },
            "exportHref": "/deposits/export.csv"
                + (isOfOne ? "" : filter.institution.map { "?institution=" + FormEncoding.query($0) } ?? ""),
        ]
        if page > 1 { values["previousHref"] = address.with("page", String(page - 1)).href }
        if page * pageSize < total { values["nextHref"] = address.with("page", String(page + 1)).href }
        return values
    }
}
