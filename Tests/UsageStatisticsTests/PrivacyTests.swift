import Foundation
import GRDB
import TestSupport
import Testing
import UsageStatistics

@Suite("Privacy of usage")
struct PrivacyTests {
    @Test("no address, no serial number, no e-mail and no version beyond the main one reaches the file")
    func noAddresses() throws {
        let fixture = try UsageFixture()
        let agents = [
            "Mozilla/5.0 (Linux; 203.0.113.77) Chrome/126.0.6478.61", "App/1.2.3 (lan@example.org)",
            "Thing/9.9.9 (3f2504e0-4f89-11d3-9a0c-0305e82c3301)", "X/1 (2001:db8:0:0:1:2:3:4)",
            "X/1 (2001:db8::5)", "X/1 [fe80::6%eth0]:8080", "X/1 ::ffff:198.51.100.9",
            "Mozilla/5.0 (iPhone; Nguyen-Van-A 0912345678 TruongXApp/1.0) Firefox/120.0",
            "TruongX/1.0 lop-9A3/2 so-0912345678",
            "Mozilla/5.0 (Linux; Android 8.1.0; SM-J260G Build/M1AJB) bot@truong.vn",
        ]
        try fixture.store.append(
            agents.enumerated().map { number, agent in
                UsageFixture.event(.investigation, Double(number), item: "example:1", visitor: 77, agent: agent)
            })
        try fixture.roll()
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
        for name in names {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.folder.path + "/" + name))
            for text in [
                "192.0.2.77", "203.0.113.77", "lan@", "3f2504e0", "2001:db8", "fe80", "198.51", "6478", "Nguyen",
                "0912345678", "9A3", "J260G", "truong.vn",
            ] {
                #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) in \(name)")
            }
        }
        let kept = try fixture.store.read { try String.fetchAll($0, sql: "SELECT text FROM word WHERE kind = 1") }
        #expect(kept.contains { $0.contains("Chrome/126") })
    }

    @Test("the secret of a day is destroyed with the first event of the next")
    func secrets() throws {
        let fixture = try UsageFixture()
        try fixture.store.append([UsageFixture.event(.investigation, 0, item: "example:1")])
        let today = try fixture.store.read {
            try Data.fetchOne($0, sql: "SELECT bytes FROM secret WHERE scope GLOB 'day:*'")
        }
        try fixture.store.append([UsageFixture.event(.investigation, 86_400, item: "example:1")])
        try fixture.roll()
        let scopes = try fixture.store.read { try String.fetchAll($0, sql: "SELECT scope FROM secret ORDER BY scope") }
        #expect(scopes == ["day:2026-11-27"])
        let secret = try #require(today)
        for name in try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.folder.path + "/" + name))
            #expect(bytes.range(of: secret) == nil, "\(name)")
        }
    }

    @Test(
        "the text of a query is written when the fifth session asks it, and not a byte of it before",
        arguments: [1, 2, 4, 5, 9])
    func queries(sessions: Int) throws {
        let fixture = try UsageFixture()
        let events = (1...sessions).flatMap { visitor in
            (0..<3).map { UsageFixture.search("bệnh tiểu đường", Double($0 * 60), visitor: visitor, hits: 0) }
        }
        try fixture.store.append(events)
        try fixture.roll()
        let gaps = try UsageReader(fixture.store).gaps(from: UsageFixture.month, through: UsageFixture.month)
        #expect(gaps.map(\.query) == (sessions >= 5 ? ["bệnh tiểu đường"] : []))
        if sessions < 5 {
            for name in try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path) {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.folder.path + "/" + name))
                #expect(bytes.range(of: Data("tiểu đường".utf8)) == nil, "\(name)")
            }
        } else {
            #expect(gaps.first.map { ($0.searches, $0.empty) } ?? (0, 0) == (sessions * 3, sessions * 3))
        }
    }

    @Test("robots, staff and one visitor through many hours do not make a text common enough to be kept")
    func notCommon() throws {
        let fixture = try UsageFixture()
        var events = (0..<9).map { UsageFixture.search("tên một người", Double($0) * 3_700) }
        for visitor in 10..<20 {
            var robot = UsageFixture.search("tên một người", 60, visitor: visitor)
            robot.agent = "Googlebot/2.1"
            var staff = UsageFixture.search("tên một người", 60, visitor: visitor + 20)
            staff.isStaff = true
            events += [robot, staff]
        }
        for number in 1...8 {
            var other = UsageFixture.search("tên một người", 90)
            other.agent = "Firefox/\(100 + number)"
            events.append(other)
        }
        try fixture.store.append(events, robots: UsageFixture.robots())
        #expect(try fixture.count("SELECT count(*) FROM queryText") == 0)
    }

    @Test("a file written by older rules tells less once it is opened, and counts the same")
    func older() throws {
        let fixture = try UsageFixture()
        try fixture.store.append([
            UsageFixture.event(.investigation, 0, item: "example:1", agent: "Firefox/120"),
            UsageFixture.event(.investigation, 60, item: "example:1", visitor: 2, agent: "Chrome/99"),
        ])
        let file = try DatabaseQueue(path: fixture.folder.path + "/" + UsageStore.fileName)
        try file.write { db in
            try db.execute(sql: "UPDATE word SET text = 'Chrome/99 (Nguyen-Van-A)' WHERE text = 'Chrome/99'")
            try db.execute(
                sql: "INSERT INTO word (kind, text) VALUES (1, 'Firefox/120 (so 0912345678)')")
            try db.execute(
                sql: "UPDATE event SET agent = (SELECT max(word) FROM word) WHERE event = 1; PRAGMA user_version = 2")
        }
        let again = try UsageStore(folder: fixture.folder.path)
        let kept = try again.read { try String.fetchAll($0, sql: "SELECT text FROM word WHERE kind = 1 ORDER BY text") }
        #expect(kept == ["Chrome/99", "Firefox/120"])
        try fixture.roll()
        #expect(try fixture.totals().views == 2)
    }

    @Test("what one visitor searched cannot be put together")
    func unlinked() throws {
        let fixture = try UsageFixture()
        try fixture.store.append(
            ["một", "hai", "ba"].enumerated().map { UsageFixture.search($1, Double($0 * 60)) })
        let sessions = try fixture.store.read { try Int64.fetchAll($0, sql: "SELECT session FROM querySession") }
        #expect(sessions.count == 3 && Set(sessions).count == 3)
    }

    @Test(
        "no hidden cell follows from the totals of its row and column, and none that is shown is small",
        arguments: 0..<60)
    func smallCells(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (rows, columns) = (Int.random(in: 1...6, using: &random), Int.random(in: 1...6, using: &random))
        let cells = (0..<rows).map { _ in
            (0..<columns).map { _ in Bool.random(using: &random) ? Int.random(in: 0...14, using: &random) : 100 }
        }
        let shown = SmallCells.hidden(cells)
        #expect(shown.joined().allSatisfy { $0 == nil || $0 == 0 || ($0 ?? 0) >= SmallCells.least })
        for row in shown where columns > 1 { #expect(row.count { $0 == nil } != 1, "\(cells)") }
        for column in 0..<columns where rows > 1 { #expect(shown.count { $0[column] == nil } != 1, "\(cells)") }
        #expect(zip(cells.joined(), shown.joined()).allSatisfy { $1 == nil || $0 == $1 })
    }

    @Test("sums and differences of several totals give no hidden cell away")
    func bridges() {
        // Rows 0 and 1 less columns 0 and 1 would be the cell of row 0 and column 2.
        let shown = SmallCells.hidden([[3, 4, 7, 50], [5, 6, 60, 70], [80, 90, 2, 8], [55, 65, 5, 4]])
        let block = shown[0...1].flatMap { $0[2...3] } + shown[2...3].flatMap { $0[0...1] }
        #expect(block.count { $0 == nil } >= 2)
    }

    @Test("raw events go after their days, their counts stay")
    func retention() throws {
        let fixture = try UsageFixture()
        try fixture.store.append([UsageFixture.event(.investigation, item: "example:1")])
        try fixture.roll()
        try fixture.roll(days: 36)
        #expect(try fixture.count("SELECT count(*) FROM event") == 0)
        #expect(try fixture.totals().views == 1)
    }
}
