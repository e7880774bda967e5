package import CatalogueModel
import CatalogueStore
package import Foundation
import UsageStatistics
package import Vocabularies

/// A pack for officials: half a year (*sơ kết*) or a year (*tổng kết*), on a day, with everything each figure rests on.
package struct TargetReport: Sendable {
    package enum Period: String, CaseIterable, Sendable {
        case halfYear = "half-year"
        case year

        package var label: LocalisedText {
            self == .halfYear
                ? LocalisedText(vietnamese: "Báo cáo sơ kết", english: "Half-year report")
                : LocalisedText(vietnamese: "Báo cáo tổng kết năm", english: "Annual report")
        }
    }

    /// A target with its figure and how it moves.
    package struct Line: Sendable {
        package let target: Target
        package let figure: Figure
        package let progress: Progress
    }

    package let plan: Plan
    package let period: Period
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
        self.day = day?.description ?? PartialDate(vietnameseDayAt: now)?.description ?? ""
        lines = try plan.targets.map { target in
            let figure = try book.figure(target, of: plan, on: day, now: now)
            return Line(
                target: target, figure: figure,
                progress: Progress(
                    figure, target, of: plan, history: try book.history(of: target.id, plan: plan.id)))
        }
        let names = try book.territoryNames()
        difficulties = try book.difficulties(of: plan.id).map { (names[$0.territory] ?? $0.territory, $0.text, $0.day) }
    }
}

extension TargetBook {
    /// Names of territories by identifier.
    package func territoryNames() throws -> [String: String] {
        try store.referenceData().registers.territories.compactMapValues { $0.last?.name }
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
