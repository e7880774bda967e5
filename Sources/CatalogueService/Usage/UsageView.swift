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
            "subjects": try top(.subject, where: { $0.count == 2 }) {
                reference.vocabularies[.subjects].label(of: $0, in: language)
            },
            "channels": try top(.channel) { UsageEvent.Channel(tableName: $0)?.label[language] ?? $0 },
            "method": methods.last.map { "\($0.method); \($0.robotList)" } ?? UsageRollup.method,
            "privacy": PrivacyStatement.lines.map { ["text": $0[language]] },
        ]
        let items = try items()
        (values["items"], values["hasItems"]) = (items, !items.isEmpty)
        values["leftOut"] = institution == nil ? try leftOut() : false
        values["harvests"] =
            institution == nil
            ? shown(SmallCells.hidden([try reader.harvests(from: range.lowerBound, through: range.upperBound)])[0])
            : false
        return values
    }

    /// What was left out of the whole platform's counts; small numbers are hidden like all others.
    private func leftOut() throws -> String {
        let out = try reader.leftOut(from: range.lowerBound, through: range.upperBound)
        let counts = [out.robots, out.aiAgents, out.doubleClicks, out.staff]
        let words = ["robotsWord", "aiWord", "doubleClickWord", "staffWord"]
        return zip(counts.map { (1..<SmallCells.least).contains($0) ? nil : $0 }, words)
            .map { "\(shown($0)) \(PageText.text($1, in: language))" }.joined(separator: " · ")
    }

    private func shown(_ count: Int?) -> String {
        count.map { Printing.number($0, in: language) } ?? PageText.text("usageHidden", in: language)
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
            // Searches are the platform's: an institution has no number of them.
            [month.month.text]
                + cells.prefix(institution == nil ? 6 : 5).map {
                    $0.map(String.init) ?? PageText.text("usageHidden", in: language)
                }
        }
        let keys =
            ["usageMonth", "usageViews", "usageUniqueViews", "usageReads", "usageOut", "usageFromSearch"]
            + (institution == nil ? ["usageSearches"] : [])
        let mark = isSimulated ? [[PageText.text("usageSimulated", in: language)]] : []
        return UsageTable(headings: keys.map { PageText.text($0, in: language) }, rows: rows + mark)
    }

    private static func cells(_ totals: [UsageTotals], _ isPublic: Bool) -> [[Int?]] {
        let cells = totals.map { [$0.views, $0.uniqueViews, $0.reads, $0.outClicks, $0.fromSearch, $0.searches] }
        return isPublic ? SmallCells.hidden(cells) : cells
    }

    private func row(_ label: String, _ cells: [Int?]) -> [String: Any] {
        [
            "label": label, "views": shown(cells[0]), "uniqueViews": shown(cells[1]), "reads": shown(cells[2]),
            "out": shown(cells[3]), "fromSearch": shown(cells[4]), "searches": shown(cells[5]),
        ]
    }

    private func top(
        _ dimension: UsageReader.Dimension, where isShown: (String) -> Bool = { _ in true },
        _ label: (String) -> String
    ) throws -> [[String: Any]] {
        let found = try reader.top(
            dimension, from: range.lowerBound, through: range.upperBound, institution: institution, limit: 200
        ).filter { isShown($0.value) }.prefix(15)
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
