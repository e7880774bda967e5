import Crypto
import Foundation
import GRDB
import TextAnalysis

/// Writes events within one transaction: gives them session keys, forgets addresses, and keeps the text of a query only
/// from the fifth address of a month on.
struct EventWriter {
    /// Distinct addresses, each once a day, that must ask a text in a month before it is kept.
    static let leastSessions = 5

    private let db: Database
    private let origin: Int64
    /// Whose sessions do not count when the text of a query is kept or not.
    private let robots: RobotList?
    private var secrets: [String: SymmetricKey] = [:]
    private var words: [String: Int64] = [:]
    /// What is kept of agents of this transaction, by what they sent.
    private var agents: [String: (text: String, isPerson: Bool)] = [:]
    private var latest = UsageDay(number: 0)
    private let analyser = TextAnalyser()

    init(_ db: Database, origin: Int64, robots: RobotList? = nil) {
        self.db = db
        self.origin = origin
        self.robots = robots
    }

    mutating func write(_ event: UsageEvent, on day: UsageDay) throws {
        latest = max(latest, day)
        let second = Int64(event.at.timeIntervalSince1970.rounded(.down))
        let hour = Int((second + 25_200) / 3_600 % 24)
        let session = UsageSecrets.session(
            event.address, event.agent, hour: hour, with: try secret(sessionScope(day)))
        let agent = kept(event.agent)
        var query: Int64 = 0
        if let text = event.query.map(compared), !text.isEmpty {
            query = UsageSecrets.code(text, with: try secret("month:" + day.month.text))
            if !event.isStaff, agent.isPerson {
                // One address a day is one, whatever programs it names: asking again does not make a text common. The
                // hash holds the query, so that two queries of one visitor have nothing in common.
                let visitor = UsageSecrets.code(
                    "\(event.address)\u{0}query\u{0}\(query)", with: try secret("day:" + day.text))
                try keep(text, query, visitor, day.month)
            }
        }
        try db.cachedStatement(
            sql: "INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            day.number, second, event.kind.rawValue, session, try word(agent.text, 1),
            try event.item.map { try word($0, 2) } ?? 0, try event.collection.map { try word($0, 3) } ?? 0,
            event.accessMethod.rawValue, event.channel.rawValue, stableHash(event.path), query,
            event.resultSet.map(stableHash) ?? 0, event.page, event.hits ?? -1, event.isStaff, origin,
        ])
    }

    /// Sessions of logs that are taken in must be the same when more of the day is taken in later: their secrets stay as
    /// long as the events they are of.
    private func sessionScope(_ day: UsageDay) -> String {
        (origin == 0 ? "day:" : UsageSecrets.logScope) + day.text
    }

    /// Destroys the secrets of days that are over, where events of a new day were written.
    ///
    /// - Returns: whether any was destroyed.
    func finish() throws -> Bool {
        guard origin == 0, latest.number > 0 else { return false }
        // Yesterday's stays until the day is counted: a clock that jumps ahead must not end today's sessions.
        return try UsageSecrets(db).destroy(before: UsageDay(number: latest.number - 1))
    }

    /// The form in which queries are counted: case, form and spaces do not matter, marks do.
    private func compared(_ text: String) -> String {
        String(
            text.precomposedStringWithCanonicalMapping.lowercased().split(whereSeparator: \.isWhitespace)
                .joined(separator: " ").prefix(200))
    }

    private func keep(_ text: String, _ query: Int64, _ session: Int64, _ month: UsageMonth) throws {
        let known = try db.cachedStatement(sql: "SELECT 1 FROM queryText WHERE month = ? AND query = ?")
        guard try Int.fetchOne(known, arguments: [month.number, query]) == nil else { return }
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO querySession VALUES (?, ?, ?)")
            .execute(arguments: [month.number, query, session])
        let count = try db.cachedStatement(sql: "SELECT count(*) FROM querySession WHERE month = ? AND query = ?")
        guard try Int.fetchOne(count, arguments: [month.number, query]) ?? 0 >= Self.leastSessions else { return }
        try db.execute(
            sql: "INSERT INTO queryText VALUES (?, ?, ?)", arguments: [month.number, query, text])
        try db.execute(
            sql: "DELETE FROM querySession WHERE month = ? AND query = ?", arguments: [month.number, query])
    }

    private mutating func kept(_ agent: String) -> (text: String, isPerson: Bool) {
        if let known = agents[agent] { return known }
        let text = AgentText.kept(agent)
        let found = (text, robots?.label(of: text) ?? .person == .person)
        agents[agent] = found
        return found
    }

    private mutating func secret(_ scope: String) throws -> SymmetricKey {
        if let known = secrets[scope] { return known }
        let secret = try UsageSecrets(db).secret(scope)
        secrets[scope] = secret
        return secret
    }

    private mutating func word(_ text: String, _ kind: Int) throws -> Int64 {
        let key = "\(kind) \(text)"
        if let known = words[key] { return known }
        let find = try db.cachedStatement(sql: "SELECT word FROM word WHERE kind = ? AND text = ?")
        var number = try Int64.fetchOne(find, arguments: [kind, text])
        if number == nil {
            try db.execute(sql: "INSERT INTO word (kind, text) VALUES (?, ?)", arguments: [kind, text])
            number = db.lastInsertedRowID
        }
        words[key] = number
        return number ?? 0
    }
}

extension SymmetricKey {
    var bytes: Data { withUnsafeBytes { Data($0) } }
}
