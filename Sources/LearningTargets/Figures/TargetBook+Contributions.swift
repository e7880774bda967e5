import CatalogueStore
import GRDB

extension TargetBook {
    /// The lines that the figures kept last have for an institution, by plan and target in their order; empty where no
    /// figure was kept, or none looks at it.
    package func contributions(of institution: String) throws -> [TargetContribution] {
        let rows = try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT f.plan, f.target, e.value, f.day FROM targetFigure f, json_each(f.figure, '$.evidence') e
                    WHERE f.day = (SELECT max(day) FROM targetFigure) AND e.value ->> 'id' = ?
                    """, arguments: [institution])
        }
        let found = Dictionary(rows.map { (Key(plan: $0[0], target: $0[1]), $0) }) { one, _ in one }
        return try plans().flatMap { plan in
            try plan.targets.compactMap { target in
                guard let row = found[Key(plan: plan.id, target: target.id)] else { return nil }
                return TargetContribution(
                    plan: plan, target: target, evidence: try JSONText.value(Figure.Evidence.self, of: row[2]),
                    day: row[3])
            }
        }
    }

    private struct Key: Hashable {
        let plan: String
        let target: String
    }
}
