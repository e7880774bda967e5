import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Many deposits at once")
struct DepositBatchTests {
    private func rows(_ text: String) throws -> [DepositRow] {
        try DepositReader(Fixture.reference).rows(
            of: Array(text.utf8), as: .table(nil), name: "t.csv", institution: "example")
    }

    private let table = """
        Mã,Tiêu đề,Địa chỉ
        ,Một,https://example.org/1
        ,,https://example.org/2
        a,Ba,https://example.org/3
        ,Một lần nữa,https://example.org/1
        a,Bốn,https://example.org/4
        ,Năm,ftp://example.org/5
        """

    @Test("Good rows go in together, bad ones are told why, row by row")
    func mixed() throws {
        let desk = try Desk()
        let batch = DepositBatch(existing: .refuse, isAllOrNothing: false, origin: .spreadsheet)
        let results = try desk.work(desk.publisher) { [rows = try rows(table)] in try batch.take(rows, at: &$0) }
        #expect(results.map(\.line) == [2, 3, 4, 5, 6, 7])
        #expect(results.map(\.outcome) == [.created, .refused, .created, .refused, .refused, .refused])
        #expect(results[0].deposit?.id.rawValue == "example:mot")
        #expect(results[2].deposit?.id.rawValue == "example:a")
        #expect(results[4].problems.contains { $0.message.vietnamese.contains("dòng 4") })
        #expect(try desk.store.read { db in try DepositTable.deposits(.init(), limit: 10, in: db).total } == 2)
    }

    @Test("All or nothing takes nothing where one row is bad")
    func allOrNothing() throws {
        let desk = try Desk()
        let batch = DepositBatch(existing: .refuse, isAllOrNothing: true, origin: .spreadsheet)
        let refused = #expect(throws: DepositBatch.Refused.self) {
            try desk.work(desk.publisher) { [rows = try rows(table)] in try batch.take(rows, at: &$0) }
        }
        #expect(refused?.results.count == 6)
        #expect(try desk.store.read { db in try DepositTable.deposits(.init(), limit: 10, in: db).total } == 0)
        #expect(try desk.actions("example:mot").isEmpty)
    }

    @Test(
        "The same table sent again adds nothing; what stands is left, replaced or told, as asked",
        arguments: DepositBatch.Existing.allCases)
    func again(existing: DepositBatch.Existing) throws {
        let desk = try Desk(isTrusted: true)
        let table = "Tiêu đề,Địa chỉ,Từ khóa\nMột,https://example.org/1,a\nHai,https://example.org/2,\n"
        let first = DepositBatch(existing: .refuse, isAllOrNothing: false, origin: .spreadsheet)
        _ = try desk.work(desk.publisher) { [rows = try rows(table)] in try first.take(rows, at: &$0) }
        let second = DepositBatch(existing: existing, isAllOrNothing: false, origin: .spreadsheet)
        let changed = table.replacing(",a\n", with: ",b\n")
        let results = try desk.work(desk.publisher) { [rows = try rows(changed)] in try second.take(rows, at: &$0) }
        let expected: [DepositBatch.Result.Outcome] =
            switch existing {
            case .refuse: [.refused, .refused]
            case .skip: [.skipped, .skipped]
            case .replace: [.changed, .unchanged]
            }
        #expect(results.map(\.outcome) == expected)
        #expect(try desk.store.read { db in try DepositTable.deposits(.init(), limit: 10, in: db).total } == 2)
        #expect(try desk.content("example:mot")?.keywords == (existing == .replace ? ["b"] : ["a"]))
        #expect(try desk.store.check().isWell)
    }
}
