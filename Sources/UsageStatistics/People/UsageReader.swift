import Foundation
import GRDB

/// Reads rollups for people: totals, trends, the most used, what was searched and not found.
package struct UsageReader: Sendable {
    let store: UsageStore

    package init(_ store: UsageStore) {
        self.store = store
    }

    /// What figures can be given by.
    package enum Dimension: String, CaseIterable, Sendable {
        case institution
        case institutionType = "institution-type"
        case territory
        case subject
        case level
        case language
        case licence
        case audience
        case channel
        case collection
        case item

        /// The column of `itemFact`, where it is one of the resource; lists are separated by `|`.
        var column: String? {
            switch self {
            case .institution: "f.publisherID"
            case .institutionType: "f.publisherType"
            case .territory: "f.territories"
            case .subject: "f.subjects"
            case .level: "f.levels"
            case .language: "f.language"
            case .licence: "f.openness"
            case .audience: "f.audiences"
            case .channel, .collection, .item: nil
            }
        }

        var isList: Bool {
            switch self {
            case .territory, .subject, .level, .audience: true
            default: false
            }
        }
    }

    /// Totals of months, use by programs (TDM) left out.
    ///
    /// - Parameter institution: only its resources; nil for all. Searches are the platform's, and 0 for an institution.
    package func totals(
        from first: UsageMonth, through last: UsageMonth, institution: String? = nil
    ) throws -> UsageTotals {
        try months(from: first, through: last, institution: institution).reduce(into: UsageTotals()) { sum, month in
            sum.views += month.totals.views
            sum.uniqueViews += month.totals.uniqueViews
            sum.reads += month.totals.reads
            sum.uniqueReads += month.totals.uniqueReads
            sum.outClicks += month.totals.outClicks
            sum.fromSearch += month.totals.fromSearch
            sum.searches += month.totals.searches
            sum.emptySearches += month.totals.emptySearches
        }
    }

    /// Every month of the period, with those without use.
    package func months(
        from first: UsageMonth, through last: UsageMonth, institution: String? = nil
    ) throws -> [(month: UsageMonth, totals: UsageTotals)] {
        var found: [UsageMonth: UsageTotals] = [:]
        try store.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT d.day, \(Self.sums) FROM itemDay d LEFT JOIN itemFact f USING (item)
                    WHERE d.day BETWEEN ? AND ? AND d.method = 0 AND (?3 IS NULL OR f.publisherID = ?3) GROUP BY d.day
                    """, arguments: [first.firstDay.number, last.lastDay.number, institution])
            for row in rows {
                found[UsageDay(number: row[0]).month, default: UsageTotals()].add(row, at: 1)
            }
            guard institution == nil else { return }
            let searches = try Row.fetchAll(
                db,
                sql: """
                    SELECT day, sum(searches), sum(empty) FROM platformDay
                    WHERE day BETWEEN ? AND ? AND method = 0 GROUP BY day
                    """, arguments: [first.firstDay.number, last.lastDay.number])
            for row in searches {
                found[UsageDay(number: row[0]).month, default: UsageTotals()].searches += row[1]
                found[UsageDay(number: row[0]).month, default: UsageTotals()].emptySearches += row[2]
            }
        }
        return (first...max(first, last)).map { ($0, found[$0] ?? UsageTotals()) }
    }

    /// Lists that other catalogues took by OAI-PMH.
    package func harvests(from first: UsageMonth, through last: UsageMonth) throws -> Int {
        try store.read { db in
            try Int.fetchOne(
                db, sql: "SELECT coalesce(sum(harvests), 0) FROM platformDay WHERE day BETWEEN ? AND ?",
                arguments: [first.firstDay.number, last.lastDay.number]) ?? 0
        }
    }

    static let sums = """
        sum(d.totalViews), sum(d.uniqueViews), sum(d.totalReads), sum(d.uniqueReads), sum(d.outClicks), sum(d.fromSearch)
        """

    /// Figures by the values of a dimension, most viewed first; use by programs left out.
    ///
    /// - Parameters:
    ///   - institution: only its resources; nil for all.
    ///   - limit: how many at most.
    package func top(
        _ dimension: Dimension, from first: UsageMonth, through last: UsageMonth, institution: String? = nil,
        limit: Int = 20
    ) throws -> [(value: String, title: String?, totals: UsageTotals)] {
        try store.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: Self.topSQL(dimension),
                arguments: [first.firstDay.number, last.lastDay.number, institution])
            var found: [String: (title: String?, totals: UsageTotals)] = [:]
            for row in rows {
                let text: String = row[0] ?? ""
                let values = dimension.isList ? text.split(separator: "|").map(String.init) : [text]
                for value in values where !value.isEmpty {
                    found[value, default: (row[1], UsageTotals())].totals.add(row, at: 2)
                }
            }
            return found.sorted { one, other in
                (other.value.totals.views, other.value.totals.outClicks, one.key)
                    < (one.value.totals.views, one.value.totals.outClicks, other.key)
            }.prefix(limit).map { ($0.key, $0.value.title, $0.value.totals) }
        }
    }

    private static func topSQL(_ dimension: Dimension) -> String {
        let condition = "d.day BETWEEN ?1 AND ?2 AND d.method = 0 AND (?3 IS NULL OR f.publisherID = ?3)"
        switch dimension {
        case .item:
            return """
                SELECT w.text, f.title, \(sums) FROM itemDay d JOIN word w ON w.word = d.item
                LEFT JOIN itemFact f USING (item) WHERE \(condition) GROUP BY d.item
                """
        case .channel:
            return """
                SELECT CASE d.channel WHEN 1 THEN 'widget' WHEN 2 THEN 'feed' WHEN 3 THEN 'qr' WHEN 4 THEN 'server' ELSE 'portal' END, NULL,
                    \(sums) FROM itemDay d LEFT JOIN itemFact f USING (item) WHERE \(condition) GROUP BY 1
                """
        case .collection:
            return """
                SELECT w.text, NULL, \(sums) FROM itemDay d JOIN word w ON w.word = d.collection
                LEFT JOIN itemFact f USING (item) WHERE \(condition) GROUP BY 1
                """
        default:
            return """
                SELECT \(dimension.column ?? "''"), NULL, \(sums) FROM itemDay d LEFT JOIN itemFact f USING (item)
                WHERE \(condition) GROUP BY 1
                """
        }
    }

    /// Texts that were searched and found little, most searched first: those that enough sessions asked, and no others.
    ///
    /// - Returns: the text with its searches, those without a hit, and investigations right after it.
    package func gaps(
        from first: UsageMonth, through last: UsageMonth, limit: Int = 50
    ) throws -> [(query: String, searches: Int, empty: Int, clicks: Int)] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT t.text, sum(d.searches) AS n, sum(d.empty) AS none, sum(d.clicks) AS clicks
                    FROM queryText t JOIN queryDay d USING (query)
                    WHERE d.day BETWEEN ? AND ? AND t.month BETWEEN ? AND ?
                    GROUP BY t.text HAVING none > 0 AND none * 2 >= n ORDER BY none DESC, n DESC, t.text LIMIT ?
                    """,
                arguments: [
                    first.firstDay.number, last.lastDay.number, first.number, last.number, limit,
                ]
            ).map { ($0[0], $0[1], $0[2], $0[3]) }
        }
    }

    /// Texts that were searched, the most searched first: those that enough visitors asked, and no others.
    package func commonQueries(
        from first: UsageMonth, through last: UsageMonth, limit: Int
    ) throws -> [(text: String, searches: Int)] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT t.text, sum(d.searches) AS n FROM queryText t JOIN queryDay d USING (query)
                    WHERE d.day BETWEEN ? AND ? AND t.month BETWEEN ? AND ?
                    GROUP BY t.text ORDER BY n DESC, t.text LIMIT ?
                    """,
                arguments: [first.firstDay.number, last.lastDay.number, first.number, last.number, limit]
            ).map { ($0[0], $0[1]) }
        }
    }

    /// Texts that led to resources of an institution, most often first; those that enough sessions asked.
    package func queries(
        leadingTo institution: String, from first: UsageMonth, through last: UsageMonth, limit: Int = 20
    ) throws -> [(query: String, times: Int)] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT t.text, sum(q.times) AS n FROM queryItemDay q JOIN itemFact f USING (item)
                    JOIN queryText t USING (query)
                    WHERE q.day BETWEEN ? AND ? AND t.month BETWEEN ? AND ? AND f.publisherID = ?
                    GROUP BY t.text HAVING n >= ? ORDER BY n DESC, t.text LIMIT ?
                    """,
                arguments: [
                    first.firstDay.number, last.lastDay.number, first.number, last.number, institution,
                    SmallCells.least, limit,
                ]
            ).map { ($0[0], $0[1]) }
        }
    }

    /// How days of a period were counted: changes of method or of the list of robots, each with its first day.
    package func methods(
        from first: UsageMonth, through last: UsageMonth
    ) throws -> [(since: UsageDay, method: String, robotList: String)] {
        try store.read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT day, method, robotList FROM rolledDay WHERE day BETWEEN ? AND ? ORDER BY day",
                arguments: [first.firstDay.number, last.lastDay.number])
            var found: [(UsageDay, String, String)] = []
            for row in rows where found.last.map({ ($0.1, $0.2) != (row[1], row[2]) }) ?? true {
                found.append((UsageDay(number: row[0]), row[1], row[2]))
            }
            return found
        }
    }

    /// What was left out of a period's figures.
    package func leftOut(
        from first: UsageMonth, through last: UsageMonth
    ) throws -> (events: Int, doubleClicks: Int, robots: Int, aiAgents: Int, staff: Int) {
        try store.read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT coalesce(sum(events), 0), coalesce(sum(doubleClicks), 0), coalesce(sum(robots), 0),
                        coalesce(sum(aiAgents), 0), coalesce(sum(staff), 0) FROM rolledDay WHERE day BETWEEN ? AND ?
                    """, arguments: [first.firstDay.number, last.lastDay.number])
            guard let row else { return (0, 0, 0, 0, 0) }
            return (row[0], row[1], row[2], row[3], row[4])
        }
    }

    /// The last day that was counted; nil without any.
    package func lastDay() throws -> UsageDay? {
        try store.read { db in
            try Int.fetchOne(db, sql: "SELECT max(day) FROM rolledDay").map { UsageDay(number: $0) }
        }
    }

    /// First and last month with counted days; nil where there is none.
    package func period() throws -> ClosedRange<UsageMonth>? {
        try store.read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT min(day), max(day) FROM rolledDay"),
                let first = row[0] as Int?, let last = row[1] as Int?
            else { return nil }
            return UsageDay(number: first).month...UsageDay(number: last).month
        }
    }
}

extension UsageTotals {
    /// Adds the sums of `UsageReader.sums`.
    fileprivate mutating func add(_ row: Row, at place: Int) {
        views += row[place]
        uniqueViews += row[place + 1]
        reads += row[place + 2]
        uniqueReads += row[place + 3]
        outClicks += row[place + 4]
        fromSearch += row[place + 5]
    }
}
