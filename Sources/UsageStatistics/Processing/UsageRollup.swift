package import Foundation
import GRDB

/// Counts days of raw events into rollups.
///
/// A day is counted as a whole, in one transaction that first takes away what was counted before: counting it again gives
/// the same, and late events of a day that is still raw are worked in. Memory holds one session and the sums of one day.
package struct UsageRollup: Sendable {
    /// Goes into every report; another text is a change of method, which charts mark.
    package static let method = "COUNTER 5.1 / hoclieu 2"
    /// Days raw events are kept after their own.
    package static let daysKept = 35

    private let store: UsageStore
    private let robots: RobotList
    private let facts: @Sendable ([String]) throws -> [String: ItemFacts]

    /// - Parameter facts: what resources are, by identifier.
    package init(
        _ store: UsageStore, robots: RobotList, facts: @escaping @Sendable ([String]) throws -> [String: ItemFacts]
    ) {
        self.store = store
        self.robots = robots
        self.facts = facts
    }

    /// Counts every day that has events not counted yet, and destroys raw events of days kept long enough.
    ///
    /// - Parameters:
    ///   - instant: now; today is counted as far as it has come.
    ///   - isFull: counts all days that are still raw anew, as after a change of the list of robots.
    /// - Returns: days that were counted.
    @discardableResult
    package func roll(at instant: Date, isFull: Bool = false) throws -> [UsageDay] {
        let days = try store.read { db in
            try Int.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE days (day) AS (
                        SELECT min(day) FROM event
                        UNION ALL SELECT (SELECT min(day) FROM event WHERE day > days.day) FROM days WHERE day IS NOT NULL)
                    SELECT d.day FROM days d LEFT JOIN rolledDay r USING (day)
                    WHERE d.day IS NOT NULL AND (?1 OR r.day IS NULL OR r.robotList <> ?2 OR r.method <> ?3
                        OR r.lastEvent < (SELECT max(event) FROM event e WHERE e.day = d.day))
                    ORDER BY d.day
                    """, arguments: [isFull, robots.version, Self.method])
        }
        for day in days { try count(UsageDay(number: day)) }
        try close(before: UsageDay(number: UsageDay(of: instant).number - Self.daysKept))
        try endSecrets(at: instant)
        return days.map { UsageDay(number: $0) }
    }

    /// Destroys the secrets of days that are over; ten minutes past midnight the last events of the day are written.
    private func endSecrets(at instant: Date) throws {
        let day = UsageDay(of: instant.addingTimeInterval(-600))
        if try store.write({ db in try UsageSecrets(db).destroy(before: day) }) { store.forgetLog() }
    }

    /// Days before it lose their raw events; their rollups stand.
    private func close(before day: UsageDay) throws {
        try store.write { db in
            try db.execute(sql: "DELETE FROM event WHERE day < ?", arguments: [day.number])
            try db.execute(
                sql: "DELETE FROM querySession WHERE month < ?", arguments: [day.month.number])
            try UsageSecrets(db).destroy(before: day)
            try UsageSecrets(db).destroyLogs(before: day)
        }
    }

    private func count(_ day: UsageDay) throws {
        try store.write { db in
            let labels = try labels(in: db)
            var count = DayCount()
            var tally = Tally()
            var session: [DayCount.Event] = []
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT second, kind, session, item, collection, method, channel, path, query, resultSet, page, hits,
                        agent, isStaff, event
                    FROM event WHERE day = ? ORDER BY session, second, event
                    """, arguments: [day.number])
            while let row = try rows.next() {
                tally.events += 1
                tally.last = max(tally.last, row[14])
                // Harvests are made by machines, and counted as such.
                let isHarvest = row[1] == UsageEvent.Kind.harvest.rawValue
                guard tally.takes(isStaff: row[13], label: isHarvest ? .person : labels[row[12]] ?? .person),
                    let event = DayCount.Event(row)
                else { continue }
                if let first = session.first, first.session != event.session {
                    count.add(session: session)
                    session.removeAll(keepingCapacity: true)
                }
                session.append(event)
            }
            count.add(session: session)
            try write(count, tally, of: day, in: db)
        }
    }

    private struct Tally {
        var events = 0
        var last: Int64 = 0
        var robots = 0
        var aiAgents = 0
        var staff = 0

        mutating func takes(isStaff: Bool, label: RobotList.Label) -> Bool {
            if isStaff {
                staff += 1
                return false
            }
            switch label {
            case .person: return true
            case .robot: robots += 1
            case .aiAgent: aiAgents += 1
            }
            return false
        }
    }

    private func labels(in db: Database) throws -> [Int64: RobotList.Label] {
        var labels: [Int64: RobotList.Label] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT word, text FROM word WHERE kind = 1") {
            labels[row[0]] = robots.label(of: row[1])
        }
        return labels
    }

    private func write(_ count: DayCount, _ tally: Tally, of day: UsageDay, in db: Database) throws {
        for table in ["itemDay", "platformDay", "queryDay", "queryItemDay", "rolledDay"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE day = ?", arguments: [day.number])
        }
        let item = try db.cachedStatement(sql: "INSERT INTO itemDay VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for (key, found) in count.items where key.item != 0 {
            try item.execute(arguments: [
                day.number, key.item, key.method, key.channel, key.collection, found.totalViews, found.uniqueViews,
                found.totalReads, found.uniqueReads, found.outClicks, found.fromSearch,
            ])
        }
        let platform = try db.cachedStatement(sql: "INSERT INTO platformDay VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for (key, found) in count.platform {
            try platform.execute(arguments: [
                day.number, key.method, key.channel, found.searches, found.empty, found.feeds, found.calls,
                found.harvests, found.sessions,
            ])
        }
        let query = try db.cachedStatement(sql: "INSERT INTO queryDay VALUES (?, ?, ?, ?, ?)")
        for (key, found) in count.queries {
            try query.execute(arguments: [day.number, key, found.searches, found.empty, found.clicks])
        }
        let queryItem = try db.cachedStatement(sql: "INSERT INTO queryItemDay VALUES (?, ?, ?, ?)")
        for (key, times) in count.queryItems {
            try queryItem.execute(arguments: [day.number, key.query, key.item, times])
        }
        try db.execute(
            sql: "INSERT INTO rolledDay VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                day.number, tally.last, tally.events, count.doubleClicks, tally.robots, tally.aiAgents, tally.staff,
                Self.method, robots.version,
            ])
        try keepFacts(of: Set(count.items.keys.map(\.item)).subtracting([0]), in: db)
    }

    private func keepFacts(of items: Set<Int64>, in db: Database) throws {
        let find = try db.cachedStatement(sql: "SELECT text FROM word WHERE word = ?")
        var names: [String: Int64] = [:]
        for item in items { if let name = try String.fetchOne(find, arguments: [item]) { names[name] = item } }
        let insert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO itemFact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for (id, fact) in try facts(names.keys.sorted()) {
            func joined(_ list: [String]) -> String { list.joined(separator: "|") }
            try insert.execute(arguments: [
                names[id], fact.title, fact.url, fact.publisher, fact.publisherID, fact.publisherType,
                joined(fact.territories), joined(fact.subjects), joined(fact.levels), fact.language, fact.openness,
                joined(fact.audiences), fact.dataType, joined(fact.identifiers), fact.year,
            ])
        }
    }
}

extension DayCount.Event {
    /// Nil where the row is a newer program's.
    fileprivate init?(_ row: Row) {
        guard let kind = UsageEvent.Kind(rawValue: row[1]) else { return nil }
        self.init(
            second: row[0], kind: kind, session: row[2], item: row[3], collection: row[4], method: row[5],
            channel: row[6], path: row[7], query: row[8], resultSet: row[9], page: row[10], hits: row[11])
    }
}
