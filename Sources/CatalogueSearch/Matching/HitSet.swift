import CatalogueStore
import GRDB

/// SQL for the resources that answer a request: a condition on `resource` identifiers with its bound values.
///
/// Every number and text in it is bound; only table names, which the program makes, are written into the SQL.
struct HitSet {
    let generation: IndexGeneration
    let expression: MatchExpression
    /// Identifiers in `facetValue` by facet; an empty list matches nothing.
    let filters: [Facet: [Int64]]

    var sql: (text: String, arguments: StatementArguments) {
        var conditions: [String] = []
        var arguments = StatementArguments()
        if let match = expression.match {
            conditions.append("\(generation.termsTable) MATCH ?")
            arguments += [match.expression]
        }
        let row = rowColumn
        if let excluded = expression.excluded {
            conditions.append(
                "\(row) NOT IN (SELECT rowid FROM \(generation.termsTable) WHERE \(generation.termsTable) MATCH ?)")
            arguments += [excluded.expression]
        }
        for facet in Facet.allCases {
            guard let values = filters[facet] else { continue }
            let places = values.map { _ in "?" }.joined(separator: ", ")
            conditions.append(
                "\(row) IN (SELECT resource FROM \(generation.facetsTable) WHERE facetValue IN (\(places)))")
            arguments += StatementArguments(values)
        }
        let table = expression.match == nil ? "learningResource" : generation.termsTable
        let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        return ("FROM \(table)\(condition)", arguments)
    }

    /// The column that identifies a resource in `sql`.
    var rowColumn: String { expression.match == nil ? "rowID" : "rowid" }
}
