package import CatalogueModel
package import CatalogueStore
package import Foundation
import GRDB
package import UsageStatistics
import Vocabularies

/// Plans and their figures: computed, reported, explained, and kept day by day.
package struct TargetBook: Sendable {
    let store: CatalogueStore
    let usage: UsageStore?

    /// - Parameter usage: for proxies that rest on use; nil where use is not counted.
    package init(_ store: CatalogueStore, usage: UsageStore? = nil) {
        self.store = store
        self.usage = usage
    }

    // MARK: Plans

    /// Takes a plan in. What it replaces stays in the log of changes: `planText(_:before:)`.
    ///
    /// - Parameter mayReplace: whether another plan of the same identifier may be replaced.
    /// - Throws: `PlanFaults`, `TargetError.planStands`.
    @discardableResult
    package func importPlan(
        _ yaml: String, file: String, mayReplace: Bool = true, by actor: String, at instant: Date
    ) throws -> Plan {
        let plan = try read(yaml, file: file)
        guard !plan.isTemplate else { return plan }
        if !mayReplace, let change = try change(to: plan, yaml) { throw TargetError.planStands(change) }
        try store.write { db in
            let before = try String.fetchOne(db, sql: "SELECT yaml FROM plan WHERE plan = ?", arguments: [plan.id])
            guard before != yaml else { return }
            try db.execute(
                sql: "INSERT OR REPLACE INTO plan VALUES (?, ?, ?)",
                arguments: [plan.id, yaml, Int64(instant.timeIntervalSince1970)])
            try AuditLog.append(
                AuditChange(
                    actor: actor, action: before == nil ? "plan.add" : "plan.replace", subject: "plan:\(plan.id)",
                    before: try before.map { try JSONText.of(["yaml": $0]) }, after: try JSONText.of(["yaml": yaml])),
                at: instant, in: db)
        }
        return plan
    }

    /// What taking a plan in would change; nil where none of its identifier stands, or the same.
    package func change(to plan: Plan, _ yaml: String) throws -> PlanChange? {
        let (text, figures) = try store.read { db in
            (
                try String.fetchOne(db, sql: "SELECT yaml FROM plan WHERE plan = ?", arguments: [plan.id]),
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT target, count(*) FROM targetObservation WHERE plan = ? AND withdrawnAt IS NULL GROUP BY target
                        """, arguments: [plan.id]
                ).reduce(into: [String: Int]()) { $0[$1[0]] = $1[1] }
            )
        }
        // One that can no longer be read is repaired by any other.
        guard let text, text != yaml, let standing = try? read(text, file: plan.id) else { return nil }
        let lost = standing.targets.map(\.id).filter { plan.target($0) == nil }
        return PlanChange(
            plan: plan.id, before: standing.targets.count, after: plan.targets.count, lost: lost,
            orphans: lost.reduce(0) { $0 + (figures[$1] ?? 0) },
            changed: standing.targets.filter { target in plan.target(target.id).map { $0 != target } ?? false }.map(
                \.id))
    }

    /// The text of a plan as it stands, or as it stood before it was last replaced.
    ///
    /// - Throws: `TargetError.unknownPlan` where there is none.
    package func planText(_ id: String, before isBefore: Bool = false) throws -> String {
        let text = try store.read { db in
            try String.fetchOne(
                db,
                sql: isBefore
                    ? """
                    SELECT before ->> 'yaml' FROM auditEntry WHERE subject = 'plan:' || ? AND action = 'plan.replace'
                    ORDER BY sequence DESC LIMIT 1
                    """ : "SELECT yaml FROM plan WHERE plan = ?", arguments: [id])
        }
        guard let text else { throw TargetError.unknownPlan(id) }
        return text
    }

    /// Reads a plan without taking it in.
    ///
    /// - Throws: `PlanFaults`.
    package func checkPlan(_ yaml: String, file: String) throws -> Plan { try read(yaml, file: file) }

    /// Takes the table of clauses in.
    ///
    /// - Throws: `VocabularyError`.
    package func importCoverage(_ text: String, file: String, at instant: Date) throws {
        _ = try PlanCoverage(text, file: file)
        try store.write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO planCoverage VALUES (1, ?, ?)",
                arguments: [text, Int64(instant.timeIntervalSince1970)])
        }
    }

    /// The clauses of the plan and what serves them; nil where the table was not loaded.
    package func coverage() throws -> PlanCoverage? {
        let text = try store.read { db in try String.fetchOne(db, sql: "SELECT text FROM planCoverage") }
        return try text.map { try PlanCoverage($0, file: "can-tho-2024-coverage.tsv") }
    }

    private func read(_ yaml: String, file: String) throws -> Plan {
        let reference = try store.referenceData()
        return try PlanReader.plan(
            yaml, file: file, types: reference.vocabularies[.institutionTypes],
            territories: Set(reference.registers.territories.keys))
    }

    /// Every plan of a folder of YAML files, templates checked and left out.
    ///
    /// - Returns: the plans, and what they changed of those that stood.
    @discardableResult
    package func importPlans(
        folder: String, by actor: String, at instant: Date
    ) throws -> (plans: [Plan], changes: [PlanChange]) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        if let name = names.sorted().first(where: { $0.hasSuffix("-coverage.tsv") }) {
            let path = (folder as NSString).appendingPathComponent(name)
            try importCoverage(String(contentsOfFile: path, encoding: .utf8), file: path, at: instant)
        }
        var (plans, changes): ([Plan], [PlanChange]) = ([], [])
        for name in names.filter({ $0.hasSuffix(".yaml") }).sorted() {
            let path = (folder as NSString).appendingPathComponent(name)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            if let change = try change(to: read(text, file: path), text) { changes.append(change) }
            let plan = try importPlan(text, file: path, by: actor, at: instant)
            if !plan.isTemplate { plans.append(plan) }
        }
        return (plans, changes)
    }

    /// The plans of the catalogue: cities before the nation, then by identifier.
    package func plans() throws -> [Plan] {
        let rows = try store.read { db in try Row.fetchAll(db, sql: "SELECT plan, yaml FROM plan ORDER BY plan") }
        return try rows.map { try read($0[1], file: $0[0]) }.sorted {
            ($0.territory == "vn" ? 1 : 0, $0.id) < ($1.territory == "vn" ? 1 : 0, $1.id)
        }
    }

    /// - Throws: `TargetError.unknownPlan`.
    package func plan(_ id: String) throws -> Plan {
        let yaml = try store.read { db in
            try String.fetchOne(db, sql: "SELECT yaml FROM plan WHERE plan = ?", arguments: [id])
        }
        guard let yaml else { throw TargetError.unknownPlan(id) }
        return try read(yaml, file: id)
    }

    // MARK: Figures

    /// The figure of a target on a day: kept ones as they were kept, today's computed.
    ///
    /// - Parameters:
    ///   - day: nil for today.
    ///   - supposed: institutions that are taken to count (“what if these publish”): such figures are never kept.
    package func figure(
        _ target: Target, of plan: Plan, on day: PartialDate? = nil, supposing supposed: Set<String> = [],
        now: Date
    ) throws -> Figure {
        let today = PartialDate(vietnameseDayAt: now)?.description ?? ""
        let asked = day?.description ?? today
        guard asked <= today else { throw TargetError.futureDay(asked) }
        if asked < today, supposed.isEmpty, let kept = try kept(target.id, plan.id, on: asked) { return kept }
        let end = PartialDate.endOfDay(asked) ?? now
        return try store.read { db in
            let inputs = FigureInputs(
                db: db, reference: try store.referenceData(in: db),
                instant: Int64(min(end, now).timeIntervalSince1970))
            return try FigureMaker(
                plan: plan, day: asked, isRebuilt: asked < today, supposed: supposed, inputs: inputs, usage: usage
            ).figure(target)
        }
    }

    /// The figure if some institutions reached it, too.
    ///
    /// - Throws: `TargetError.notSupposable` for institutions the figure does not look at, and figures that count none.
    package func figure(
        _ target: Target, of plan: Plan, on day: PartialDate? = nil, ifReachedBy institutions: Set<String>, now: Date
    ) throws -> Figure {
        let figure = try figure(target, of: plan, on: day, supposing: institutions, now: now)
        let known = target.denominator == .institutions ? Set(figure.evidence.map(\.id)) : []
        if let stranger = institutions.sorted().first(where: { !known.contains($0) }) {
            throw TargetError.notSupposable(stranger, target: target.id)
        }
        return figure
    }

    /// All figures of a plan.
    package func figures(of plan: Plan, on day: PartialDate? = nil, now: Date) throws -> [Figure] {
        try plan.targets.map { try figure($0, of: plan, on: day, now: now) }
    }

    private func kept(_ target: String, _ plan: String, on day: String) throws -> Figure? {
        try store.read { db in
            try String.fetchOne(
                db, sql: "SELECT figure FROM targetFigure WHERE day = ? AND plan = ? AND target = ?",
                arguments: [day, plan, target]
            ).map { try JSONText.value(Figure.self, of: $0) }
        }
    }

    /// Keeps today's figures of all plans: asked tomorrow about today, they are what they were.
    ///
    /// - Returns: how many were kept.
    @discardableResult
    package func keepToday(at now: Date) throws -> Int {
        let figures = try plans().flatMap { try self.figures(of: $0, now: now) }
        try store.write { db in
            for figure in figures {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO targetFigure VALUES (?, ?, ?, ?, ?)",
                    arguments: [
                        figure.day, figure.plan, figure.target, try JSONText.of(figure), figure.hash,
                    ])
            }
        }
        return figures.count
    }

    /// Figures of a target day by day, as they were kept, oldest first.
    package func history(of target: String, plan: String) throws -> [Figure] {
        try store.read { db in
            try String.fetchAll(
                db, sql: "SELECT figure FROM targetFigure WHERE plan = ? AND target = ? ORDER BY day",
                arguments: [plan, target]
            ).map { try JSONText.value(Figure.self, of: $0) }
        }
    }
}

extension PartialDate {
    /// The last second of a day in Việt Nam; nil for what is no day.
    static func endOfDay(_ text: String) -> Date? {
        UsageDay(text).map { Date(timeIntervalSince1970: Double($0.number + 1) * 86_400 - 25_200 - 1) }
    }
}
