package import Foundation

/// Writes a report as COUNTER 5.1 wants it: a table with tabs (UTF-8 with a byte order mark), or JSON without one.
package struct CounterWriter: Sendable {
    private let report: CounterReport

    package init(_ report: CounterReport) {
        self.report = report
    }

    // MARK: Table (§3.2)

    /// Thirteen lines of header, an empty one, the headings and the lines that have any use.
    package var tsv: String {
        let request = report.request
        let filters = report.filters.filter { $0.name != "Metric_Type" }.map {
            "\($0.name)=\($0.values.joined(separator: "|"))"
        }
        var attributes: [String] = []
        if !request.attributes.isEmpty {
            attributes.append("Attributes_To_Show=" + request.attributes.joined(separator: "|"))
        }
        if request.isTotal { attributes.append("Exclude_Monthly_Details=True") }
        let header: [(String, String)] = [
            ("Report_Name", request.kind.name), ("Report_ID", request.kind.rawValue), ("Release", "5.1"),
            ("Institution_Name", report.institutionName),
            ("Institution_ID", "\(CounterReport.namespace):\(report.institutionID)"),
            ("Metric_Types", report.headerMetrics.joined(separator: "; ")),
            ("Report_Filters", filters.joined(separator: "; ")),
            ("Report_Attributes", attributes.joined(separator: "; ")),
            ("Exceptions", report.exceptions.map(\.text).joined(separator: "; ")),
            (
                "Reporting_Period",
                "Begin_Date=\(request.begin.firstDay.text); End_Date=\(request.end.lastDay.text)"
            ),
            ("Created", report.createdText), ("Created_By", report.createdBy), ("Registry_Record", ""),
        ]
        var lines = header.map { "\($0.0)\t\(Self.cell($0.1))" } + [""]
        let months = request.isTotal ? [] : report.months
        lines.append(
            (report.columns + ["Metric_Type", "Reporting_Period_Total"] + months.map(\.counterText))
                .joined(separator: "\t"))
        for line in report.lines {
            let cells =
                report.columns.map { Self.cell(line.cells[$0] ?? "") } + [line.metric, String(line.total)]
                + months.map { month in
                    // A month without usage is 0; one whose usage is not to be had (3031, 3032) has no value.
                    line.months[month].map(String.init) ?? (report.unavailable.contains(month) ? "" : "0")
                }
            lines.append(cells.joined(separator: "\t"))
        }
        return "\u{FEFF}" + lines.map { $0 + "\n" }.joined()
    }

    /// One line, and no formula for a spreadsheet.
    private static func cell(_ text: String) -> String {
        let line = text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
        return line.first.map { "=+-@".contains($0) } ?? false ? "'" + line : line
    }

    // MARK: JSON (§3.3)

    /// Objects without months that have no use, and without what is empty.
    package func json() throws -> Data {
        try JSONSerialization.data(
            withJSONObject: ["Report_Header": header, "Report_Items": items],
            options: [.sortedKeys, .withoutEscapingSlashes])
    }

    private var header: [String: Any] {
        let request = report.request
        var filters: [String: Any] = [
            "Begin_Date": request.begin.firstDay.text, "End_Date": request.end.lastDay.text,
        ]
        for filter in report.filters { filters[filter.name] = filter.values }
        if !report.headerMetrics.isEmpty { filters["Metric_Type"] = report.headerMetrics }
        var header: [String: Any] = [
            "Release": "5.1", "Report_ID": request.kind.rawValue, "Report_Name": request.kind.name,
            "Created": report.createdText, "Created_By": report.createdBy,
            "Institution_Name": report.institutionName,
            "Institution_ID": ["Proprietary": ["\(CounterReport.namespace):\(report.institutionID)"]],
            "Registry_Record": "", "Report_Filters": filters,
        ]
        var attributes: [String: Any] = [:]
        if !request.attributes.isEmpty { attributes["Attributes_To_Show"] = request.attributes }
        if request.isTotal { attributes["Granularity"] = "Totals" }
        if !attributes.isEmpty { header["Report_Attributes"] = attributes }
        if !report.exceptions.isEmpty { header["Exceptions"] = report.exceptions.map(Self.object) }
        return header
    }

    package static func object(_ exception: CounterException) -> [String: Any] {
        var object: [String: Any] = ["Code": exception.code, "Message": exception.message]
        object["Data"] = exception.data
        return object
    }

    private var items: [[String: Any]] {
        let isByItem = report.request.kind.isByItem
        var order: [String] = []
        var groups: [String: [CounterReport.Line]] = [:]
        for line in report.lines {
            let platform = line.cells["Platform"] ?? CounterReport.platform
            let key = isByItem ? "\(line.cells["Proprietary_ID"] ?? "") \(platform)" : platform
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(line)
        }
        let objects = order.map { key in
            let lines = groups[key] ?? []
            var object: [String: Any] =
                isByItem ? item(lines[0].cells) : ["Platform": lines[0].cells["Platform"] ?? CounterReport.platform]
            object["Attribute_Performance"] = performance(lines)
            return object
        }
        return isByItem && !objects.isEmpty ? [["Items": objects]] : objects
    }

    private func item(_ cells: [String: String]) -> [String: Any] {
        var object: [String: Any] = [
            "Item": cells["Item"] ?? "", "Platform": cells["Platform"] ?? CounterReport.platform,
        ]
        object["Publisher"] = cells["Publisher"] ?? ""
        if let id = cells["Publisher_ID"] { object["Publisher_ID"] = ["Proprietary": [id]] }
        var ids: [String: Any] = [:]
        for (column, name) in [
            ("DOI", "DOI"), ("Proprietary_ID", "Proprietary"), ("ISBN", "ISBN"), ("Online_ISSN", "Online_ISSN"),
            ("URI", "URI"),
        ] { ids[name] = cells[column] }
        object["Item_ID"] = ids
        return object
    }

    private func performance(_ lines: [CounterReport.Line]) -> [[String: Any]] {
        let names = ["Data_Type", "YOP", "Access_Type", "Access_Method"]
        var order: [[String]] = []
        var groups: [[String]: [CounterReport.Line]] = [:]
        for line in lines {
            let key = names.map { line.cells[$0] ?? "" }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(line)
        }
        return order.map { key in
            var object: [String: Any] = [:]
            for (name, value) in zip(names, key) where !value.isEmpty { object[name] = value }
            var metrics: [String: [String: Int]] = [:]
            for line in groups[key] ?? [] {
                if report.request.isTotal {
                    metrics[line.metric] = ["Total": line.total]
                } else {
                    for (month, count) in line.months where count > 0 {
                        metrics[line.metric, default: [:]][month.text] = count
                    }
                }
            }
            object["Performance"] = metrics
            return object
        }
    }
}
