import CatalogueModel
import Foundation
import LearningTargets
import Vocabularies

/// The dashboard of a plan.
struct PlanView {
    private let plan: Plan
    private let figures: [Figure]
    private let language: PreferredLanguage

    init(_ plan: Plan, _ figures: [Figure], language: PreferredLanguage) {
        self.plan = plan
        self.figures = figures
        self.language = language
    }

    private var path: String { "/targets/" + FormEncoding.pathSegment(plan.id) }

    var summary: [String: Any] {
        let judged = figures.compactMap(\.isMet)
        let late = figures.count { $0.isMet == true && $0.isAfterPlan }
        return [
            "href": TagAddress.href(path, in: language), "title": plan.title[language], "basis": plan.basis,
            "reached": judged.count { $0 }, "judged": judged.count, "all": figures.count,
            "late": late > 0 ? late : false as Any,
        ]
    }

    func values(_ book: TargetBook, now: Date) throws -> [String: Any] {
        var values = summary
        let day = figures.first?.day ?? ""
        let past = day == PartialDate(vietnameseDayAt: now)?.description ? [] : [("day", day)]
        let reports = TargetReport.Period.allCases.map { period in
            [
                "label": period.label[language],
                "formats": ["html", "csv", "xlsx", "json"].map { format in
                    [
                        "name": format.uppercased(),
                        "href": PageAddress(
                            path: path + "/report", items: [("period", period.rawValue), ("format", format)] + past
                        ).with("lang", language == .english ? "en" : nil).href,
                    ]
                },
            ] as [String: Any]
        }
        values.merge([
            "pageTitle": plan.title[language] + " – " + PageText.text("siteName", in: language),
            "day": figures.first?.day ?? "",
            "shownDay": FigureWords.day(figures.first?.day ?? "", language),
            "registersDay": FigureWords.day(figures.first?.registersDay ?? "", language),
            "targets": try zip(plan.targets, figures).map { try target($0, $1, book) }, "reports": reports,
            "apiHref": "/api/v1" + path, "isOver": plan.to.description < (figures.first?.day ?? ""),
            "spansBreak": plan.territory.hasPrefix("can-tho-2004") || plan.territory == "vn",
            "pageHref": path,
        ]) { $1 }
        let map = tiles
        values["map"] = map.isEmpty ? false : TileMap(title: PageText.text("targetMap", in: language), tiles: map).svg
        values["tiles"] = map.map { ["name": $0.name, "value": $0.value] }
        let others = try others(book, now: now)
        (values["others"], values["hasOthers"]) = (others, !others.isEmpty)
        return values
    }

    /// The targets other plans have in common with this one, as they stand on the same day.
    private func others(_ book: TargetBook, now: Date) throws -> [[String: Any]] {
        let day = figures.first.flatMap { PartialDate($0.day) }
        return try book.plans().filter { $0.id != plan.id }.flatMap { other in
            try other.targets.filter { target in plan.targets.contains { $0.id == target.id } }.map { target in
                let words = FigureWords(try book.figure(target, of: other, on: day, now: now), target, language)
                let path = "/targets/" + FormEncoding.pathSegment(other.id) + "/" + target.id
                return [
                    "plan": other.title[language], "target": target.title[language], "goal": words.goal,
                    "value": words.value, "kind": words.kind, "href": TagAddress.href(path, in: language),
                ] as [String: Any]
            }
        }
    }

    private func target(_ target: Target, _ figure: Figure, _ book: TargetBook) throws -> [String: Any] {
        let words = FigureWords(figure, target, language)
        let progress = Progress(
            figure, target, of: plan, history: try book.history(of: target.id, plan: plan.id))
        return [
            "title": target.title[language], "href": TagAddress.href(path + "/" + target.id, in: language),
            "goal": words.goal, "value": words.value, "kind": words.kind, "state": words.state,
            "isProxy": figure.kind == .proxy, "clause": target.clause, "lead": target.lead,
            "bar": ProgressBar(figure, target, language)?.svg ?? false,
            "gap": progress.isMissing ? (progress.missing(in: language) as Any?) ?? false : false,
            "forecast": progress.forecast[language], "note": figure.note?.text[language] ?? false,
        ]
    }

    /// Districts, each with how many of its targets are reported and reached.
    private var tiles: [TileMap.Tile] {
        var found: [String: (name: String, met: Int, all: Int)] = [:]
        for (target, figure) in zip(plan.targets, figures) where target.denominator == .districts {
            for row in figure.evidence where row.id != plan.territory {
                let before = found[row.id] ?? (row.name, 0, 0)
                found[row.id] = (row.name, before.met + (row.counts ? 1 : 0), before.all + 1)
            }
        }
        return found.sorted { $0.key < $1.key }.map {
            TileMap.Tile(
                name: $0.value.name, value: "\($0.value.met)/\($0.value.all)", isMet: $0.value.met == $0.value.all)
        }
    }
}
