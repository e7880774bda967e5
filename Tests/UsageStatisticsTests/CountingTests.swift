import Foundation
import GRDB
import TestSupport
import Testing
import UsageStatistics

@Suite("Counting by COUNTER 5.1")
struct CountingTests {
    @Test(
        "two askings within thirty seconds are one, the second; in a row each is judged by the next",
        arguments: [
            ([0, 29], 1), ([0, 30], 1), ([0, 31], 2), ([0, 25, 50, 75], 1), ([0, 25, 60], 2), ([0], 1), ([0, 0, 0], 1),
            ([0, 40, 80, 120], 4),
        ])
    func doubleClicks(seconds: [Double], total: Int) throws {
        let fixture = try UsageFixture()
        try fixture.store.append(seconds.map { UsageFixture.event(.investigation, $0, item: "example:1") })
        try fixture.roll()
        let totals = try fixture.totals()
        #expect(totals.views == total && totals.uniqueViews == 1)
        #expect(
            try UsageReader(fixture.store).leftOut(from: UsageFixture.month, through: UsageFixture.month).doubleClicks
                == seconds.count - total)
    }

    @Test("a unique item counts once an hour and visitor; the next hour, another agent or address count again")
    func sessions() throws {
        let fixture = try UsageFixture()
        try fixture.store.append([
            UsageFixture.event(.investigation, 60, item: "example:1"),
            UsageFixture.event(.request, 600, item: "example:1") { $0.path = "/file" },
            UsageFixture.event(.investigation, 3_700, item: "example:1"),
            UsageFixture.event(.investigation, 90, item: "example:1", visitor: 2),
            UsageFixture.event(.investigation, 95, item: "example:1", agent: "Mozilla/5.0 (X11; Linux) Firefox/128.0"),
        ])
        try fixture.roll()
        let totals = try fixture.totals()
        #expect(totals.views == 5 && totals.uniqueViews == 4 && totals.reads == 1 && totals.uniqueReads == 1)
    }

    @Test("a filter makes a new search, a further page does not")
    func searches() throws {
        let fixture = try UsageFixture()
        try fixture.store.append([
            UsageFixture.search("nấu ăn", 0), UsageFixture.search("nấu ăn", 40, page: 2),
            UsageFixture.search("nấu ăn", 90, page: 3), UsageFixture.search("nấu ăn", 140, filter: "type=video"),
            UsageFixture.search("nuôi tôm", 200, hits: 0), UsageFixture.search("may vá", 300, page: 2),
        ])
        try fixture.roll()
        let totals = try fixture.totals()
        #expect(totals.searches == 4 && totals.emptySearches == 1)
    }

    @Test(
        "audit: a hundred items looked at and opened make a hundred of each, a hundred searches a hundred",
        arguments: [31.0, 45, 120])
    func audit(pause: Double) throws {
        let fixture = try UsageFixture()
        var events: [UsageEvent] = []
        for number in 0..<100 {
            let visitor = number / 20 + 1
            let at = Double(number % 20) * pause
            events.append(UsageFixture.event(.request, at, item: "example:\(number)", visitor: visitor))
            events.append(UsageFixture.search("câu \(number)", at + 1, visitor: visitor))
        }
        try fixture.store.append(events.shuffled())
        try fixture.roll()
        let totals = try fixture.totals()
        #expect(
            [totals.views, totals.uniqueViews, totals.reads, totals.uniqueReads, totals.searches]
                == Array(repeating: 100, count: 5))
    }

    @Test(
        "a simulated day with known truth is counted exactly, in whatever order and portions its events come",
        arguments: 0..<6)
    func simulatedDay(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var (events, truth) = ([UsageEvent](), UsageTotals())
        var robots = 0
        for visitor in 1...60 {
            let isRobot = Int.random(in: 0..<5, using: &random) == 0
            let agent = isRobot ? "Googlebot/2.1 (+http://www.google.com/bot.html)" : UsageFixture.person
            var at = Double.random(in: 0..<1_200, using: &random).rounded()
            var seen: Set<String> = []
            var hasSearched = false
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                at += Double(Int.random(in: 40...90, using: &random))
                let item = "example:\(Int.random(in: 0..<15, using: &random))"
                switch Int.random(in: 0..<4, using: &random) {
                case 0:
                    let text = "câu \(UInt32.random(in: 0 ... .max, using: &random))"
                    events.append(UsageFixture.search(text, at, visitor: visitor))
                    events.append(UsageFixture.search(text, at + 35, visitor: visitor, page: 2))
                    at += 35
                    if isRobot { robots += 2 } else { truth.searches += 1 }
                    hasSearched = true
                case 1:
                    events.append(UsageFixture.event(.outClick, at, item: item, visitor: visitor))
                    if isRobot { robots += 1 } else { truth.outClicks += 1 }
                default:
                    let clicks = Int.random(in: 1...3, using: &random)
                    for click in 0..<clicks {
                        events.append(
                            UsageFixture.event(.investigation, at + Double(click * 5), item: item, visitor: visitor))
                    }
                    at += Double(clicks * 5)
                    guard !isRobot else {
                        robots += clicks
                        continue
                    }
                    truth.views += 1
                    if seen.insert(item).inserted { truth.uniqueViews += 1 }
                    if hasSearched { truth.fromSearch += 1 }
                }
            }
            for place in events.indices where events[place].address == "192.0.2.\(visitor)" {
                events[place].agent = agent
            }
        }
        let fixture = try UsageFixture()
        let mixed = events.shuffled(using: &random)
        for start in stride(from: 0, to: mixed.count, by: 37) {
            try fixture.store.append(Array(mixed[start..<min(start + 37, mixed.count)]))
            // Still the same day: the day's secret, and with it the sessions, stand.
            if start % 4 == 0 { try fixture.roll(days: 0.5) }
        }
        try fixture.roll()
        #expect(try fixture.totals() == truth)
        let leftOut = try UsageReader(fixture.store).leftOut(from: UsageFixture.month, through: UsageFixture.month)
        #expect(leftOut.robots == robots && leftOut.events == events.count)
        let before = try fixture.count("SELECT sum(totalViews * 31 + uniqueViews) FROM itemDay")
        try fixture.roll(isFull: true)
        #expect(
            try fixture.totals() == truth
                && fixture.count("SELECT sum(totalViews * 31 + uniqueViews) FROM itemDay") == before)
    }

    @Test("staff is left out, and the same day counted twice gives the same rows")
    func idempotent() throws {
        let fixture = try UsageFixture()
        try fixture.store.append([
            UsageFixture.event(.investigation, item: "example:1"),
            UsageFixture.event(.investigation, item: "example:1", visitor: 9) { $0.isStaff = true },
        ])
        try fixture.roll()
        try fixture.roll(isFull: true)
        #expect(try fixture.totals().views == 1)
        #expect(try fixture.count("SELECT count(*) FROM itemDay") == 1)
    }

    @Test("counting anew after a change of the list of robots equals a fresh count under that list")
    func recount() throws {
        let agents = ["Kiemtra/1", UsageFixture.person, "Mozilla/5.0 Firefox/128"]
        func events() -> [UsageEvent] {
            (0..<30).map { number in
                UsageFixture.event(
                    .investigation, Double(number * 40), item: "example:\(number % 7)", visitor: number % 5,
                    agent: agents[number % 3])
            }
        }
        let other = try RobotList("# version: thử\nkind\tpattern\nrobot\tkiemtra\n", file: "thử")
        let (changed, fresh) = (try UsageFixture(), try UsageFixture())
        try changed.store.append(events())
        try changed.roll()
        let before = try changed.totals()
        try changed.roll(other)
        try fresh.store.append(events())
        try fresh.roll(other)
        #expect(try changed.totals() == fresh.totals() && before != fresh.totals())
        let methods = try UsageReader(changed.store).methods(from: UsageFixture.month, through: UsageFixture.month)
        #expect(methods.map(\.robotList) == ["thử"])
    }
}
