import CatalogueStore
import GRDB

/// The rows of one page by date or title, or newest first where nothing was asked for.
struct RankedRows {
    struct Entry {
        let rowID: Int64
    }

    let rows: [Entry]

    init(_ hitSet: HitSet, request: SearchRequest, in db: Database) throws {
        let (from, arguments) = hitSet.sql
        let row = hitSet.rowColumn
        let sql =
            switch request.order {
            case .relevance, .date:
                Self.ordered(by: "r.date IS NULL, r.date DESC, r.sortKey, r.id", from, row: row)
            case .title:
                Self.ordered(by: "r.sortKey, r.id", from, row: row)
            }
        rows = try Row.fetchAll(
            db.cachedStatement(sql: sql), arguments: arguments + [request.pageSize, request.offset]
        ).map { Entry(rowID: $0[0]) }
    }

    private static func ordered(by order: String, _ from: String, row: String) -> String {
        """
        SELECT h.resource FROM (SELECT \(row) AS resource \(from) LIMIT -1) h
        JOIN learningResource r ON r.rowID = h.resource
        ORDER BY \(order) LIMIT ? OFFSET ?
        """
    }
}
