import Foundation
import GRDB

/// Rows of observations, within a transaction of the caller's.
struct ObservationTable {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Confirmed and not withdrawn, the latest of each territory through a day.
    func counted(_ target: String, plan: String, through day: String) throws -> [Observation] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM targetObservation WHERE plan = ? AND target = ? AND day <= ?
                    AND confirmedAt IS NOT NULL AND withdrawnAt IS NULL ORDER BY day DESC, observation DESC
                """, arguments: [plan, target, day])
        var seen: Set<String> = []
        return rows.map(Observation.init).filter { seen.insert($0.territory).inserted }
    }

    /// The same figure of the same day, entered before and not withdrawn.
    func twin(
        of value: ReportedValue, _ target: String, plan: String, territory: String, day: String
    ) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT observation FROM targetObservation WHERE plan = ? AND target = ? AND territory = ? AND day = ?
                    AND numerator = ? AND denominator = ? AND withdrawnAt IS NULL ORDER BY observation
                """, arguments: [plan, target, territory, day, value.numerator, value.denominator])
    }

    /// Another figure of the same target, place and day that is confirmed and stands.
    func confirmedTwin(of observation: Observation) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT observation FROM targetObservation WHERE plan = ? AND target = ? AND territory = ? AND day = ?
                    AND observation <> ? AND confirmedAt IS NOT NULL AND withdrawnAt IS NULL ORDER BY observation
                """,
            arguments: [
                observation.plan, observation.target, observation.territory, observation.day, observation.number,
            ])
    }

    func all(plan: String, territory: String?) throws -> [Observation] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM targetObservation WHERE plan = ? AND (?2 IS NULL OR territory = ?2)
                ORDER BY observation DESC
                """, arguments: [plan, territory]
        ).map(Observation.init)
    }

    /// - Throws: `TargetError.noSuchObservation`.
    func observation(_ number: Int64) throws -> Observation {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM targetObservation WHERE observation = ?", arguments: [number])
        guard let row else { throw TargetError.noSuchObservation(number) }
        return Observation(row)
    }
}

extension Observation {
    fileprivate init(_ row: Row) {
        func date(_ column: String) -> Date? { (row[column] as TimeInterval?).map { Date(timeIntervalSince1970: $0) } }
        self.init(
            number: row["observation"], plan: row["plan"], target: row["target"], territory: row["territory"],
            numerator: row["numerator"], denominator: row["denominator"],
            percentage: row["percentage"], day: row["day"], source: row["source"],
            note: row["note"], enteredAt: date("enteredAt") ?? .distantPast, enteredBy: row["enteredBy"],
            confirmedAt: date("confirmedAt"), confirmedBy: row["confirmedBy"], withdrawnAt: date("withdrawnAt"),
            withdrawnWhy: row["withdrawnWhy"])
    }
}
