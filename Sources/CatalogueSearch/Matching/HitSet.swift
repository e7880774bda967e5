import CatalogueStore
import GRDB

/// SQL for the resources that answer a request: a condition on `resource` identifiers with its bound values.
///
/// Every number and text in it is bound; only table names, which the program makes, are written into the SQL.
struct HitSet {
    let generation: IndexGeneration
    /// Nil where the request has no words.
    let expression: MatchExpression?
    /// FTS5 expression of what must not be found.
    let excluded: String?
    /// Identifiers in `facetValue` by facet; an empty list matches nothing.
    let filters: [Facet: [Int64]]

    /// - Parameter unfiltered: a facet whose own filter is left out, as its counts demand.
    func sql(leavingOut unfiltered: Facet? = nil) -> (text: String, arguments: StatementArguments) {
        var conditions: [String] = []
        var arguments = StatementArguments()
        if let expression {
            conditions.append("\(generation.termsTable) MATCH ?")
            arguments += [expression.text]
        }
        if let excluded {
            conditions.append(
                "\(expression == nil ? "rowID" : "rowid") NOT IN (SELECT rowid FROM \(generation.termsTable) WHERE \(generation.termsTable) MATCH ?)"
            )
            arguments += [excluded]
        }
        let row = expression == nil ? "rowID" : "rowid"
        for facet in Facet.allCases where facet != unfiltered {
            guard let values = filters[facet] else { continue }
            let places = values.map { _ in "?" }.joined(separator: ", ")
            conditions.append(
                "\(row) IN (SELECT resource FROM \(generation.facetsTable) WHERE facetValue IN (\(places)))")
            arguments += StatementArguments(values)
        }
        let table = expression == nil ? "learningResource" : generation.termsTable
        let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        return ("FROM \(table)\(condition)", arguments)
    }

    /// The column that identifies a resource in `sql`.
    var rowColumn: String { expression == nil ? "rowID" : "rowid" }
}
