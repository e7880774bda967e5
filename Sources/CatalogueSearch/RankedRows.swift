import CatalogueStore
import GRDB

/// The rows of one page in the order asked for.
struct RankedRows {
    struct Entry {
        let rowID: Int64
        let score: Double
    }

    let rows: [Entry]

    init(_ hitSet: HitSet, request: SearchRequest, in db: Database) throws {
        let (from, arguments) = hitSet.sql()
        let weights = MatchExpression.columnWeights.map { "\($0)" }.joined(separator: ", ")
        let score = hitSet.expression == nil ? "0.0" : "-bm25(\(hitSet.generation.termsTable), \(weights))"
        let row = hitSet.rowColumn
        let sql =
            switch request.order {
            case .relevance where hitSet.expression != nil:
                "SELECT \(row), \(score) AS score \(from) ORDER BY score DESC, \(row) LIMIT ? OFFSET ?"
            case .relevance, .date:
                Self.ordered(by: "r.date IS NULL, r.date DESC, r.sortKey, r.id", from, row: row, score: score)
            case .title:
                Self.ordered(by: "r.sortKey, r.id", from, row: row, score: score)
            }
        rows = try Row.fetchAll(
            db.cachedStatement(sql: sql), arguments: arguments + [request.pageSize, request.offset]
        ).map { Entry(rowID: $0[0], score: $0[1]) }
    }

    private static func ordered(by order: String, _ from: String, row: String, score: String) -> String {
        """
        SELECT h.resource, h.score FROM (SELECT \(row) AS resource, \(score) AS score \(from) LIMIT -1) h
        JOIN learningResource r ON r.rowID = h.resource
        ORDER BY \(order) LIMIT ? OFFSET ?
        """
    }
}
