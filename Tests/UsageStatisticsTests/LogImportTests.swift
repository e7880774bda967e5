import Foundation
import GRDB
import TestSupport
import Testing
import UsageStatistics

@Suite("Taking in server logs")
struct LogImportTests {
    private static func line(
        _ time: String, _ path: String, _ status: Int = 200, _ address: String = "198.51.100.7",
        agent: String = UsageFixture.person
    ) -> String {
        "\(address) - - [\(time) +0700] \"GET \(path) HTTP/1.1\" \(status) 512 \"-\" \"\(agent)\""
    }

    private static let lines = [
        line("26/Nov/2026:08:00:00", "/bai-1.pdf"), line("26/Nov/2026:08:00:10", "/bai-1.pdf"),
        line("26/Nov/2026:08:05:00", "/bai-1.pdf", 304), line("26/Nov/2026:08:06:00", "/bai-1.pdf", 404),
        line("26/Nov/2026:08:07:00", "/khac.css"), line("26/Nov/2026:08:08:00", "/bai-2.pdf", 206),
        line("26/Nov/2026:08:09:00", "/bai%2D2.pdf/"),
        line("26/Nov/2026:08:09:30", "/bai-2.pdf", agent: "Googlebot/2.1"),
    ]

    private static func run(_ fixture: UsageFixture, _ path: String) throws -> LogImport.Outcome {
        try LogImport(
            fixture.store, institution: "example",
            items: ["/bai-1.pdf": "example:1", "/bai-2.pdf": "example:2"],
            robots: RobotList("kind\tpattern\nrobot\tGooglebot\n", file: "robots.tsv"),
            now: UsageFixture.morning.addingTimeInterval(7_200)
        ).run(path)
    }

    @Test("requests of resources count by the same rules as our own events")
    func rules() throws {
        let fixture = try UsageFixture()
        let outcome = try Self.run(
            fixture, fixture.folder.file("access.log", Self.lines.joined(separator: "\n") + "\n"))
        #expect(outcome.lines == 8 && outcome.events == 5 && outcome.others == 3 && outcome.unreadable == 0)
        #expect(outcome.robots == 1 && outcome.unanswered == 2 && outcome.unknown == 1)
        #expect(outcome.examples == ["/khac.css"])
        try fixture.roll()
        let totals = try fixture.totals()
        #expect(totals.reads == 3 && totals.uniqueReads == 2)
        let channels = try UsageReader(fixture.store).top(
            .channel, from: UsageFixture.month, through: UsageFixture.month)
        #expect(channels.map(\.value) == ["server"])
    }

    @Test("what an institution's own server gave out stands under its own platform, beside ours")
    func platforms() throws {
        let fixture = try UsageFixture()
        try fixture.store.append([UsageFixture.event(.request, 60, item: "example:1") { $0.path = "/f" }])
        _ = try Self.run(fixture, fixture.folder.file("access.log", Self.lines.joined(separator: "\n") + "\n"))
        try fixture.roll()
        for (kind, column) in [(CounterKind.platform, "Platform"), (.item, "Platform")] {
            let report = try CounterReport(
                CounterRequest(kind, from: UsageFixture.month, through: UsageFixture.month), institutionName: "x",
                store: fixture.store, at: UsageFixture.morning.addingTimeInterval(40 * 86_400))
            let lines = CounterWriter(report).tsv.split(separator: "\n").map {
                $0.split(separator: "\t", omittingEmptySubsequences: false)
            }
            let headings = try #require(lines.first { $0.contains("Metric_Type") })
            let (place, metric) = (
                try #require(headings.firstIndex(of: Substring(column))),
                try #require(headings.firstIndex(of: "Metric_Type"))
            )
            let requests = lines.filter { $0.count == headings.count && $0[metric] == "Total_Item_Requests" }
            let totals = requests.reduce(into: [String: Int]()) {
                $0[String($1[place]), default: 0] += Int($1[metric + 1]) ?? 0
            }
            #expect(totals == [CounterReport.platform: 1, "example": 3], "\(kind)")
            let json = try JSONSerialization.jsonObject(with: CounterWriter(report).json()) as? [String: Any]
            let text = String(decoding: try CounterWriter(report).json(), as: UTF8.self)
            #expect(json != nil && text.contains("\"Platform\":\"example\""))
        }
    }

    @Test("the same log again, rotated, grown, or compressed, adds only what is new")
    func again() throws {
        let fixture = try UsageFixture()
        let half = Self.lines.prefix(4).joined(separator: "\n") + "\n" + Self.lines[4].prefix(30)
        let first = try Self.run(fixture, fixture.folder.file("access.log", half))
        #expect(first.lines == 4 && first.isCut)
        let whole = Self.lines.joined(separator: "\n") + "\n"
        let second = try Self.run(fixture, fixture.folder.file("access.log.1", whole))
        #expect(second.lines == 4 && second.skippedBytes > 0 && !second.isCut)
        let packed = try fixture.folder.file("rotated.log", whole)
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
        gzip.arguments = [packed]
        try gzip.run()
        gzip.waitUntilExit()
        #expect(try Self.run(fixture, packed + ".gz").lines == 0)
        #expect(try fixture.count("SELECT count(*) FROM event") == 5)
    }

    @Test("older, shorter copies between newer ones take nothing back", arguments: 0..<10)
    func copies(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let fixture = try UsageFixture()
        var longest = 0
        for turn in 0..<6 {
            let count = Int.random(in: 1...Self.lines.count, using: &random)
            let text = Self.lines.prefix(count).joined(separator: "\n") + "\n"
            let outcome = try Self.run(fixture, fixture.folder.file("log.\(turn)", text))
            #expect(outcome.lines == max(0, count - longest))
            longest = max(longest, count)
        }
        #expect(try fixture.count("SELECT sum(lines) FROM serverLog") == longest)
    }

    @Test("a double-click is one however the log is cut into imports, also of a day that is over")
    func cutDoubleClick() throws {
        let lines = [
            Self.line("24/Nov/2026:10:00:00", "/bai-1.pdf"), Self.line("24/Nov/2026:10:00:05", "/bai-1.pdf"),
            Self.line("24/Nov/2026:10:20:00", "/bai-1.pdf"),
        ]
        let fixture = try UsageFixture()
        for count in 1...lines.count {
            _ = try Self.run(
                fixture, fixture.folder.file("log", lines.prefix(count).joined(separator: "\n") + "\n"))
            try fixture.roll()
        }
        let totals = try fixture.totals()
        #expect(totals.reads == 2 && totals.uniqueReads == 1)
    }

    @Test("what follows a question mark does not hide the resource")
    func query() throws {
        let fixture = try UsageFixture()
        let outcome = try Self.run(
            fixture,
            fixture.folder.file(
                "log", Self.line("26/Nov/2026:08:00:00", "/bai-1.pdf?utm_source=zalo") + "\n"))
        #expect(outcome.events == 1 && outcome.unknown == 0)
    }

    @Test("lines that are cut, of no format, too old or from the future are counted and told, and never a crash")
    func badLines() throws {
        let fixture = try UsageFixture()
        let bad = [
            "", "x", "\"", "1.2.3.4 - - [", Self.lines[0].prefix(70).description, "[26/Nov/2026:08:00:00 +0700]",
            Self.line("99/Nov/2026:08:00:00", "/bai-1.pdf"), Self.line("26/Xyz/2026:08:00:00", "/bai-1.pdf"),
        ]
        let old = [Self.line("26/Nov/2025:08:00:00", "/bai-1.pdf"), Self.line("26/Nov/2031:08:00:00", "/bai-1.pdf")]
        let text = (bad + old + [Self.lines[0]]).joined(separator: "\n") + "\n"
        let outcome = try Self.run(fixture, fixture.folder.file("access.log", text))
        #expect(outcome.unreadable == bad.count && outcome.late == 1 && outcome.future == 1 && outcome.events == 1)
        let day = UsageDay(of: UsageFixture.morning)
        let losses = try fixture.store.losses(from: day, through: day)
        #expect(losses.map(\.events).reduce(0, +) == bad.count + 2)
    }

    @Test("no damaged log breaks the reader", arguments: 0..<30)
    func damaged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var bytes = Array((Self.lines.joined(separator: "\n") + "\n").utf8)
        for _ in 0..<40 {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        let fixture = try UsageFixture()
        let path = fixture.folder.path + "/access.log"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let outcome = try Self.run(fixture, path)
        #expect(
            outcome.lines == outcome.events + outcome.others + outcome.unreadable + outcome.late + outcome.future)
    }
}
