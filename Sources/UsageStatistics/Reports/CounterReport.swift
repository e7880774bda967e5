package import Foundation
import GRDB

/// A report of COUNTER 5.1: its header and its lines, before they are written as a table or as JSON.
package struct CounterReport: Sendable {
    /// The platform's name in reports.
    package static let platform = "HocLieuMo"
    /// Namespace of our identifiers.
    static let namespace = "hoclieu"

    /// A line: what it is about, a metric, and its months.
    struct Line: Sendable {
        /// By column name; empty where there is no value.
        let cells: [String: String]
        let metric: String
        let months: [UsageMonth: Int]

        var total: Int { months.values.reduce(0, +) }
    }

    package let request: CounterRequest
    package let institutionName: String
    package let created: Date
    package let exceptions: [CounterException]
    let lines: [Line]
    /// Months that are not over, or before anything was counted.
    let unavailable: Set<UsageMonth>
    private let isSimulated: Bool

    /// Says where the use was made up.
    var createdBy: String { Self.platform + (isSimulated ? " (SIMULATED USAGE)" : "") }

    /// - Parameters:
    ///   - institutionName: of the customer.
    ///   - instant: now: months that are not over are not ready.
    package init(_ request: CounterRequest, institutionName: String, store: UsageStore, at instant: Date) throws {
        self.request = request
        self.institutionName = institutionName
        created = instant
        isSimulated = store.isSimulated
        let lines = try CounterLines(request, store: store).lines().filter { $0.total > 0 }
        let current = UsageDay(of: instant).month
        let period = try UsageReader(store).period()
        var exceptions = request.exceptions
        let early = (request.begin...request.end).filter { month in period.map { month < $0.lowerBound } ?? false }
        let late = (request.begin...request.end).filter { $0 >= current }
        func named(_ months: [UsageMonth]) -> String { months.map(\.text).joined(separator: ", ") }
        unavailable = Set(late + early)
        if !late.isEmpty { exceptions.append(CounterException(3031, data: named(late))) }
        if !early.isEmpty { exceptions.append(CounterException(3032, data: named(early))) }
        if lines.isEmpty, late.count + early.count < (request.begin...request.end).count {
            exceptions.append(CounterException(3030))
        }
        self.exceptions = exceptions
        self.lines = lines
    }

    /// Columns before the metric, in their order (COUNTER 5.1 §4, Tables 4.d and 4.s).
    var columns: [String] {
        let shown = Set(request.attributes)
        switch request.kind {
        case .platform:
            return ["Platform", "Data_Type"] + ["YOP", "Access_Type", "Access_Method"].filter(shown.contains)
        case .platformUsage: return ["Platform", "Data_Type"]
        case .item:
            return ["Item", "Publisher", "Publisher_ID", "Platform"]
                + ["Authors", "Publication_Date", "Article_Version"].filter(shown.contains)
                + ["DOI", "Proprietary_ID", "ISBN", "Print_ISSN", "Online_ISSN", "URI", "Data_Type"]
                + ["YOP", "Access_Type", "Access_Method"].filter(shown.contains)
        case .multimedia:
            return ["Item", "Publisher", "Publisher_ID", "Platform", "DOI", "Proprietary_ID", "URI", "Data_Type"]
        }
    }

    package var months: [UsageMonth] { Array(request.begin...request.end) }

    /// Filters that differ from the default, as the header names them.
    var filters: [(name: String, values: [String])] {
        var filters: [(String, [String])] = []
        if let types = request.kind.dataTypes ?? request.itemTypes { filters.append(("Data_Type", types)) }
        if let years = request.years { filters.append(("YOP", years)) }
        if let types = request.accessTypes { filters.append(("Access_Type", types)) }
        if request.kind.isStandardView {
            filters.append(("Access_Method", ["Regular"]))
        } else if let methods = request.accessMethods {
            filters.append(("Access_Method", methods))
        }
        return filters
    }

    var headerMetrics: [String] { request.kind.isStandardView ? request.kind.metrics : request.metrics ?? [] }

    var institutionID: String { request.institution ?? CounterRequest.world }

    var createdText: String {
        Date(timeIntervalSince1970: created.timeIntervalSince1970.rounded(.down)).formatted(.iso8601)
    }
}
