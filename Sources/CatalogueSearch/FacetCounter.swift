import CatalogueStore
import GRDB
import Vocabularies

/// Counts hits by facet value; each facet is counted without its own filter, so that one can choose beside what is
/// chosen already.
struct FacetCounter {
    private let hitSet: HitSet
    private let labels: FacetLabels

    init(_ hitSet: HitSet, labels: FacetLabels) {
        self.hitSet = hitSet
        self.labels = labels
    }

    func counts(selected: [Facet: [String]], in db: Database) throws -> [Facet: [FacetCount]] {
        var raw = try count(leavingOut: nil, in: db)
        for facet in selected.keys {
            raw[facet] = try count(leavingOut: facet, in: db)[facet] ?? [:]
        }
        var counts: [Facet: [FacetCount]] = [:]
        for facet in Facet.allCases {
            var values = raw[facet] ?? [:]
            for value in selected[facet] ?? [] where values[value] == nil { values[value] = 0 }
            counts[facet] = try values.map { value, count in
                FacetCount(
                    value: value, label: try label(of: value, in: facet, db), count: count,
                    isSelected: selected[facet]?.contains(value) ?? false)
            }.sorted { ($1.count, $0.label.vietnamese, $0.value) < ($0.count, $1.label.vietnamese, $1.value) }
        }
        return counts
    }

    private func count(leavingOut facet: Facet?, in db: Database) throws -> [Facet: [String: Int]] {
        let (from, arguments) = hitSet.sql(leavingOut: facet)
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    WITH hit AS MATERIALIZED (SELECT \(hitSet.rowColumn) AS resource \(from)),
                    counted AS (
                        SELECT f.facetValue, count(*) AS hits
                        FROM hit JOIN \(hitSet.generation.facetsTable) f USING (resource) GROUP BY f.facetValue
                    )
                    SELECT v.facet, v.value, c.hits FROM counted c JOIN facetValue v USING (facetValue)
                    """), arguments: arguments)
        var counts: [Facet: [String: Int]] = [:]
        while let row = try rows.next() {
            guard let facet = Facet(rawValue: row[0]) else { continue }
            counts[facet, default: [:]][row[1]] = row[2]
        }
        return counts
    }

    /// An institution outside the register is shown by the name its records print.
    private func label(of value: String, in facet: Facet, _ db: Database) throws -> LocalisedText {
        if let label = labels.label(of: value, in: facet) { return label }
        var name = value
        if facet == .institution {
            let find = try db.cachedStatement(
                sql: "SELECT record ->> '$.publisherName' FROM learningResource WHERE publisher = ? LIMIT 1")
            name = try String.fetchOne(find, arguments: [value]) ?? value
        }
        return LocalisedText(vietnamese: name, english: name)
    }
}
