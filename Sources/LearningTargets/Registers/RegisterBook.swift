import CatalogueModel
package import CatalogueStore
import Crypto
package import Foundation
import GRDB
import RecordFormats
import Vocabularies

/// The registers behind the denominators: exported, imported with dated changes, kept under names that can be cited.
package struct RegisterBook: Sendable {
    package enum Register: String, CaseIterable, Sendable {
        case institutions
        case territories
        case population
    }

    let store: CatalogueStore

    package init(_ store: CatalogueStore) {
        self.store = store
    }

    /// The register as CSV, in the columns of `Corpus/Registers`, by identifier and first day.
    package func csv(_ register: Register) throws -> String {
        Self.csv(register, of: try store.referenceData().registers)
    }

    static func csv(_ register: Register, of registers: Registers) -> String {
        let rows: [[String?]]
        switch register {
        case .institutions:
            rows = registers.institutions.sorted { $0.key < $1.key }.flatMap(\.value).map(\.cells)
        case .territories:
            rows = registers.territories.sorted { $0.key < $1.key }.flatMap(\.value).map(\.cells)
        case .population:
            rows = registers.population.map { row in
                [row.territory, row.group, String(row.year), String(row.people), row.source]
            }
        }
        return ([Self.columns(register).map { Optional($0) }] + rows).map { row in
            row.map { Self.cell($0 ?? "") }.joined(separator: ",") + "\n"
        }.joined()
    }

    static func columns(_ register: Register) -> [String] {
        switch register {
        case .institutions:
            [
                "id", "name", "name_vi", "name_en", "type", "country", "territory", "website", "official_code",
                "valid_from", "valid_to", "successor", "source",
            ]
        case .territories:
            ["id", "name", "type", "parent", "official_code", "valid_from", "valid_to", "successor", "source"]
        case .population: ["territory", "group", "year", "value", "source"]
        }
    }

    private static func cell(_ text: String) -> String {
        text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
            ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    /// Keeps the registers under a name, for citing.
    ///
    /// - Returns: SHA-256 of what is kept.
    /// - Throws: `TargetError.nameTaken`.
    @discardableResult
    package func snapshot(_ name: String, by actor: String, at instant: Date) throws -> String {
        let registers = try store.referenceData().registers
        let (institutions, territories) = (
            Self.csv(.institutions, of: registers), Self.csv(.territories, of: registers)
        )
        let population = Self.csv(.population, of: registers)
        let hash = SHA256.hash(data: Data((institutions + territories + population).utf8)).map {
            String(format: "%02x", $0)
        }
        .joined()
        try store.write { db in
            guard
                try Int.fetchOne(db, sql: "SELECT 1 FROM registerSnapshot WHERE name = ?", arguments: [name]) == nil
            else { throw TargetError.nameTaken(name) }
            try db.execute(
                sql: """
                    INSERT INTO registerSnapshot (name, takenAt, takenBy, hash, institutions, territories, population)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    name, Int64(instant.timeIntervalSince1970), actor, hash, institutions, territories, population,
                ])
        }
        return hash
    }

    /// A register as it stood when it was kept under a name.
    ///
    /// - Throws: `TargetError.noSuchSnapshot`.
    package func csv(_ register: Register, keptAs name: String) throws -> String {
        try store.read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT institutions, territories, population FROM registerSnapshot WHERE name = ?",
                arguments: [name])
            guard let row else { throw TargetError.noSuchSnapshot(name) }
            return row[register.rawValue]
        }
    }

    /// Names, days and hashes of what is kept, newest first.
    package func snapshots() throws -> [(name: String, takenAt: Date, hash: String)] {
        try store.read { db in
            try Row.fetchAll(db, sql: "SELECT name, takenAt, hash FROM registerSnapshot ORDER BY takenAt DESC, name")
                .map { ($0[0], Date(timeIntervalSince1970: $0[1]), $0[2]) }
        }
    }
}
