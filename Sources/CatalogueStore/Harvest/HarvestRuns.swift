package import CatalogueModel
import Foundation
import GRDB
import Vocabularies

/// Reports of harvests.
extension CatalogueStore {
    /// The latest runs, newest first.
    ///
    /// - Parameter source: nil for all sources.
    package func harvestRuns(of source: String? = nil, limit: Int = 50) throws -> [HarvestRun] {
        try read { db in
            try Row.fetchAll(
                db, sql: HarvestRun.select + " WHERE ?1 IS NULL OR h.source = ?1 ORDER BY h.run DESC LIMIT ?2",
                arguments: [source, limit]
            ).map { try HarvestRun($0) }
        }
    }

    /// The run, nil where there is none of that number.
    package func harvestRun(_ id: Int64) throws -> HarvestRun? {
        try read { db in
            try Row.fetchOne(db, sql: HarvestRun.select + " WHERE h.run = ?", arguments: [id]).map {
                try HarvestRun($0)
            }
        }
    }

    /// Problems of a run by kind, refusals first, then the most frequent.
    package func harvestProblems(of run: Int64) throws -> [ProblemGroup] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT severity, reason, field, count, remedyVi, remedyEn, examples FROM harvestProblem WHERE run = ?
                    ORDER BY severity, count DESC, reason, field
                    """, arguments: [run]
            ).compactMap { row in
                guard let severity = RecordProblem.Severity(rawValue: row[0]),
                    let reason = RecordProblem.Reason(rawValue: row[1])
                else { return nil }
                let field: String = row[2]
                return ProblemGroup(
                    severity: severity, reason: reason, field: field.isEmpty ? nil : field, count: row[3],
                    remedy: LocalisedText(vietnamese: row[4], english: row[5]),
                    examples: try JSONText.value([ProblemGroup.Example].self, of: row[6]))
            }
        }
    }

    /// Records of a source by state: `accepted`, `refused`, `deleted`.
    package func recordCounts(of source: String) throws -> [String: Int] {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT state, count(*) FROM sourceRecord WHERE source = ? GROUP BY state",
                arguments: [source])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        }
    }
}

extension HarvestRun {
    fileprivate static let select = """
        SELECT h.run, h.source, h.kind, i.startedAt, i.finishedAt, h.verdict, h.counts, h.endedBy, h.notices
        FROM harvestRun h JOIN ingestRun i USING (run)
        """

    fileprivate init(_ row: Row) throws {
        let (verdict, endedBy): (String?, String?) = (row[5], row[7])
        self.init(
            id: row[0], source: row[1], kind: Kind(rawValue: row[2]) ?? .incremental,
            startedAt: Date(timeIntervalSince1970: row[3]),
            finishedAt: (row[4] as TimeInterval?).map { Date(timeIntervalSince1970: $0) },
            verdict: verdict.flatMap { HarvestVerdict(rawValue: $0) },
            counts: try JSONText.value(HarvestCounts.self, of: row[6]),
            endedBy: try endedBy.map { try JSONText.value(HarvestNotice.self, of: $0) },
            notices: try JSONText.value([HarvestNotice].self, of: row[8]))
    }
}
