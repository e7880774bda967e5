import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import UsageStatistics
import Vocabularies

/// Figures of use for a page: of all, or of one institution.
struct UsageView {
    /// Months on a page.
    static let mostMonths = 13

    private let reader: UsageReader
    private let institution: String?
    private let reference: ReferenceData
    private let language: PreferredLanguage
    private let today: UsageDay
    private let range: ClosedRange<UsageMonth>
    /// Whether small cells are hidden: everywhere but on what an institution sees of its own.
    private let isPublic: Bool
    private let isSimulated: Bool

    init(
        _ usage: UsageStore, institution: String? = nil, isPublic: Bool, reference: ReferenceData,
        language: PreferredLanguage, at now: Date
    ) throws {
        reader = UsageReader(usage)
        isSimulated = usage.isSimulated
        self.institution = institution
        self.isPublic = isPublic
        self.reference = reference
        self.language = language
        let period = try reader.period()
        today = UsageDay(of: now)
        var last = today.month
        // Where nothing was used for that long, the last months that were.
        if let ended = period?.upperBound, ended < last.advanced(by: 1 - Self.mostMonths) { last = ended }
        let first = period?.lowerBound ?? last
        range = max(first, last.advanced(by: 1 - Self.mostMonths))...max(first, last)
    }

    func values() throws -> [String: Any] {
        let months = try reader.months(from: range.lowerBound, through: range.upperBound, institution: institution)
        let hidden = Self.cells(months.map(\.totals), isPublic)
        let methods = try reader.methods(from: range.lowerBound, through: range.upperBound)
        let breaks = methods.dropFirst().compactMap { change in
            months.firstIndex { $0.month == change.since.month }.map {
                ($0, PageText.text("methodBreak", in: language))
            }
        }
        let chart = LineChart(
            title: PageText.text("usageViews", in: language),
            points: zip(months, hidden).map { LineChart.Point(label: $0.month.text, value: $1[0]) }, breaks: breaks)
        var values: [String: Any] = [
            "upTo": try upTo() ?? false, "isSimulated": isSimulated, "none": try reader.period() == nil,
            "chart": chart.svg { Printing.number($0, in: language) },
            "hasSearches": institution == nil,
            "months": zip(months, hidden).map { row($0.month.text, $1) }.reversed() as [[String: Any]],
            "subjects": try top(.subject) { reference.vocabularies[.subjects].label(of: $0, in: language) },
            "channels": try top(.channel) { UsageEvent.Channel(tableName: $0)?.label[language] ?? $0 },
            "method": methods.last.map { "\($0.method); \($0.robotList)" } ?? UsageRollup.method,
            "privacy": PrivacyStatement.lines.map { ["text": $0[language]] },
        ]
        let items = try items()
        (values["items"], values["hasItems"]) = (items, !items.isEmpty)
        let out = try reader.leftOut(from: range.lowerBound, through: range.upperBound)
        values["leftOut"] = [
            (out.robots, "robotsWord"), (out.aiAgents, "aiWord"), (out.doubleClicks, "doubleClickWord"),
            (out.staff, "staffWord"),
        ].map { "\(Printing.number($0.0, in: language)) \(PageText.text($0.1, in: language))" }.joined(separator: " · ")
        return values
    }

    /// Up to when it is counted; nil before anything was.
    private func upTo() throws -> String? {
        guard let last = try reader.lastDay() else { return nil }
        let day = PartialDate(last.text).map { Printing.date($0, in: language) } ?? last.text
        return PageText.text(last < today ? "usageUpTo" : "usageUpToNow", in: language)
            .replacing("{day}", with: day)
    }

    /// The table of months for Excel.
    func table() throws -> UsageTable {
        let months = try reader.months(from: range.lowerBound, through: range.upperBound, institution: institution)
        let rows = zip(months, Self.cells(months.map(\.totals), isPublic)).map { month, cells in
            [month.month.text] + cells.map { $0.map(String.init) ?? PageText.text("usageHidden", in: language) }
        }
        let keys = [
            "usageMonth", "usageViews", "usageUniqueViews", "usageReads", "usageOut", "usageFromSearch",
            "usageSearches",
        ]
        let mark = isSimulated ? [[PageText.text("usageSimulated", in: language)]] : []
        return UsageTable(headings: keys.map { PageText.text($0, in: language) }, rows: rows + mark)
    }

    private static func cells(_ totals: [UsageTotals], _ isPublic: Bool) -> [[Int?]] {
        let cells = totals.map { [$0.views, $0.uniqueViews, $0.reads, $0.outClicks, $0.fromSearch, $0.searches] }
        return isPublic ? SmallCells.hidden(cells) : cells
    }

    private func row(_ label: String, _ cells: [Int?]) -> [String: Any] {
        func text(_ value: Int?) -> String {
            value.map { Printing.number($0, in: language) } ?? PageText.text("usageHidden", in: language)
        }
        return [
            "label": label, "views": text(cells[0]), "uniqueViews": text(cells[1]), "reads": text(cells[2]),
            "out": text(cells[3]), "fromSearch": text(cells[4]), "searches": text(cells[5]),
        ]
    }

    private func top(_ dimension: UsageReader.Dimension, _ label: (String) -> String) throws -> [[String: Any]] {
        let found = try reader.top(
            dimension, from: range.lowerBound, through: range.upperBound, institution: institution, limit: 15)
        let cells = Self.cells(found.map(\.totals), isPublic)
        return zip(found, cells).map { row(label($0.value), $1) }
    }

    /// Small figures of single resources are left out altogether: their order would tell them.
    private func items() throws -> [[String: Any]] {
        try reader.top(
            .item, from: range.lowerBound, through: range.upperBound, institution: institution, limit: 20
        ).filter { !isPublic || $0.totals.views >= SmallCells.least }.map { found in
            var values = row(found.title ?? found.value, Self.cells([found.totals], isPublic)[0])
            values["href"] = ResourceID(found.value).map {
                ResourceWords.canonicalHref(of: $0) + (language == .english ? "?lang=en" : "")
            }
            return values
        }
    }
}
