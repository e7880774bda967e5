import CatalogueModel
import CatalogueStore
import Foundation
import LearningTargets
import TestSupport
import Testing
import Vocabularies

@Suite("Registers")
struct RegisterTests {
    private static let heading = "source,id,name,type,country,territory,valid_from,valid_to\n"

    @discardableResult
    private static func take(
        _ rows: String, _ registers: RegisterBook, _ register: RegisterBook.Register = .institutions,
        isTrial: Bool = false
    ) throws -> RegisterBook.Outcome {
        try registers.importRows(
            rows, file: "x.csv", register, by: "command", at: TargetBookTests.now, isTrial: isTrial)
    }

    @Test("what is exported can be taken in again and changes nothing")
    func goesRound() throws {
        let (store, _) = try TargetBookTests.book()
        let registers = RegisterBook(store)
        for register in RegisterBook.Register.allCases {
            let done = try registers.importRows(
                registers.csv(register), file: "x.csv", register, by: "command", at: TargetBookTests.now)
            #expect(done.added == 0 && done.ended == 0 && done.number == nil)
        }
    }

    @Test("an institution is ended and followed by a new row; the figure has it from that day on")
    func dated() throws {
        let (store, book) = try TargetBookTests.book()
        let rows =
            Self.heading
            + "Thử,ttht-an-cu,Trung tâm học tập cộng đồng An Cư,community-learning-centre,VN,ninh-kieu-an-cu,2010-01-01,\n"
        let registers = RegisterBook(store)
        #expect(try Self.take(rows, registers).added == 1)
        let figure = try TargetBookTests.figure(book, "community-centres")
        #expect(figure.denominator == 1 && figure.numerator == 0)
        let ended = rows.replacing("2010-01-01,", with: "2010-01-01,2023-12-31")
        let done = try Self.take(ended, registers)
        #expect(done.added == 0 && done.ended == 1)
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
            ("moi,Trường mới,university,Viet Nam,ninh-kieu,,", "country"),
            ("moi,Trường mới,university,ZQ,ninh-kieu,,", "country"), ("moi,Trường mới,university,,,,", "country"),
            ("Mới,Trường mới,university,VN,ninh-kieu,,", "identifier"),
            ("moi,Trường mới,universty,VN,ninh-kieu,,", "did you mean “university”"),
            ("moi,Trường mới,university,VN,ninhkieu,,", "did you mean “ninh-kieu”"),
        ])
    func refused(row: String, word: String) throws {
        let (store, _) = try TargetBookTests.book()
        let before = try RegisterBook(store).csv(.institutions)
        do {
            _ = try RegisterBook(store).importRows(
                Self.heading + "Thử,tot,Trường tốt,university,VN,ninh-kieu,,\n" + "Thử," + row + "\n", file: "x.csv",
                .institutions, by: "command", at: TargetBookTests.now)
            Issue.record("taken: \(row)")
        } catch let error as RegisterFaults {
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
            Self.heading + "Thử,moi,Trường mới,university,VN,ninh-kieu,,\n", file: "x.csv", .institutions,
            by: "command",
            at: TargetBookTests.now)
        #expect(try registers.snapshot("so-2026b", by: "command", at: TargetBookTests.now) != first)
        #expect(try registers.snapshots().map(\.name).sorted() == ["so-2026", "so-2026b"])
        #expect(try !registers.csv(.institutions, keptAs: "so-2026").contains("Trường mới"))
        #expect(try registers.csv(.institutions, keptAs: "so-2026b").contains("Trường mới"))
        #expect(try registers.csv(.population, keptAs: "so-2026") == registers.csv(.population))
        #expect(throws: TargetError.noSuchSnapshot("x")) { try registers.csv(.territories, keptAs: "x") }
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

    @Test("every fault of a file is told at once, with its line, and nothing is taken in")
    func allFaults() throws {
        let (store, _) = try TargetBookTests.book()
        let rows = """
            source,id,name,type,country,territory,website,official_code,successor
            Thử,a1,Trường A,university,VN,ninh-kieu,truong-a.vn,,
            Thử,a2,Trường B,university,VN,ninh-kieu,https://b.example,mã số,
            Thử,a3,Trường C,university,VN,ninhkieu,truong-c.vn,C1,khong-co
            Thử,a4,Trường D,university,VN,ninh-kieu,https://d.example,D1,a1

            """
        let faults = #expect(throws: RegisterFaults.self) { try Self.take(rows, RegisterBook(store)) }
        #expect(faults?.faults.map(\.line) == [2, 3, 4, 4, 4])
        let text = faults?.message.vietnamese ?? ""
        for word in ["website", "official_code", "successor"] { #expect(text.contains(word), "\(word)") }
        #expect(try store.referenceData().registers.institution("a4") == nil)
    }

    @Test("a trial says what would be done and does nothing")
    func trial() throws {
        let (store, _) = try TargetBookTests.book()
        let registers = RegisterBook(store)
        let before = try registers.csv(.institutions)
        let rows = Self.heading + "Thử,moi,Trường mới,university,VN,ninh-kieu,,\n"
        let done = try Self.take(rows, registers, isTrial: true)
        #expect(done.added == 1 && done.ended == 0 && done.number == nil)
        #expect(try registers.csv(.institutions) == before && registers.imports().isEmpty)
    }

    @Test("a file taken in by mistake is taken back, whatever came after it; one that others rest on is not")
    func undone() throws {
        let (store, _) = try TargetBookTests.book()
        let registers = RegisterBook(store)
        let before = RegisterBook.Register.allCases.map { register in Result { try registers.csv(register) } }
        let first = try Self.take(Self.heading + "Thử,mot,Trường một,university,VN,ninh-kieu,,\n", registers)
        let place =
            "source,id,name,type,parent,valid_from\nThử,phuong-thu,Phường Thử,ward,can-tho-2025,2026-01-01\n"
        let second = try Self.take(place, registers, .territories)
        let third = try Self.take(Self.heading + "Thử,ba,Trường ba,university,VN,phuong-thu,,\n", registers)
        let numbers = try [first, second, third].map { try #require($0.number) }
        #expect(throws: RegisterFaults.self) {
            try registers.undo(numbers[1], because: "nhầm", by: "command", at: TargetBookTests.now)
        }
        try registers.undo(numbers[0], because: "nhầm", by: "command", at: TargetBookTests.now)
        let standing = try store.referenceData().registers
        #expect(standing.institution("mot") == nil && standing.institution("ba") != nil)
        #expect(throws: TargetError.importUndone(numbers[0])) {
            try registers.undo(numbers[0], because: "nhầm", by: "command", at: TargetBookTests.now)
        }
        #expect(throws: TargetError.noSuchImport(99)) {
            try registers.undo(99, because: "nhầm", by: "command", at: TargetBookTests.now)
        }
        for number in [numbers[2], numbers[1]] {
            try registers.undo(number, because: "nhầm", by: "command", at: TargetBookTests.now)
        }
        for (register, csv) in zip(RegisterBook.Register.allCases, before) {
            #expect(try registers.csv(register) == csv.get())
        }
        #expect(try registers.imports().map(\.undoneWhy) == ["nhầm", "nhầm", "nhầm"])
    }

    @Test("a territory that a plan is made for is not taken back")
    func planned() throws {
        let (store, book) = try TargetBookTests.book()
        let registers = RegisterBook(store)
        let rows = "source,id,name,type,parent,valid_from\nThử,thanh-pho-thu,Thành phố Thử,city,vn,2020-01-01\n"
        let number = try #require(try Self.take(rows, registers, .territories).number)
        let yaml = try String(contentsOfFile: Project.corpus + "/Plans/template.yaml", encoding: .utf8)
            .replacing("template: true\n", with: "")
            .replacing(/territory: .*/, with: "territory: thanh-pho-thu")
        let plan = try book.importPlan(yaml, file: "city.yaml", by: "command", at: TargetBookTests.now)
        #expect(throws: PlanFaults.self) {
            try registers.undo(number, because: "nhầm", by: "command", at: TargetBookTests.now)
        }
        #expect(try book.plan(plan.id).territory == "thanh-pho-thu")
        #expect(try registers.imports().first?.undoneAt == nil)
    }

    @Test("a new Corpus keeps what was taken in, and tells rows that no longer fit")
    func newCorpus() throws {
        let (store, _) = try TargetBookTests.book()
        let registers = RegisterBook(store)
        try Self.take(Self.heading + "Thử,moi,Trường mới,university,VN,ninh-kieu,,\n", registers)
        try Self.take("territory,group,year,value,source\nninh-kieu,all,2019,280.494,Thử\n", registers, .population)
        try store.replaceReferenceData(with: PlanTests.reference.get())
        #expect(try registers.followCorpus().isEmpty)
        let standing = try store.referenceData().registers
        #expect(standing.institution("moi") != nil)
        #expect(standing.population.contains { $0.territory == "ninh-kieu" && $0.people == 280_494 })

        var changed = try PlanTests.reference.get()
        var other = Institution(id: "moi", name: "Trường mới, tên khác", type: "university")
        (other.country, other.territory) = ("VN", "ninh-kieu")
        changed.registers = Registers(
            institutions: changed.registers.institutions.values.flatMap(\.self) + [other],
            territories: changed.registers.territories.values.flatMap(\.self), population: [])
        try store.replaceReferenceData(with: changed)
        let faults = try registers.followCorpus()
        #expect(faults.count == 1 && faults.first?.text.english.contains("overwritten") == true)
        #expect(try store.referenceData().registers.institution("moi")?.name == "Trường mới, tên khác")
    }

    @Test(
        "figures of population are taken in by territory, group, year and source, and faults are told",
        arguments: [
            ("ninh-kieu,all,2024,1.234,5,Thử", "cells"), ("ninh-kieu,all,2024,-3,Thử", "people"),
            ("ninh-kieu,all,24,1000,Thử", "year"), ("khong-co,all,2024,1000,Thử", "khong-co"),
            ("ninh-kieu,all,2024,1000,", "source"),
            ("can-tho-2004,15-and-older,2019,99,Nguồn khác", "nothing is overwritten"),
            ("ninh-kieu,all,2099,1000,Thử", "year"), ("ninh-kieu,all,2024,99999999999,Thử", "people"),
            ("ninh-kieu,Trẻ em,2024,1000,Thử", "group"),
        ])
    func population(row: String, word: String) throws {
        let (store, _) = try TargetBookTests.book()
        let heading = "territory,group,year,value,source\n"
        let registers = RegisterBook(store)
        try Self.take(heading + "can-tho-2004,15-and-older,2019,98,Cùng nguồn\n", registers, .population)
        let before = try registers.csv(.population)
        do {
            try Self.take(heading + row + "\n", registers, .population)
            Issue.record("taken: \(row)")
        } catch let error as RegisterFaults {
            #expect(error.message.english.contains(word), "\(error)")
        }
        #expect(try registers.csv(.population) == before)
    }

    @Test("rows of another shape are told with the faults of all others, and no territory lies in itself")
    func shapes() throws {
        let (store, _) = try TargetBookTests.book()
        let heading = "source,id,name,type,parent\n"
        let rows =
            "Thử,p-a,A,ward,p-b\nThử,p-b,B,ward,p-a\nThử,p-c\nThử,p-d,D,ward,p-d\n,p-e,E,ward,vn\nThử,p-f,F,wad,vn\n"
        let faults = #expect(throws: RegisterFaults.self) {
            try Self.take(heading + rows, RegisterBook(store), .territories)
        }
        #expect(faults?.faults.map(\.line) == [2, 3, 4, 5, 6, 7], "\(faults?.description ?? "")")
        #expect(try store.referenceData().registers.territory("p-a") == nil)
    }

    @Test("a table without its columns is refused in both languages")
    func header() throws {
        let (store, _) = try TargetBookTests.book()
        let error = #expect(throws: VocabularyError.self) {
            try Self.take("a,b\n1,2\n", RegisterBook(store), .population)
        }
        #expect(error?.message.vietnamese.contains("thiếu cột") == true)
        #expect(error?.message.english.contains("the column is missing") == true)
    }
}
