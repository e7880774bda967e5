import CatalogueModel
import Foundation
import LearningTargets
import UsageStatistics
import Vocabularies

/// One target with the list behind its figure.
struct TargetView {
    private let plan: Plan
    private let target: Target
    private let figure: Figure
    private let history: [Figure]
    private let supposed: Set<String>
    /// Names of territories by identifier.
    private let territories: [String: String]
    /// Labels of the types of institutions by identifier.
    private let types: [String: String]
    private let population: [PopulationFigure]
    private let language: PreferredLanguage

    init(
        _ plan: Plan, _ target: Target, _ figure: Figure, history: [Figure], supposed: Set<String>,
        territories: [String: String], types: [String: String], population: [PopulationFigure],
        language: PreferredLanguage
    ) {
        self.population = population
        self.types = types
        self.territories = territories
        self.plan = plan
        self.target = target
        self.figure = figure
        self.history = history
        self.supposed = supposed
        self.language = language
    }

    var values: [String: Any] {
        let words = FigureWords(figure, target, language)
        let path = "/targets/" + FormEncoding.pathSegment(plan.id)
        let progress = Progress(figure, target, of: plan, history: history)
        let canSuppose = target.kind == .computed && target.denominator == .institutions
        return [
            "pageTitle": target.title[language] + " – " + PageText.text("siteName", in: language),
            "title": target.title[language], "planTitle": plan.title[language], "basis": plan.basis,
            "planHref": TagAddress.href(path, in: language), "pageHref": path + "/" + target.id,
            "apiHref": "/api/v1" + path + "/" + target.id,
            "bar": ProgressBar(figure, target, language)?.svg ?? false, "chart": chart ?? false,
            "goal": words.goal, "value": words.value, "kind": words.kind, "state": words.state,
            "isProxy": figure.kind == .proxy, "isSupposed": !supposed.isEmpty, "clause": target.clause,
            "lead": target.lead, "method": FigureWords(figure, target, language).method(plan), "day": figure.day,
            "shownDay": FigureWords.day(figure.day, language),
            "registersDay": FigureWords.day(figure.registersDay, language),
            "note": figure.note?.text[language] ?? false,
            "targetNote": target.note ?? false,
            "sources": figure.sources.isEmpty ? false : figure.sources.joined(separator: "; ") as Any,
            "population": population.map { row in
                [
                    "people": Printing.number(row.people, in: language), "year": row.year, "source": row.source,
                    "group": row.group == "all" ? false : row.group,
                ] as [String: Any]
            },
            "hash": figure.hash, "version": figure.methodVersion,
            "gap": progress.missing(in: language) ?? "–",
            "pace": progress.requiredPace.map { Printing.decimal($0, in: language) } ?? "–",
            "forecast": progress.forecast[language], "hasEvidence": !figure.evidence.isEmpty,
            "hasTerritories": byTerritory.count > 1, "byTerritory": byTerritory,
            "hasTypes": byType.count > 1, "byType": byType,
            "canSuppose": canSuppose, "evidence": figure.evidence.map { evidence($0, canSuppose) },
        ]
    }

    private func evidence(_ row: Figure.Evidence, _ canSuppose: Bool) -> [String: Any] {
        [
            "id": row.id, "name": row.name, "counts": row.counts, "have": FigureWords.have(row, language),
            "need": FigureWords.need(row, language),
            "note": FigureWords.note(row, language),
            "href": canSuppose || target.indicator == .titles
                ? InstitutionView.href(of: row.id, in: language)
                : figure.kind == .proxy
                    ? ResourceID(row.id).map { ResourceWords.canonicalHref(of: $0) } as Any? ?? false : false,
            "maySuppose": canSuppose && (!row.counts || supposed.contains(row.id)),
            "isSupposed": supposed.contains(row.id),
        ]
    }

    /// How many count of how many, territory by territory.
    private var byTerritory: [[String: Any]] {
        counts(by: \.territory) { territories[$0] ?? $0 }
    }

    /// How many count of how many, by type of institution.
    private var byType: [[String: Any]] {
        counts(by: { types[$0.id] }, name: \.self)
    }

    private func counts(
        by value: (Figure.Evidence) -> String?, name: (String) -> String
    ) -> [[String: Any]] {
        var groups: [String: [Figure.Evidence]] = [:]
        for row in figure.evidence { if let value = value(row) { groups[value, default: []].append(row) } }
        return groups.sorted { $0.key < $1.key }.map { value, rows in
            ["name": name(value), "value": "\(rows.count(where: \.counts))/\(rows.count)"]
        }
    }

    private var chart: String? {
        guard history.count > 1 else { return nil }
        let breaks = history.indices.dropFirst().filter {
            history[$0].methodVersion != history[$0 - 1].methodVersion
                || (history[$0 - 1].day < "2025-07-01" && history[$0].day >= "2025-07-01")
        }.map { ($0, PageText.text("methodBreak", in: language)) }
        return LineChart(
            title: target.title[language],
            points: history.map { LineChart.Point(label: $0.day, value: $0.numerator) }, breaks: breaks
        ).svg { Printing.number($0, in: language) }
    }
}
