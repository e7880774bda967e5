import Crypto
package import Foundation
import GRDB
import RecordFormats

/// Takes in access logs of institutions that host their material themselves, by the same rules as our own events.
///
/// A log is known again by its first line, whatever it is called and whether it is compressed: reading it again, or after it
/// has been rotated, takes in only what is new. A last line without an end is left for the next time.
package struct LogImport: Sendable {
    package struct Outcome: Hashable, Sendable {
        /// Lines read now; those before were read already.
        package var lines = 0
        package var skippedBytes = 0
        /// Requests of resources of the catalogue.
        package var events = 0
        /// Of these by robots and agents of artificial intelligence, which reports leave out.
        package var robots = 0
        /// Answers other than 200 and 304, and other methods than GET.
        package var unanswered = 0
        /// Good answers at addresses that no resource of the catalogue has.
        package var unknown = 0
        /// The first few of those addresses.
        package var examples: [String] = []
        package var unreadable = 0
        package var late = 0
        package var future = 0
        /// Whether the last line has no end yet.
        package var isCut = false

        static let mostExamples = 3

        /// Lines that are well and no requests of resources.
        package var others: Int { unanswered + unknown }

        package init() {}
    }

    private let store: UsageStore
    private let institution: String
    private let items: [String: String]
    private let now: Date
    private let robots: RobotList

    /// - Parameters:
    ///   - robots: for saying how many requests are theirs; they are told apart again whenever days are counted.
    ///   - items: identifiers of the institution's resources by path and query of their address; see `key(of:)`.
    ///   - now: lines from more than a day later are refused, those of days that are closed come too late.
    package init(
        _ store: UsageStore, institution: String, items: [String: String], robots: RobotList = RobotList(), now: Date
    ) {
        self.robots = robots
        self.store = store
        self.institution = institution
        self.items = items
        self.now = now
    }

    /// What an address and the path of a log line have in common: path and query, decoded, without a slash at the end.
    package static func key(of address: String) -> String? {
        var rest = address[...]
        if let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...]
            rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
        }
        rest = rest.prefix { $0 != "#" }
        guard rest.hasPrefix("/") else { return nil }
        let text = rest.removingPercentEncoding ?? String(rest)
        return text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    /// - Throws: `UsageError.unreadableLog`; what was read before the damage is kept.
    package func run(_ path: String) throws -> Outcome {
        let file: GzipFile
        do { file = try GzipFile(path) } catch { throw UsageError.unreadableLog(path) }
        var lines = LineReading(file)
        guard let first = try lines.first() else { return Outcome() }
        let fingerprint = Self.fingerprint(first, institution)
        var state = try state(fingerprint, (path as NSString).lastPathComponent)
        var outcome = Outcome()
        outcome.skippedBytes = try lines.skip(state.bytes)
        var batch: [UsageEvent] = []
        var counts = Outcome()
        var isRobot: [String: Bool] = [:]
        func keep() throws {
            // An older copy is shorter: it must not take back how far the log was read.
            try save(batch, &state, max(state.bytes, lines.consumed), counts)
            batch.removeAll(keepingCapacity: true)
            outcome.add(counts)
            counts = Outcome()
        }
        while let line = try lines.next() {
            counts.lines += 1
            if let event = event(line, &counts) {
                let known = isRobot[event.agent] ?? (robots.label(of: event.agent) != .person)
                isRobot[event.agent] = known
                if known { counts.robots += 1 }
                batch.append(event)
            }
            if batch.count == 5_000 { try keep() }
        }
        outcome.isCut = lines.hasRest
        try keep()
        return outcome
    }

    private func event(_ line: Substring, _ counts: inout Outcome) -> UsageEvent? {
        guard let entry = LogLine(line) else {
            counts.unreadable += 1
            return nil
        }
        guard entry.at.timeIntervalSince(now) < 86_400 else {
            counts.future += 1
            return nil
        }
        guard UsageDay(of: entry.at) >= earliest else {
            counts.late += 1
            return nil
        }
        guard entry.method == "GET", entry.status == 200 || entry.status == 304 else {
            counts.unanswered += 1
            return nil
        }
        guard let item = item(at: entry.path) else {
            counts.unknown += 1
            if counts.examples.count < Outcome.mostExamples, !counts.examples.contains(entry.path) {
                counts.examples.append(entry.path)
            }
            return nil
        }
        counts.events += 1
        var event = UsageEvent(
            .request, at: entry.at, path: "\(institution) \(entry.path)", address: entry.address, agent: entry.agent)
        event.item = item
        event.channel = .server
        return event
    }

    /// The resource at an address; what follows a question mark counts only where the resource's own address has it.
    private func item(at path: String) -> String? {
        if let item = Self.key(of: path).flatMap({ items[$0] }) { return item }
        guard let question = path.firstIndex(of: "?") else { return nil }
        return Self.key(of: String(path[..<question])).flatMap { items[$0] }
    }

    private var earliest: UsageDay { UsageDay(number: UsageDay(of: now).number - UsageRollup.daysKept) }

    private struct State {
        let log: Int64
        var bytes: Int
    }

    private func state(_ fingerprint: String, _ name: String) throws -> State {
        try store.write { db in
            if let row = try Row.fetchOne(
                db, sql: "SELECT log, bytes FROM serverLog WHERE fingerprint = ?", arguments: [fingerprint])
            {
                return State(log: row[0], bytes: row[1])
            }
            try db.execute(
                sql: "INSERT INTO serverLog VALUES (NULL, ?, ?, ?, 0, 0, 0, 0)",
                arguments: [name, fingerprint, institution])
            return State(log: db.lastInsertedRowID, bytes: 0)
        }
    }

    /// Events and how far the log was read go in together, or not at all.
    private func save(_ batch: [UsageEvent], _ state: inout State, _ bytes: Int, _ counts: Outcome) throws {
        let log = state.log
        try store.write { db in
            var writer = EventWriter(db, origin: log)
            for event in batch { try writer.write(event, on: UsageDay(of: event.at)) }
            _ = try writer.finish()
            let today = UsageDay(of: now)
            for (count, reason) in [
                (counts.unreadable, UsageStore.Loss.unreadable), (counts.late, .late), (counts.future, .future),
            ] where count > 0 { try UsageStore.note(count, lost: reason, on: today, in: db) }
            try db.execute(
                sql: """
                    UPDATE serverLog SET bytes = ?, lines = lines + ?, events = events + ?, refused = refused + ?
                    WHERE log = ?
                    """,
                arguments: [
                    bytes, counts.lines, counts.events, counts.unreadable + counts.late + counts.future, log,
                ])
        }
        state.bytes = bytes
    }

    private static func fingerprint(_ line: Substring, _ institution: String) -> String {
        SHA256.hash(data: Data((institution + "\n" + line).utf8)).map { String(format: "%02x", $0) }.joined()
    }
}

extension LogImport.Outcome {
    fileprivate mutating func add(_ other: Self) {
        lines += other.lines
        events += other.events
        robots += other.robots
        unanswered += other.unanswered
        unknown += other.unknown
        examples = Array((examples + other.examples.filter { !examples.contains($0) }).prefix(Self.mostExamples))
        unreadable += other.unreadable
        late += other.late
        future += other.future
    }
}
