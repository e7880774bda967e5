import Foundation
import TestSupport
import Testing
import UsageStatistics

@Suite("Tables and charts of usage")
struct TableTests {
    @Test("a table for Excel has a byte order mark, its separator, and no formula")
    func csv() {
        let table = UsageTable(
            headings: ["Tên", "Số"], rows: [["=HYPERLINK(\"x\")", "1,5"], ["a;b", "-3"], ["@x", "+1"]])
        #expect(table.csv() == "\u{FEFF}Tên;Số\r\n\"'=HYPERLINK(\"\"x\"\")\";1,5\r\n\"a;b\";-3\r\n'@x;+1\r\n")
    }

    @Test("a chart says its figures in words, marks a change of method, and escapes what it is given")
    func chart() {
        let chart = LineChart(
            title: "Lượt <xem>", points: [.init(label: "2026-10", value: 12), .init(label: "2026-11", value: nil)],
            breaks: [(1, "cách đếm mới & khác")])
        let svg = chart.svg { "\($0)" }
        #expect(svg.contains("<title>Lượt &lt;xem&gt;</title>") && svg.contains("2026-10: 12; 2026-11: –"))
        #expect(svg.contains("cách đếm mới &amp; khác"))
        let opened = svg.matches(of: /<[a-z]/).count
        let closed = svg.matches(of: /<\/[a-z]+>|\/>/).count
        #expect(opened == closed)
    }

    @Test("days and months of the civil calendar go round", arguments: 0..<20)
    func days(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let day = UsageDay(number: Int.random(in: -20_000...60_000, using: &random))
        let (year, month, number) = day.parts
        #expect(UsageDay(year: year, month: month, day: number) == day)
        if year > 999 { #expect(UsageDay(day.text) == day) }
        #expect(day.month.firstDay <= day && day <= day.month.lastDay)
        let seconds = Double(day.number) * 86_400 - 25_200
        #expect(UsageDay(of: Date(timeIntervalSince1970: seconds)) == day)
        #expect(UsageDay(of: Date(timeIntervalSince1970: seconds - 1)).number == day.number - 1)
    }
}
