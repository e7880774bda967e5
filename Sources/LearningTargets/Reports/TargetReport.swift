package import CatalogueModel
import CatalogueStore
package import Foundation
import UsageStatistics
package import Vocabularies

/// A pack for officials: the half-year (*sơ kết*) or year (*tổng kết*) that holds a day, with everything each figure rests
/// on, what the period brought, and the difficulties noted in it.
package struct TargetReport: Sendable {
    package enum Period: String, CaseIterable, Sendable {
        case halfYear = "half-year"
        case year

        package var label: LocalisedText {
            self == .halfYear
                ? LocalisedText(vietnamese: "Báo cáo sơ kết", english: "Half-year report")
                : LocalisedText(vietnamese: "Báo cáo tổng kết năm", english: "Annual report")
        }

        /// First day of the half-year or year that holds a day: `2026-07-01`.
        func firstDay(of day: String) -> String {
            let isSecondHalf = self == .halfYear && day.dropFirst(5) >= "07"
            return day.prefix(4) + (isSecondHalf ? "-07-01" : "-01-01")
        }

        /// The last day before the half-year or year that holds a day.
        func dayBefore(_ day: String) -> String {
            let first = firstDay(of: day)
            return first.hasSuffix("-07-01")
                ? first.prefix(4) + "-06-30" : String(format: "%04d-12-31", (Int(first.prefix(4)) ?? 1) - 1)
        }

        /// `Báo cáo sơ kết 6 tháng cuối năm 2026`.
        func label(of day: String) -> LocalisedText {
            let year = day.prefix(4)
            guard self == .halfYear else {
                return LocalisedText(vietnamese: "Báo cáo tổng kết năm \(year)", english: "Annual report \(year)")
            }
            return firstDay(of: day).hasSuffix("-01-01")
                ? LocalisedText(
                    vietnamese: "Báo cáo sơ kết 6 tháng đầu năm \(year)",
                    english: "Half-year report, first half of \(year)")
                : LocalisedText(
                    vietnamese: "Báo cáo sơ kết 6 tháng cuối năm \(year)",
                    english: "Half-year report, second half of \(year)")
        }
    }

    /// A target with its figure and how it moves.
    package struct Line: Sendable {
        package let target: Target
        package let figure: Figure
        /// The figure on the last day before the period.
        package let before: Figure
        package let progress: Progress

        /// What the period brought: `+2`, `−1`; nil where the two cannot be compared.
        package func change(in language: PreferredLanguage) -> String? {
            guard figure.kind == before.kind, figure.kind == .computed || figure.kind == .reported,
                let now = figure.numerator, let then = before.numerator,
                figure.percentage == nil, before.percentage == nil
            else { return nil }
            return (now > then ? "+" : "") + FigureWords.number(now - then, language)
        }
    }

    package let plan: Plan
    package let period: Period
    /// First day of the half-year or year the report is about.
    package let from: String
    /// Whether the day lies after the plan's last.
    package var isAfterPlan: Bool { day > plan.to.description }
    /// The day the figures are of, within the period.
    package let day: String
    package let made: Date
    package let lines: [Line]
    package let difficulties: [(territory: String, text: String, day: String)]
    /// Whether use in it is made up, for trying things out: said wherever the report is shown.
    package let isSimulated: Bool

    package init(
        _ book: TargetBook, plan: Plan, period: Period, on day: PartialDate? = nil, isSimulated: Bool = false,
        now: Date
    ) throws {
        self.plan = plan
        self.period = period
        self.isSimulated = isSimulated || book.usage?.isSimulated == true
        made = now
        // A plan that is over is reported on as of its last day, unless another is asked for.
        let today = PartialDate(vietnameseDayAt: now)?.description ?? ""
        let last = day?.description ?? min(today, plan.to.description)
        let day = PartialDate(last)
        let first = period.firstDay(of: last)
        (self.day, from) = (last, first)
        let before = PartialDate(period.dayBefore(last))
        lines = try plan.targets.map { target in
            let figure = try book.figure(target, of: plan, on: day, now: now)
            return Line(
                target: target, figure: figure, before: try book.figure(target, of: plan, on: before, now: now),
                progress: Progress(
                    figure, target, of: plan, history: try book.history(of: target.id, plan: plan.id)))
        }
        let names = try book.territoryNames()
        difficulties = try book.difficulties(of: plan.id).filter { (first...last).contains($0.day) }
            .map { (names[$0.territory] ?? $0.territory, $0.text, $0.day) }
    }
}

extension TargetBook {
    /// Names of territories by identifier.
    package func territoryNames() throws -> [String: String] {
        try store.referenceData().registers.territories.compactMapValues { $0.last?.name }
    }

    /// What is known of how many people live in a territory, the newest first.
    package func population(of territory: String) throws -> [PopulationFigure] {
        try store.referenceData().registers.population.filter { $0.territory == territory }
            .sorted { ($1.year, $0.group) < ($0.year, $1.group) }
    }

    /// Labels of the types of institutions, by the identifier of the institution.
    package func institutionTypes(in language: PreferredLanguage) throws -> [String: String] {
        let reference = try store.referenceData()
        let types = reference.vocabularies[.institutionTypes]
        return reference.registers.institutions.compactMapValues { rows in
            rows.last.flatMap { $0.type.isEmpty ? nil : types.label(of: $0.type, in: language) }
        }
    }
}
