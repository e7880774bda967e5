import CatalogueModel
import CatalogueStore
import Foundation
import LearningTargets
import TestSupport
import Testing
import Vocabularies

@Suite("Registers")
struct RegisterTests {
    private static let heading = "id,name,type,country,territory,valid_from,valid_to\n"

    @Test("what is exported can be taken in again and changes nothing")
    func goesRound() throws {
        let (store, _) = try TargetBookTests.book()
        let registers = RegisterBook(store)
        for register in RegisterBook.Register.allCases {
            let done = try registers.importRows(
                registers.csv(register), file: "x.csv", register, by: "command", at: TargetBookTests.now)
            #expect(done == (0, 0))
        }
    }

    @Test("an institution is ended and followed by a new row; the figure has it from that day on")
    func dated() throws {
        let (store, book) = try TargetBookTests.book()
        let rows =
            Self.heading
            + "ttht-an-cu,Trung tâm học tập cộng đồng An Cư,community-learning-centre,VN,ninh-kieu-an-cu,2010-01-01,\n"
        #expect(
            try RegisterBook(store).importRows(
                rows, file: "x.csv", .institutions, by: "command", at: TargetBookTests.now)
                == (1, 0))
        let figure = try TargetBookTests.figure(book, "community-centres")
        #expect(figure.denominator == 1 && figure.numerator == 0)
        let ended = rows.replacing("2010-01-01,", with: "2010-01-01,2023-12-31")
        #expect(
            try RegisterBook(store).importRows(
                ended, file: "x.csv", .institutions, by: "command", at: TargetBookTests.now)
                == (0, 1))
        #expect(try TargetBookTests.figure(book, "community-centres").kind == .unknown)
    }

    @Test(
        "overlaps, missing territories, unknown types and rows that would overwrite are refused with their line",
        arguments: [
            ("tay-do-university,Tên khác,university,VN,cai-rang,,2025-06-30", "overwritten"),
            ("tay-do-university,Trường Đại học Tây Đô,university,VN,cai-rang,2020-01-01,", "overlaps"),
            ("moi,Trường mới,university,VN,,,", "territory"), ("moi,Trường mới,universty,VN,ninh-kieu,,", "type"),
            ("moi,Trường mới,university,VN,khong-co,,", "khong-co"), ("moi,,university,VN,ninh-kieu,,", "missing"),
            ("moi,Trường mới,university,VN,ninh-kieu,x,", "day"),
            ("moi,Trường mới,university,VN,ninh-kieu,2025-01-01,2024-01-01", "ends before"),
        ])
    func refused(row: String, word: String) throws {
        let (store, _) = try TargetBookTests.book()
        let before = try RegisterBook(store).csv(.institutions)
        do {
            _ = try RegisterBook(store).importRows(
                Self.heading + "tot,Trường tốt,university,VN,ninh-kieu,,\n" + row + "\n", file: "x.csv",
                .institutions, by: "command", at: TargetBookTests.now)
            Issue.record("taken: \(row)")
        } catch let error as TargetError {
            #expect(error.message.english.contains(word) && error.message.english.contains("line 3"))
        }
        #expect(try RegisterBook(store).csv(.institutions) == before)
    }

    @Test("registers are kept under a name once, with a hash that tells a change")
    func snapshots() throws {
        let (store, _) = try TargetBookTests.book()
        let registers = RegisterBook(store)
        let first = try registers.snapshot("so-2026", by: "command", at: TargetBookTests.now)
        #expect(throws: TargetError.nameTaken("so-2026")) {
            try registers.snapshot("so-2026", by: "command", at: TargetBookTests.now)
        }
        _ = try registers.importRows(
            Self.heading + "moi,Trường mới,university,VN,ninh-kieu,,\n", file: "x.csv", .institutions, by: "command",
            at: TargetBookTests.now)
        #expect(try registers.snapshot("so-2026b", by: "command", at: TargetBookTests.now) != first)
        #expect(try registers.snapshots().map(\.name).sorted() == ["so-2026", "so-2026b"])
    }

    @Test("the shipped register has the nine districts of 2024 with their 83 communes, which ceased on 30 June 2025")
    func communes() throws {
        let rows = try PlanTests.reference.get().registers.territories.values.compactMap(\.last)
        let communes = rows.filter { ["ward", "commune", "township"].contains($0.type) }
        #expect(communes.count == 83 && communes.allSatisfy { $0.validTo?.description == "2025-06-30" })
        let districts = rows.filter { $0.type.hasPrefix("district") }.map(\.id)
        #expect(districts.count == 9 && Set(communes.compactMap(\.parent)) == Set(districts))
        #expect(Set(communes.compactMap(\.officialCode)).count == 83)
    }
}
