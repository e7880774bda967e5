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

    @Test("Replacing leaves what the table has no column for; an empty cell empties its field, and that is said")
    func partial() throws {
        let desk = try Desk(isTrusted: true)
        try desk.create { resource in
            resource.url = "https://example.org/1"
            resource.alternativeTitles = ["Lúa"]
            resource.description = "Gieo sạ và chăm sóc lúa ở đồng bằng"
            resource.descriptionLanguage = Fixture.languages("en").first
            resource.identifiers = ["doi:10.1000/182"]
            resource.creators = ["Lan"]
            resource.languages = Fixture.languages("vi", "en")
            resource.licence = "CC-BY-4.0"
            resource.resourceTypes = ["video"]
            resource.subjects = ["083"]
            resource.keywords = ["lúa"]
            resource.levels = ["isced5"]
            resource.audiences = ["farmers"]
            resource.datePublished = PartialDate("2021")
            resource.timeRequired = ISODuration(seconds: 5400)
            resource.duration = ISODuration(seconds: 750)
            resource.isBasedOn = ["https://example.org/a"]
            resource.translationOfWork = ["https://example.org/b"]
            resource.partOf = ["https://example.org/c"]
            resource.versionOf = ["https://example.org/d"]
            resource.prerequisites = ["https://example.org/e"]
            resource.factsFrom = "https://example.org/f"
        }
        let before = try #require(try desk.content())
        let batch = DepositBatch(existing: .replace, isAllOrNothing: false, origin: .spreadsheet)
        func send(_ text: String) throws -> DepositBatch.Result {
            let results = try desk.work(desk.publisher) { [rows = try rows(text)] in try batch.take(rows, at: &$0) }
            return try #require(results.first)
        }
        let same = try send("Tên học liệu,Địa chỉ\nTrồng lúa,https://example.org/1\n")
        #expect(same.outcome == .unchanged && same.problems.isEmpty)
        let renamed = try send("Tên học liệu,Địa chỉ\nTrồng ngô,https://example.org/1\n")
        var expected = before
        expected.title = "Trồng ngô"
        #expect(renamed.outcome == .changed && renamed.problems.isEmpty)
        #expect(try desk.content() == expected)
        let emptied = try send(
            "Tên học liệu,Địa chỉ,Mô tả,Giấy phép,Từ khóa\nTrồng ngô,https://example.org/1,,CC BY 4.0,\n")
        (expected.description, expected.descriptionLanguage, expected.keywords) = (nil, nil, [])
        #expect(try desk.content() == expected)
        #expect(emptied.problems.map(\.field) == ["Mô tả", "Từ khóa"])
        #expect(emptied.problems.allSatisfy { $0.message.vietnamese.contains("bị xóa") })
    }
}
