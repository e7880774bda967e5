import GRDB

/// The lines of a report, from the rollups.
struct CounterLines {
    private let request: CounterRequest
    private let store: UsageStore

    init(_ request: CounterRequest, store: UsageStore) {
        self.request = request
        self.store = store
    }

    private struct Key: Hashable {
        let cells: [String: String]
        let metric: String
    }

    func lines() throws -> [CounterReport.Line] {
        var months: [Key: [UsageMonth: Int]] = [:]
        func add(_ count: Int, _ metric: String, _ cells: [String: String], _ month: UsageMonth) {
            guard count > 0, wants(metric) else { return }
            months[Key(cells: cells, metric: metric), default: [:]][month, default: 0] += count
        }
        try store.read { db in
            try forEachItem(in: db) { row, month in
                let cells = cells(row)
                let (views, uniqueViews): (Int, Int) = (row["views"], row["uniqueViews"])
                let (reads, uniqueReads): (Int, Int) = (row["reads"], row["uniqueReads"])
                add(views, "Total_Item_Investigations", cells, month)
                add(reads, "Total_Item_Requests", cells, month)
                add(uniqueViews, "Unique_Item_Investigations", cells, month)
                add(uniqueReads, "Unique_Item_Requests", cells, month)
                if row["dataType"] == "Book", !request.kind.isByItem {
                    add(uniqueViews, "Unique_Title_Investigations", cells, month)
                    add(uniqueReads, "Unique_Title_Requests", cells, month)
                }
            }
            if !request.kind.isByItem, request.institution == nil {
                try forEachSearch(in: db) { count, cells, month in add(count, "Searches_Platform", cells, month) }
            }
        }
        return months.map { CounterReport.Line(cells: $0.key.cells, metric: $0.key.metric, months: $0.value) }
            .sorted { order($0).lexicographicallyPrecedes(order($1)) }
    }

    private func order(_ line: CounterReport.Line) -> [String] {
        let names = ["Item", "Proprietary_ID", "Platform", "Data_Type", "YOP", "Access_Type", "Access_Method"]
        return names.map { line.cells[$0] ?? "" } + [line.metric]
    }

    private func wants(_ metric: String) -> Bool {
        request.kind.metrics.contains(metric) && (request.metrics.map { $0.contains(metric) } ?? true)
    }

    private func forEachItem(in db: Database, _ body: (Row, UsageMonth) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT d.day, d.method, d.channel = \(UsageEvent.Channel.server.rawValue) AS isOwnServer, w.text AS id, f.*, sum(d.totalViews) AS views, sum(d.uniqueViews) AS uniqueViews,
                    sum(d.totalReads) AS reads, sum(d.uniqueReads) AS uniqueReads
                FROM itemDay d JOIN word w ON w.word = d.item LEFT JOIN itemFact f USING (item)
                WHERE d.day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR f.publisherID = ?3)
                GROUP BY d.day, d.item, d.method, isOwnServer ORDER BY d.day, d.item
                """,
            arguments: [request.begin.firstDay.number, request.end.lastDay.number, request.institution])
        while let row = try rows.next() {
            guard takes(row) else { continue }
            try body(row, UsageDay(number: row["day"]).month)
        }
    }

    private func takes(_ row: Row) -> Bool {
        let (type, method): (String, Int) = (row["dataType"] ?? "Unspecified", row["method"])
        if request.kind.isStandardView, method != 0 { return false }
        if let types = request.kind.dataTypes ?? request.itemTypes, !types.contains(type) { return false }
        if let methods = request.accessMethods, !methods.contains(Self.method(method)) { return false }
        if let types = request.accessTypes, !types.contains(Self.accessType(row["openness"])) { return false }
        let year: String = row["year"] ?? "0001"
        return request.years.map { $0.contains { Self.isIn($0, year) } } ?? true
    }

    private func forEachSearch(
        in db: Database, _ body: (Int, [String: String], UsageMonth) throws -> Void
    ) throws {
        if let types = request.itemTypes, !types.contains("Platform") { return }
        guard request.accessTypes == nil, request.years == nil else { return }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT day, method, sum(searches) FROM platformDay WHERE day BETWEEN ? AND ? GROUP BY day, method
                """, arguments: [request.begin.firstDay.number, request.end.lastDay.number])
        for row in rows {
            let method: Int = row[1]
            if request.kind.isStandardView, method != 0 { continue }
            if let methods = request.accessMethods, !methods.contains(Self.method(method)) { continue }
            var cells = ["Platform": CounterReport.platform, "Data_Type": "Platform"]
            if request.attributes.contains("Access_Method") { cells["Access_Method"] = Self.method(method) }
            try body(row[2], cells, UsageDay(number: row[0]).month)
        }
    }

    private func cells(_ row: Row) -> [String: String] {
        // What an institution's own server gave out, by its log, was used on its platform, not on ours.
        let isOwnServer: Bool = row["isOwnServer"]
        let platform = isOwnServer ? row["publisherID"] as String? ?? CounterReport.platform : CounterReport.platform
        var cells = [
            "Platform": platform, "Data_Type": row["dataType"] as String? ?? "Unspecified",
        ]
        let shown = Set(request.attributes)
        if shown.contains("YOP") { cells["YOP"] = row["year"] ?? "0001" }
        if shown.contains("Access_Type") { cells["Access_Type"] = Self.accessType(row["openness"]) }
        if shown.contains("Access_Method") { cells["Access_Method"] = Self.method(row["method"]) }
        guard request.kind.isByItem else { return cells }
        let id: String = row["id"]
        cells["Item"] = Self.line(row["title"] ?? id)
        cells["Publisher"] = Self.line(row["publisher"] ?? "")
        cells["Publisher_ID"] = (row["publisherID"] as String?).map { "\(CounterReport.namespace):\($0)" } ?? ""
        cells["Proprietary_ID"] = "\(CounterReport.namespace):\(id)"
        cells["URI"] = row["url"] ?? ""
        let identifiers = (row["identifiers"] as String? ?? "").split(separator: "|").map(String.init)
        cells["DOI"] = Self.value("doi:", in: identifiers)
        if request.kind == .item {
            cells["ISBN"] = Self.value("isbn:", in: identifiers)
            cells["Online_ISSN"] = Self.value("issn:", in: identifiers)
        }
        return cells.filter { !$0.value.isEmpty }
    }

    private static func value(_ prefix: String, in identifiers: [String]) -> String {
        identifiers.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) } ?? ""
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
    }

    private static func method(_ number: Int) -> String { number == 0 ? "Regular" : "TDM" }

    /// Openly licensed is `Open`; what may be read without a licence to reuse it is `Free_To_Read`.
    private static func accessType(_ openness: String?) -> String {
        ["A", "B", "C"].contains(openness ?? "") ? "Open" : "Free_To_Read"
    }

    private static func isIn(_ range: String, _ year: String) -> Bool {
        let ends = range.split(separator: "-").map(String.init)
        return (ends.first ?? "") <= year && year <= (ends.last ?? "")
    }
}
