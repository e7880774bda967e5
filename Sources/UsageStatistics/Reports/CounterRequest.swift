/// What somebody asks a COUNTER report about.
package struct CounterRequest: Sendable {
    /// Customer of the report over everything (COUNTER 5.1, global item reports).
    package static let world = "0000000000000000"
    static let dataTypes: Set = [
        "Article", "Audiovisual", "Book", "Book_Segment", "Conference_Item", "Dataset", "Image", "Interactive_Resource",
        "Multimedia", "News_Item", "Other", "Platform", "Reference_Work", "Report", "Software", "Sound",
        "Thesis_or_Dissertation", "Unspecified",
    ]

    package let kind: CounterKind
    package let begin: UsageMonth
    package let end: UsageMonth
    /// Whose resources; nil for all.
    package var institution: String?
    package var metrics: [String]?
    package var itemTypes: [String]?
    package var accessMethods: [String]?
    package var accessTypes: [String]?
    /// Single years and ranges: `2020`, `2018-2022`.
    package var years: [String]?
    package var attributes: [String] = []
    package var isTotal = false
    /// What was noticed about the request; the report carries it.
    package var exceptions: [CounterException] = []

    package init(_ kind: CounterKind, from begin: UsageMonth, through end: UsageMonth) {
        self.kind = kind
        self.begin = begin
        self.end = end
    }

    /// Reads the parameters of the API (COUNTER_API, `/r51/reports/{id}`).
    ///
    /// - Throws: `CounterException` for what ends a request: 1030, 3020. Others are kept in `exceptions`.
    package init(_ kind: CounterKind, parameters: [(name: String, value: String)]) throws(CounterException) {
        func value(_ name: String) -> String? { parameters.first { $0.name == name && !$0.value.isEmpty }?.value }
        guard value("customer_id") != nil else { throw CounterException(1030, data: "customer_id") }
        guard let first = value("begin_date").flatMap({ Self.month($0, isEnd: false) }),
            let last = value("end_date").flatMap({ Self.month($0, isEnd: true) }), first <= last
        else { throw CounterException(3020, data: "begin_date, end_date: yyyy-mm or whole months as yyyy-mm-dd") }
        self.init(kind, from: first, through: last)
        let known: Set = [
            "customer_id", "requestor_id", "api_key", "platform", "begin_date", "end_date", "metric_type", "data_type",
            "access_method", "access_type", "yop", "attributes_to_show", "granularity", "include_component_details",
            "include_parent_details", "lang",
        ]
        let unknown = parameters.map(\.name).filter { !known.contains($0) }
        if !unknown.isEmpty { exceptions.append(CounterException(3050, data: unknown.joined(separator: ", "))) }
        if value("include_component_details") == "True" { exceptions.append(CounterException(3063)) }
        let filters = ["metric_type", "data_type", "access_method", "access_type", "yop", "attributes_to_show"]
        if kind.isStandardView {
            let given = filters.filter { value($0) != nil }
            if !given.isEmpty { exceptions.append(CounterException(3050, data: given.joined(separator: ", "))) }
            return
        }
        metrics = list(value("metric_type"), "metric_type", 3060) { kind.metrics.contains($0) }
        itemTypes = list(value("data_type"), "data_type", 3060) { Self.dataTypes.contains($0) }
        accessMethods = list(value("access_method"), "access_method", 3060) { ["Regular", "TDM"].contains($0) }
        accessTypes = list(value("access_type"), "access_type", 3060) {
            ["Controlled", "Open", "Free_To_Read"].contains($0)
        }
        years = list(value("yop"), "yop", 3060) { Self.isYears($0) }
        let asked = list(value("attributes_to_show"), "attributes_to_show", 3062) { kind.attributes.contains($0) } ?? []
        attributes = kind.attributes.filter(asked.contains)
        isTotal = value("granularity") == "Totals" || value("granularity") == "Total"
        if let granularity = value("granularity"), !["Month", "Totals", "Total"].contains(granularity) {
            exceptions.append(CounterException(3062, data: "granularity"))
        }
    }

    private mutating func list(
        _ text: String?, _ name: String, _ code: Int, _ isKnown: (String) -> Bool
    ) -> [String]? {
        guard let text else { return nil }
        let values = text.split(separator: "|").map(String.init)
        let unknown = values.filter { !isKnown($0) }
        if !unknown.isEmpty {
            exceptions.append(CounterException(code, data: "\(name): \(unknown.joined(separator: ", "))"))
        }
        let rest = values.filter(isKnown)
        return rest.isEmpty ? nil : rest
    }

    private static func isYears(_ text: String) -> Bool {
        text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy {
            $0.utf8.count == 4 && Int($0) != nil
        }
    }

    /// `2026-11`, or the first or last day of a month.
    private static func month(_ text: String, isEnd: Bool) -> UsageMonth? {
        if let month = UsageMonth(text) { return month }
        guard let day = UsageDay(text) else { return nil }
        return day == (isEnd ? day.month.lastDay : day.month.firstDay) ? day.month : nil
    }
}
