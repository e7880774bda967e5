import CatalogueModel
import CatalogueStore
package import Foundation
import GRDB
import Vocabularies

/// Entering, confirming and withdrawing what officials report. Whoever calls has seen to it that they may.
extension TargetBook {
    /// Enters a figure; it counts once somebody else has confirmed it.
    ///
    /// - Returns: its number.
    /// - Throws: `TargetError`.
    @discardableResult
    package func observe(
        _ target: String, plan: String, territory: String, value: ReportedValue, day: String, source: String,
        note: String? = nil, by actor: String, at instant: Date
    ) throws -> Int64 {
        let found = try self.plan(plan)
        guard let goal = found.target(target) else { throw TargetError.unknownTarget(target, plan: plan) }
        guard goal.kind == .reported else { throw TargetError.notReported(target) }
        let registers = try store.referenceData().registers
        guard registers.territory(territory) != nil else {
            throw TargetError.unknownTerritory(territory, near: registers.nearTerritory(to: territory))
        }
        guard let date = PartialDate(day), date.isDay else { throw TargetError.badDay(day) }
        guard day <= PartialDate(vietnameseDayAt: instant)?.description ?? "" else { throw TargetError.futureDay(day) }
        guard
            registers.territories[territory]?.contains(where: {
                FigureInputs.isValid($0.validFrom, $0.validTo, on: day)
            })
                == true
        else { throw TargetError.notThen(territory, day: day) }
        let reporting = try reporting(goal, of: found, at: instant)
        guard reporting.contains(territory) else {
            throw TargetError.notReporting(territory, target: target, instead: reporting)
        }
        let source = source.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !source.isEmpty else { throw TargetError.noSource }
        try Self.checkNamed(actor)
        if territory != found.territory, value.percentage != nil || value.denominator != 1 {
            throw TargetError.yesOrNo(value.percentage ?? "\(value.numerator)/\(value.denominator)")
        }
        if territory == found.territory, reporting.count > 1, value.percentage == nil {
            let parts = goal.denominator == .communities ? reporting.count : reporting.count - 1
            guard value.denominator == parts else {
                throw TargetError.notOfParts(value.denominator, parts: parts)
            }
        }
        if goal.denominator == .people, value.percentage == nil,
            let people = registers.population.filter({ $0.territory == territory }).max(by: { $0.people < $1.people }),
            value.denominator > people.people * 3 / 2 || value.denominator < people.people / 10
        {
            throw value.denominator > people.people
                ? TargetError.morePeople(value.denominator, than: people)
                : TargetError.fewPeople(value.denominator, of: people)
        }
        return try store.write { db in
            if let twin = try ObservationTable(db).twin(
                of: value, target, plan: plan, territory: territory, day: day)
            {
                throw TargetError.enteredAlready(twin)
            }
            try db.execute(
                sql: """
                    INSERT INTO targetObservation (plan, target, territory, numerator, denominator, percentage, day,
                        source, note, enteredAt, enteredBy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    plan, target, territory, value.numerator, value.denominator, value.percentage, day, source, note,
                    Int64(instant.timeIntervalSince1970), actor,
                ])
            let number = db.lastInsertedRowID
            try Self.log(
                "observe", number,
                [
                    "value": "\(value.numerator)/\(value.denominator)", "target": target, "territory": territory,
                    "source": source,
                ], by: actor, at: instant, in: db)
            return number
        }
    }

    /// Territories whose figures a target takes: the plan's own, and those that report one by one.
    package func reporting(_ target: Target, of plan: Plan, at instant: Date) throws -> [String] {
        let day = PartialDate(vietnameseDayAt: instant)?.description ?? ""
        return try store.read { db in
            let inputs = FigureInputs(
                db: db, reference: try store.referenceData(in: db),
                instant: Int64(instant.timeIntervalSince1970))
            return FigureMaker(
                plan: plan, day: day, isRebuilt: false, supposed: [], inputs: inputs, usage: usage
            ).reporting(target)
        }
    }

    /// - Throws: `TargetError.samePerson`, `closed`, `noSuchObservation`.
    package func confirm(_ number: Int64, by actor: String, at instant: Date) throws {
        try store.write { db in
            let observation = try ObservationTable(db).observation(number)
            guard observation.confirmedAt == nil, observation.withdrawnAt == nil else {
                throw TargetError.closed(number)
            }
            try Self.checkNamed(actor)
            guard !Self.isSamePerson(observation.enteredBy, actor) else { throw TargetError.samePerson(actor) }
            if let other = try ObservationTable(db).confirmedTwin(of: observation) {
                throw TargetError.confirmedAlready(other)
            }
            try db.execute(
                sql: "UPDATE targetObservation SET confirmedAt = ?, confirmedBy = ? WHERE observation = ?",
                arguments: [Int64(instant.timeIntervalSince1970), actor, number])
            try Self.log("confirm", number, [:], by: actor, at: instant, in: db)
        }
    }

    /// Whoever enters or confirms has a name: `command:Lan`, `key:Lan`.
    private static func checkNamed(_ actor: String) throws {
        guard actor != "command", actor.contains(where: { !$0.isWhitespace }) else { throw TargetError.nobody }
    }

    /// Names are compared whatever their case, form and spaces, and whether they stand at the command line or on a key:
    /// `command:An` and `key:an` are one person.
    private static func isSamePerson(_ one: String, _ other: String) -> Bool {
        func compared(_ name: String) -> String {
            let parts = name.split(separator: ":", maxSplits: 1)
            let bare = parts.count == 2 && ["command", "key"].contains(parts[0]) ? String(parts[1]) : name
            return bare.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace }
        }
        return compared(one) == compared(other)
    }

    /// - Throws: `TargetError.withdrawnAlready`; `noReason`, `nobody` where either is not said.
    package func withdraw(_ number: Int64, because reason: String, by actor: String, at instant: Date) throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw TargetError.noReason }
        try Self.checkNamed(actor)
        try store.write { db in
            guard try ObservationTable(db).observation(number).withdrawnAt == nil else {
                throw TargetError.withdrawnAlready(number)
            }
            try db.execute(
                sql:
                    "UPDATE targetObservation SET withdrawnAt = ?, withdrawnBy = ?, withdrawnWhy = ? WHERE observation = ?",
                arguments: [Int64(instant.timeIntervalSince1970), actor, reason, number])
            try Self.log("withdraw", number, ["why": reason], by: actor, at: instant, in: db)
        }
    }

    /// The newest first.
    ///
    /// - Parameter territory: only its; nil for all.
    ///
    /// - Throws: `TargetError.unknownPlan`.
    package func observations(of plan: String, territory: String? = nil) throws -> [Observation] {
        _ = try self.plan(plan)
        return try store.read { db in try ObservationTable(db).all(plan: plan, territory: territory) }
    }

    /// - Throws: `TargetError.noSuchObservation`.
    package func observation(_ number: Int64) throws -> Observation {
        try store.read { db in try ObservationTable(db).observation(number) }
    }

    /// Notes a difficulty for the next report.
    package func note(
        difficulty text: String, plan: String, territory: String, by actor: String, at instant: Date
    ) throws {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw TargetError.emptyText }
        let found = try self.plan(plan)
        let registers = try store.referenceData().registers
        guard registers.territory(territory) != nil else {
            throw TargetError.unknownTerritory(territory, near: registers.nearTerritory(to: territory))
        }
        guard registers.lies(territory, in: found.territory) else {
            throw TargetError.foreignDifficulty(territory, plan: plan)
        }
        try store.write { db in
            try db.execute(
                sql: "INSERT INTO targetDifficulty (plan, territory, text, day, notedBy) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    plan, territory, String(text.prefix(2_000)),
                    PartialDate(vietnameseDayAt: instant)?.description ?? "", actor,
                ])
            try Self.log(
                "difficulty", db.lastInsertedRowID, ["territory": territory, "text": text], by: actor, at: instant,
                in: db)
        }
    }

    /// What was noted, oldest first.
    package func difficulties(of plan: String) throws -> [(territory: String, text: String, day: String)] {
        try store.read { db in
            try Row.fetchAll(
                db, sql: "SELECT territory, text, day FROM targetDifficulty WHERE plan = ? ORDER BY difficulty",
                arguments: [plan]
            ).map { ($0[0], $0[1], $0[2]) }
        }
    }

    private static func log(
        _ verb: String, _ number: Int64, _ values: [String: String], by actor: String, at instant: Date,
        in db: Database
    ) throws {
        try AuditLog.append(
            AuditChange(
                actor: actor, action: "target.\(verb)", subject: "observation:\(number)",
                after: try JSONText.of(values)), at: instant, in: db)
    }
}
