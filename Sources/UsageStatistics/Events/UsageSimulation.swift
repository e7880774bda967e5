import Foundation
import GRDB

extension UsageStore {
    /// Whether its events were made up.
    package var isSimulated: Bool {
        (try? read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM simulation)") }) ?? false
    }
}

/// Made-up use of a catalogue, for trying reports out: goes the way of real events, day by day, and marks the file for good.
package struct UsageSimulation: Sendable {
    private let store: UsageStore
    private let items: [String]
    private let seed: UInt64

    /// - Parameter items: identifiers of resources.
    package init(_ store: UsageStore, items: [String], seed: UInt64) {
        self.store = store
        self.items = items.sorted()
        self.seed = seed
    }

    /// Makes up every day of some months, and counts it.
    ///
    /// - Returns: events made up.
    /// - Throws: `UsageError.hasRealUse` where the file has events that were not.
    package func run(from first: UsageDay, through last: UsageDay, rollup: UsageRollup) throws -> Int {
        try store.write { db in
            let isMarked = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM simulation)") ?? false
            let days = try Int.fetchOne(db, sql: "SELECT count(*) FROM rolledDay") ?? 0
            let events = try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0
            guard isMarked || days + events == 0 else { throw UsageError.hasRealUse }
            try db.execute(sql: "INSERT OR REPLACE INTO simulation VALUES (1, ?)", arguments: [Int64(bitPattern: seed)])
        }
        var random = Randomness(state: seed)
        var made = 0
        for number in first.number...last.number {
            let events = day(UsageDay(number: number), &random)
            try store.append(events)
            made += events.count
            let evening = Date(timeIntervalSince1970: Double(number) * 86_400 + 50_000)
            try rollup.roll(at: evening)
        }
        return made
    }

    private static let agents = [
        "Mozilla/5.0 (Linux; Android 10; K) Chrome/126.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 8.1.0; SM-J260G) Chrome/110.0.0.0 Mobile Safari/537.36", "Googlebot/2.1",
    ]
    private static let queries = [
        "nấu ăn", "nuôi tôm", "kế toán", "tiếng anh giao tiếp", "học vẽ", "tin học văn phòng", "cây ăn trái",
        "chăm sóc người già", "toán lớp 9", "sửa xe máy",
    ]

    private func day(_ day: UsageDay, _ random: inout Randomness) -> [UsageEvent] {
        let visitors = 20 + random.below(30)
        let begin = Date(timeIntervalSince1970: Double(day.number) * 86_400 - 25_200)
        return (0..<visitors).flatMap { visitor -> [UsageEvent] in
            var at = begin.addingTimeInterval(Double(25_000 + random.below(50_000)))
            let agent = Self.agents[random.below(Self.agents.count)]
            func event(_ kind: UsageEvent.Kind, _ path: String) -> UsageEvent {
                UsageEvent(kind, at: at, path: path, address: "made-up \(visitor)", agent: agent)
            }
            var events: [UsageEvent] = []
            for _ in 0..<1 + random.below(4) {
                at += Double(40 + random.below(90))
                let text = Self.queries[random.below(Self.queries.count)]
                var search = event(.search, "/search?q=\(text)")
                (search.query, search.resultSet, search.hits) = (text, "q=\(text)", random.below(5))
                events.append(search)
                guard !items.isEmpty else { continue }
                at += Double(20 + random.below(60))
                // Some are looked at much more often than others.
                let item = items[random.below(1 + random.below(items.count))]
                var view = event(.investigation, "/resources/\(item)")
                view.item = item
                events.append(view)
                guard random.below(2) == 0 else { continue }
                at += 15
                var out = event(.outClick, "/out/\(item)")
                out.item = item
                events.append(out)
            }
            return events
        }
    }

    /// SplitMix64: the same days for the same seed.
    private struct Randomness {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((value ^ (value >> 31)) % UInt64(max(1, bound)))
        }
    }
}
