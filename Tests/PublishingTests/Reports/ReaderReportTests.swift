import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Readers' reports")
struct ReaderReportTests {
    private let id = ResourceID.of("example:1")

    @Test("A report lands in the queue once, and is decided once, with an answer")
    func life() throws {
        let desk = try Desk([Fixture.resource("example:1", title: "Trồng lúa")])
        #expect(try desk.store.report(id, .brokenLink, note: "Trang trắng", at: Fixture.instant))
        #expect(try !desk.store.report(id, .brokenLink, note: "Trang trắng ", at: Fixture.instant))
        #expect(try !desk.store.report(id, .brokenLink, note: "", at: Fixture.instant))
        #expect(try desk.store.report(id, .wrongLicence, note: "", at: Fixture.instant))
        let open = try desk.store.read { db in try ReaderReports.reports(.open, limit: 10, in: db) }
        #expect(open.total == 2 && open.reports.map(\.title) == ["Trồng lúa", "Trồng lúa"])
        let number = try #require(open.reports.last).number
        #expect(throws: DepositError.curatorsOnly) {
            try desk.store.decide(report: number, .done, answer: "", by: desk.publisher, at: Fixture.instant)
        }
        #expect(throws: DepositError.reasonNeeded) {
            try desk.store.decide(report: number, .dismissed, answer: " ", by: desk.curator, at: Fixture.instant)
        }
        #expect(try desk.store.decide(report: number, .done, answer: "Đã sửa", by: desk.curator, at: Fixture.instant))
        #expect(try !desk.store.decide(report: number, .done, answer: "", by: desk.curator, at: Fixture.instant))
        #expect(try desk.store.report(id, .brokenLink, note: "Trang trắng", at: Fixture.instant))
        #expect(try desk.actions().filter { $0.hasPrefix("report.") }.count == 4)
        #expect(try desk.store.check().isWell)
    }

    @Test("Reports are of what the catalogue offers, of bounded length, and of bounded number")
    func bounds() throws {
        let desk = try Desk([Fixture.resource("example:1")])
        #expect(throws: DepositError.unknown("example:2")) {
            try desk.store.report(.of("example:2"), .other, note: "x", at: Fixture.instant)
        }
        for number in 0..<200 {
            try desk.store.report(
                id, .other, note: "\(number) " + String(repeating: "rất dài ", count: 1000), at: Fixture.instant)
        }
        let open = try desk.store.read { db in try ReaderReports.reports(.open, limit: 1000, in: db) }
        #expect(open.total == 50)
        #expect(open.reports.allSatisfy { $0.note.count <= ReaderReports.longestNote })
    }
}
