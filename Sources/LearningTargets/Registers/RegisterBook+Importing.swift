import CatalogueModel
import CatalogueStore
package import Foundation
import GRDB
import RecordFormats
import Vocabularies

/// Files added to the registers. What the Corpus gave stays as it is; files follow it in their order, so that a mistake can
/// be taken back and a new Corpus keeps what was added.
extension RegisterBook {
    /// What taking a file in does.
    package struct Outcome: Hashable, Sendable {
        package let added: Int
        package let ended: Int
        /// Number by which it can be taken back; nil where nothing changed.
        package let number: Int64?
    }

    /// Takes rows in. What stands is never overwritten: a row may get its last day and successor, and new rows follow it;
    /// everything else that differs is refused.
    ///
    /// - Parameter isTrial: only says what would be done.
    /// - Throws: `RegisterFaults` with every fault of the file, `VocabularyError` where it is no such table; nothing is
    ///   changed then.
    @discardableResult
    package func importRows(
        _ text: String, file: String, _ register: Register, by actor: String, at instant: Date, isTrial: Bool = false
    ) throws -> Outcome {
        let table = try CSVTable(text, file: file, required: Self.required(register), isLenient: true)
        let thisYear = PartialDate(vietnameseDayAt: instant).flatMap { Int($0.description.prefix(4)) } ?? 9_999
        let outcome = try store.write { db in
            var data = try CatalogueStore.referenceData(in: db)
            var merge = RegisterMerge(
                file: file, registers: data.registers, types: data.vocabularies[.institutionTypes],
                thisYear: thisYear)
            try merge.take(table, into: register)
            guard merge.faults.isEmpty else { throw RegisterFaults(merge.faults) }
            guard !isTrial, merge.added + merge.ended > 0 else {
                return Outcome(added: merge.added, ended: merge.ended, number: nil)
            }
            try keepBase(of: data.registers, isNew: false, in: db)
            data.registers = merge.registers
            try CatalogueStore.replaceReferenceData(with: data, in: db)
            try db.execute(
                sql: """
                    INSERT INTO registerImport (register, file, csv, added, ended, importedAt, importedBy)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    register.rawValue, file, text, merge.added, merge.ended, Int64(instant.timeIntervalSince1970),
                    actor,
                ])
            let number = db.lastInsertedRowID
            try AuditLog.append(
                AuditChange(
                    actor: actor, action: "register.import", subject: "register:\(register.rawValue)",
                    after: try JSONText.of(["import": Int(number), "added": merge.added, "ended": merge.ended])),
                at: instant, in: db)
            return Outcome(added: merge.added, ended: merge.ended, number: number)
        }
        if outcome.number != nil, try store.needsRebuild { try store.rebuild() }
        return outcome
    }

    /// Takes a file back: the registers are what they would be without it.
    ///
    /// - Throws: `TargetError.noSuchImport`, `importUndone`, `noReason`; `RegisterFaults` where a later file rests on it,
    ///   `PlanFaults` where a plan does.
    package func undo(_ number: Int64, because reason: String, by actor: String, at instant: Date) throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw TargetError.noReason }
        try store.write { db in
            guard let taken = try Self.imports(in: db).first(where: { $0.number == number }) else {
                throw TargetError.noSuchImport(number)
            }
            guard taken.undoneAt == nil else { throw TargetError.importUndone(number) }
            try db.execute(
                sql: "UPDATE registerImport SET undoneAt = ?, undoneBy = ?, undoneWhy = ? WHERE import = ?",
                arguments: [Int64(instant.timeIntervalSince1970), actor, reason, number])
            let faults = try recompose(in: db)
            guard faults.isEmpty else { throw RegisterFaults(faults) }
            try checkPlans(in: db)
            try AuditLog.append(
                AuditChange(
                    actor: actor, action: "register.undo", subject: "register:\(taken.register.rawValue)",
                    after: try JSONText.of(["import": "\(number)", "why": reason])), at: instant, in: db)
        }
        if try store.needsRebuild { try store.rebuild() }
    }

    /// Files taken in, the newest first.
    package func imports() throws -> [RegisterImport] {
        try store.read { db in try Self.imports(in: db).reversed() }
    }

    /// Puts what was added back on top of registers the Corpus has just given.
    ///
    /// - Returns: rows that no longer fit, which are left out.
    package func followCorpus() throws -> [RegisterFault] {
        try store.write { db in
            try keepBase(of: CatalogueStore.referenceData(in: db).registers, isNew: true, in: db)
            return try recompose(in: db)
        }
    }

    // MARK: Parts

    private static func required(_ register: Register) -> [String] {
        switch register {
        case .institutions: ["id", "name", "type", "country"]
        case .territories: ["id", "name", "type", "parent"]
        case .population: columns(.population)
        }
    }

    private func keepBase(of registers: Registers, isNew: Bool, in db: Database) throws {
        for register in Register.allCases {
            try db.execute(
                sql: "INSERT OR \(isNew ? "REPLACE" : "IGNORE") INTO registerBase VALUES (?, ?)",
                arguments: [register.rawValue, Self.csv(register, of: registers)])
        }
    }

    /// Registers anew from the base and the files that stand, in their order.
    private func recompose(in db: Database) throws -> [RegisterFault] {
        var data = try CatalogueStore.referenceData(in: db)
        let types = data.vocabularies[.institutionTypes]
        let base = try Row.fetchAll(db, sql: "SELECT register, csv FROM registerBase").reduce(into: [String: String]())
        {
            $0[$1[0]] = $1[1]
        }
        let territories = try RegisterReader.territories(from: base["territories"] ?? "", file: "territories.csv")
        var registers = Registers(
            institutions: try RegisterReader.institutions(
                from: base["institutions"] ?? "", file: "institutions.csv", types: types), territories: territories,
            population: try RegisterReader.population(
                from: base["population"] ?? "", file: "population.csv", territories: Set(territories.map(\.id))))
        var faults: [RegisterFault] = []
        let files = try Row.fetchAll(
            db, sql: "SELECT register, file, csv FROM registerImport WHERE undoneAt IS NULL ORDER BY import")
        for row in files {
            guard let register = Register(rawValue: row[0]) else { continue }
            let file: String = row[1]
            var merge = RegisterMerge(file: file, registers: registers, types: types)
            try merge.take(CSVTable(row[2], file: file, required: Self.required(register)), into: register)
            registers = merge.registers
            faults += merge.faults
        }
        data.registers = registers
        try CatalogueStore.replaceReferenceData(with: data, in: db)
        return faults
    }

    /// Plans name territories: they must still be there.
    ///
    /// - Throws: `PlanFaults`.
    private func checkPlans(in db: Database) throws {
        let reference = try CatalogueStore.referenceData(in: db)
        let territories = Set(reference.registers.territories.keys)
        for row in try Row.fetchAll(db, sql: "SELECT plan, yaml FROM plan ORDER BY plan") {
            _ = try PlanReader.plan(
                row[1], file: row[0], types: reference.vocabularies[.institutionTypes], territories: territories)
        }
    }

    private static func imports(in db: Database) throws -> [RegisterImport] {
        try Row.fetchAll(db, sql: "SELECT * FROM registerImport ORDER BY import").compactMap { row in
            guard let register = Register(rawValue: row["register"]) else { return nil }
            return RegisterImport(
                number: row["import"], register: register, file: row["file"], added: row["added"], ended: row["ended"],
                importedAt: Date(timeIntervalSince1970: row["importedAt"]), importedBy: row["importedBy"],
                undoneAt: (row["undoneAt"] as TimeInterval?).map { Date(timeIntervalSince1970: $0) },
                undoneWhy: row["undoneWhy"])
        }
    }
}
