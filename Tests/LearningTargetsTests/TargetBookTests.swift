import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import LearningTargets
import Publishing
import TestSupport
import Testing
import UsageStatistics
import Vocabularies

@Suite("Figures of targets")
struct TargetBookTests {
    /// 2026-11-26 in the afternoon.
    static let now = Date(timeIntervalSince1970: 1_795_680_000)
    static let universities = [
        "can-tho-university", "can-tho-medicine-pharmacy", "can-tho-technology", "nam-can-tho-university",
        "tay-do-university",
    ]

    static func book(_ resources: [LearningResource] = [], at instant: Date = now) throws -> (
        CatalogueStore, TargetBook
    ) {
        let store = try CatalogueStore()
        try store.replaceReferenceData(with: PlanTests.reference.get())
        let book = TargetBook(store)
        _ = try book.importPlans(folder: Project.corpus + "/Plans", by: "command", at: instant)
        let session = try IngestSession(store, source: "test", at: instant)
        _ = try session.save(
            resources.map { AcceptedRecord(resource: $0, location: SourceLocation(file: "test", line: 1)) }, at: instant
        )
        return (store, book)
    }

    static func resources(_ institution: String, _ count: Int, licence: String? = "CC-BY-4.0") -> [LearningResource] {
        (0..<count).map { number in
            Fixture.resource("\(institution):\(number)", title: "Bài \(number)") {
                $0.publisher = Publisher(id: institution, name: institution)
                $0.licence = licence
            }
        }
    }

    static func figure(
        _ book: TargetBook, _ target: String, plan: String = "can-tho-2024", day: String? = nil,
        supposing: Set<String> = [], now: Date = now
    ) throws -> Figure {
        let plan = try book.plan(plan)
        return try book.figure(
            try #require(plan.target(target)), of: plan, on: day.flatMap { PartialDate($0) }, supposing: supposing,
            now: now)
    }

    @Test(
        "universities count from the number of live, open resources on that the plan names, and each says what is missing",
        arguments: 0..<12)
    func publishing(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let counts = Self.universities.map { ($0, Int.random(in: 0...5, using: &random)) }
        let (_, book) = try Self.book(
            counts.flatMap { Self.resources($0.0, $0.1) } + Self.resources("tay-do-university-kin", 9, licence: nil))
        let figure = try Self.figure(book, "universities")
        #expect(figure.denominator == 5 && figure.numerator == counts.count { $0.1 >= 3 })
        #expect(figure.kind == .computed && figure.isMet == (figure.numerator == 5))
        for (id, count) in counts {
            let row = try #require(figure.evidence.first { $0.id == id })
            #expect(row.have == count && row.need == 3 && row.counts == (count >= 3))
            #expect(FigureWords.missing(row, .english) == (count >= 3 ? nil : "\(3 - count) more needed"))
        }
    }

    @Test("closed licences and broken links do not count")
    func openAndLive() throws {
        let (store, book) = try Self.book(
            Self.resources("can-tho-university", 3) + Self.resources("tay-do-university", 3, licence: nil))
        #expect(try Self.figure(book, "universities").numerator == 1)
        try store.write { db in
            try db.execute(
                sql:
                    "INSERT INTO linkCheck VALUES ('https://example.org/can-tho-university:0', 'dead', 3, 1, 1, 1, NULL, NULL)"
            )
        }
        #expect(try Self.figure(book, "universities").numerator == 0)
    }

    @Test("a denominator of zero gives no figure, and says what to do")
    func nothing() throws {
        let (_, book) = try Self.book()
        let figure = try Self.figure(book, "community-centres")
        #expect(figure.kind == .unknown && figure.numerator == nil && figure.isMet == nil)
        #expect(figure.note?.vi.contains("Mẫu số bằng không") == true)
    }

    @Test(
        "asked tomorrow about today the answer is the one kept today, hash and all; a day never kept is worked out and says so"
    )
    func asOf() throws {
        let (store, book) = try Self.book(Self.resources("can-tho-university", 3))
        let before = try Self.figure(book, "universities")
        #expect(try book.keepToday(at: Self.now) > 20)
        let tomorrow = Self.now.addingTimeInterval(86_400)
        let session = try IngestSession(store, source: "test", at: tomorrow)
        _ = try session.save(
            Self.resources("tay-do-university", 3).map {
                AcceptedRecord(resource: $0, location: SourceLocation(file: "test", line: 1))
            }, at: tomorrow)
        #expect(try Self.figure(book, "universities", now: tomorrow).numerator == 2)
        let kept = try Self.figure(book, "universities", day: before.day, now: tomorrow)
        #expect(kept == before && kept.hash == before.hash)
        let older = try Self.figure(book, "titles", plan: "qd-1117-2026", day: "2026-11-26", now: tomorrow)
        let rebuilt = try Self.figure(book, "universities", day: "2026-11-27", now: tomorrow.addingTimeInterval(86_400))
        #expect(older.numerator == 3 && rebuilt.numerator == 2 && rebuilt.note?.en.contains("Worked out") == true)
        let early = try Self.figure(book, "universities", day: "2024-12-31", now: tomorrow)
        #expect(early.kind == .unknown && early.numerator == nil && early.note?.en.contains("held nothing yet") == true)
        #expect(throws: TargetError.futureDay("2027-01-01")) {
            try Self.figure(book, "universities", day: "2027-01-01", now: tomorrow)
        }
    }

    @Test("what if: those supposed count, are marked, and nothing is kept of it")
    func whatIf() throws {
        let (_, book) = try Self.book(Self.resources("can-tho-university", 3))
        let figure = try Self.figure(book, "universities", supposing: Set(Self.universities))
        #expect(figure.numerator == 5 && figure.isMet == true)
        #expect(figure.evidence.count { $0.note != nil } == 4)
        #expect(try Self.figure(book, "universities").numerator == 1)
    }

    @Test("a reported figure needs a source, a day, a territory, and a second person")
    func reported() throws {
        let (_, book) = try Self.book()
        let value = try ReportedValue("1/1")
        func observe(
            _ territory: String, day: String = "2024-12-31", source: String = "Báo cáo 12/BC",
            by actor: String = "key:lan"
        ) throws -> Int64 {
            try book.observe(
                "preschool", plan: "can-tho-2024", territory: territory, value: value, day: day, source: source,
                by: actor, at: Self.now)
        }
        #expect(try Self.figure(book, "preschool").kind == .unknown)
        #expect(throws: TargetError.noSource) { try observe("ninh-kieu", source: "  ") }
        #expect(throws: TargetError.badDay("31/12")) { try observe("ninh-kieu", day: "31/12") }
        #expect(throws: TargetError.futureDay("2031-01-01")) { try observe("ninh-kieu", day: "2031-01-01") }
        for typed in ["ninhkieu", "Ninh Kiều", "quận ninh kiêu"] {
            let error = #expect(throws: TargetError.self) { try observe(typed) }
            #expect(error?.message.vietnamese.contains("Có phải “ninh-kieu”?") == true, "\(typed)")
        }
        let strange = #expect(throws: TargetError.self) { try observe("hue") }
        #expect(strange?.message.vietnamese.contains("Có phải") == false)
        #expect(throws: TargetError.notReported("universities")) {
            try book.observe(
                "universities", plan: "can-tho-2024", territory: "ninh-kieu", value: value, day: "2024-12-31",
                source: "x", by: "a", at: Self.now)
        }
        let number = try observe("ninh-kieu")
        #expect(try Self.figure(book, "preschool").kind == .unknown)
        #expect(throws: TargetError.samePerson("key:lan")) { try book.confirm(number, by: "key:lan", at: Self.now) }
        #expect(throws: TargetError.samePerson("key: Lan")) { try book.confirm(number, by: "key: Lan", at: Self.now) }
        #expect(throws: TargetError.notThen("ninh-kieu", day: "2025-07-01")) {
            try observe("ninh-kieu", day: "2025-07-01")
        }
        #expect(throws: TargetError.self) { try observe("vn") }
        try book.confirm(number, by: "key:hoa", at: Self.now)
        let one = try Self.figure(book, "preschool")
        #expect(one.kind == .reported && one.numerator == 1 && one.denominator == 9 && one.isMet == false)
        #expect(one.sources == ["Báo cáo 12/BC"] && one.evidence.count == 9)
        for district in ["o-mon", "binh-thuy", "cai-rang", "thot-not", "vinh-thanh", "co-do", "phong-dien", "thoi-lai"]
        {
            try book.confirm(observe(district), by: "key:hoa", at: Self.now)
        }
        #expect(try Self.figure(book, "preschool").isMet == true)
        try book.withdraw(number, because: "nhầm", by: "key:hoa", at: Self.now)
        #expect(try Self.figure(book, "preschool").numerator == 8)
        #expect(throws: TargetError.closed(number)) { try book.confirm(number, by: "key:mai", at: Self.now) }
        #expect(throws: TargetError.notOfParts(1, parts: 9)) { try observe("can-tho-2004") }
        let city = try book.observe(
            "preschool", plan: "can-tho-2024", territory: "can-tho-2004", value: ReportedValue("7/9"),
            day: "2024-12-31", source: "Báo cáo 12/BC", by: "key:lan", at: Self.now)
        try book.confirm(city, by: "key:hoa", at: Self.now)
        let whole = try Self.figure(book, "preschool")
        #expect(whole.numerator == 7 && whole.denominator == 9 && whole.note?.vi.contains("8 nơi") == true)
        #expect(throws: TargetError.enteredAlready(city)) {
            try book.observe(
                "preschool", plan: "can-tho-2024", territory: "can-tho-2004", value: ReportedValue("7/9"),
                day: "2024-12-31", source: "Báo cáo khác", by: "key:mai", at: Self.now)
        }
    }

    @Test(
        "a percentage stays the percentage it was written as, and what it lacks is told in points",
        arguments: [
            ("14,5%", "14,5%", "0,5 điểm phần trăm", "0.5 percentage points"), ("15%", "15%", "0 điểm", "0 percent"),
            ("9,25%", "9,25%", "5,75 điểm phần trăm", "5.75 percentage points"),
        ])
    func percentage(written: String, shown: String, lacks: String, lacksInEnglish: String) throws {
        let (_, book) = try Self.book()
        let number = try book.observe(
            "university-degrees", plan: "can-tho-2024", territory: "can-tho-2004", value: ReportedValue(written),
            day: "2024-12-31", source: "Báo cáo 12/BC", by: "key:lan", at: Self.now)
        try book.confirm(number, by: "key:hoa", at: Self.now)
        let plan = try book.plan("can-tho-2024")
        let target = try #require(plan.target("university-degrees"))
        let figure = try Self.figure(book, "university-degrees")
        #expect(FigureWords(figure, target, .vietnamese).value == shown)
        #expect(FigureWords(figure, target, .english).value == shown.replacing(",", with: "."))
        #expect(figure.isMet == (written == "15%"))
        let progress = Progress(figure, target, of: plan, history: [])
        #expect(progress.missing(in: .vietnamese)?.hasPrefix(lacks) == true, "\(progress)")
        #expect(progress.missing(in: .english)?.hasPrefix(lacksInEnglish) == true)
        let report = try TargetReport(book, plan: plan, period: .year, now: Self.now)
        for line in ReportWriter(report, .vietnamese).csv.split(separator: "\r\n") {
            #expect(!line.contains("/100") && !line.contains("/1.000") && !line.contains("/10.000"))
        }
        #expect(throws: TargetError.yesOrNo("50%")) {
            try book.observe(
                "preschool", plan: "can-tho-2024", territory: "ninh-kieu", value: ReportedValue("50%"),
                day: "2024-12-31", source: "x", by: "key:lan", at: Self.now)
        }
        #expect(throws: TargetError.unknownPlan("nope")) { try book.observations(of: "nope") }
        #expect(try book.observations(of: "can-tho-2024").first?.value(in: .english) == shown.replacing(",", with: "."))
    }

    @Test("what a percentage lacks is exact to the hundredth, whatever it is")
    func points() throws {
        let plan = try PlanTests.shipped("can-tho-2024")
        let target = try #require(plan.target("life-skills"))
        for hundredths in 0..<9_000 {
            let json = """
                {"plan": "\(plan.id)", "target": "\(target.id)", "kind": "reported", "numerator": \(hundredths),
                 "denominator": 10000, "percentage": "x", "day": "2024-06-01", "registersDay": "2024-06-01",
                 "isMet": false, "evidence": [], "methodVersion": "\(Figure.method)", "sources": []}
                """
            let progress = Progress(try JSONText.value(Figure.self, of: json), target, of: plan, history: [])
            let lacks = FigureWords.percent(9_000 - hundredths, 10_000, .english).dropLast()
            #expect(progress.missing(in: .english) == "\(lacks) percentage points")
        }
    }

    @Test("more people than live there are refused, with the figure that is known")
    func people() throws {
        let (_, book) = try Self.book()
        func observe(_ value: String) throws {
            try book.observe(
                "life-skills", plan: "can-tho-2024", territory: "can-tho-2004", value: ReportedValue(value),
                day: "2024-12-31", source: "Báo cáo 12/BC", by: "key:lan", at: Self.now)
        }
        let error = #expect(throws: TargetError.self) { try observe("612.000/6.800.000") }
        #expect(error?.message.vietnamese.contains("1.235.171") == true)
        #expect(throws: TargetError.self) { try observe("1/2") }
        try observe("612.000/680.000")
    }

    @Test("whoever enters and confirms has a name, and one name is one person at the command line and on a key")
    func names() throws {
        let (_, book) = try Self.book()
        func observe(_ value: String, by actor: String) throws -> Int64 {
            try book.observe(
                "preschool", plan: "can-tho-2024", territory: "ninh-kieu", value: ReportedValue(value),
                day: "2024-12-31", source: "Báo cáo", by: actor, at: Self.now)
        }
        for actor in ["command", " ", ""] { #expect(throws: TargetError.nobody) { try observe("1/1", by: actor) } }
        let number = try observe("1/1", by: "command:Cán bộ NK")
        #expect(throws: TargetError.nobody) { try book.confirm(number, by: "command", at: Self.now) }
        #expect(throws: TargetError.samePerson("key:cán bộ nk")) {
            try book.confirm(number, by: "key:cán bộ nk", at: Self.now)
        }
        try book.confirm(number, by: "key:Hoa", at: Self.now)
        let other = try observe("0/1", by: "command:Lan")
        #expect(throws: TargetError.confirmedAlready(number)) { try book.confirm(other, by: "key:Hoa", at: Self.now) }
        #expect(throws: TargetError.noReason) { try book.withdraw(number, because: " ", by: "key:Hoa", at: Self.now) }
        try book.withdraw(number, because: "nhầm", by: "key:Hoa", at: Self.now)
        #expect(throws: TargetError.withdrawnAlready(number)) {
            try book.withdraw(number, because: "nhầm", by: "key:Hoa", at: Self.now)
        }
        try book.confirm(other, by: "key:Hoa", at: Self.now)
        #expect(throws: TargetError.foreignDifficulty("can-tho-2025", plan: "can-tho-2024")) {
            try book.note(
                difficulty: "x", plan: "can-tho-2024", territory: "can-tho-2025", by: "key:Lan", at: Self.now)
        }
    }

    @Test("a plan that stands is replaced only when that is meant, what it costs is said, and the old one is to be had")
    func replacing() throws {
        let (_, book) = try Self.book()
        let number = try book.observe(
            "preschool", plan: "can-tho-2024", territory: "ninh-kieu", value: ReportedValue("1/1"), day: "2024-12-31",
            source: "Báo cáo", by: "key:lan", at: Self.now)
        #expect(number > 0)
        let before = try book.planText("can-tho-2024")
        let template = try String(contentsOfFile: Project.corpus + "/Plans/template.yaml", encoding: .utf8)
            .replacing("template: true\n", with: "").replacing(/plan: .*/, with: "plan: can-tho-2024")
        let change = try #require(try book.change(to: book.checkPlan(template, file: "x.yaml"), template))
        #expect(change.before == 14 && change.after < 14 && change.lost.contains("preschool") && change.orphans == 1)
        #expect(throws: TargetError.planStands(change)) {
            try book.importPlan(template, file: "x.yaml", mayReplace: false, by: "key:lan", at: Self.now)
        }
        #expect(try book.planText("can-tho-2024") == before)
        try book.importPlan(template, file: "x.yaml", by: "key:lan", at: Self.now)
        #expect(try book.planText("can-tho-2024") == template)
        #expect(try book.planText("can-tho-2024", before: true) == before)
        #expect(try book.importPlans(folder: Project.corpus + "/Plans", by: "command", at: Self.now).changes.count == 1)
        #expect(try book.planText("can-tho-2024") == before)
    }

    @Test("a figure computed after the plan's last day says that it counts what came later")
    func afterwards() throws {
        let (_, book) = try Self.book(Self.universities.flatMap { Self.resources($0, 3) })
        let target = try #require(try book.plan("can-tho-2024").target("universities"))
        let figure = try Self.figure(book, "universities")
        #expect(figure.isMet == true && figure.isAfterPlan && figure.note?.vi.contains("31/12/2024") == true)
        #expect(FigureWords(figure, target, .vietnamese).state == "đạt, sau khi kỳ đã hết")
        let current = try Self.figure(book, "titles", plan: "qd-1117-2030")
        #expect(!current.isAfterPlan && current.note == nil)
    }

    @Test(
        "a report is about the half-year or year of its day: what stood before it, what it brought, what was noted in it"
    )
    func periods() throws {
        let before = try #require(ISO8601DateFormatter().date(from: "2026-05-10T03:00:00Z"))
        let (store, book) = try Self.book(Self.resources("can-tho-university", 3), at: before)
        let session = try IngestSession(store, source: "test", at: Self.now)
        _ = try session.save(
            Self.resources("tay-do-university", 4).map {
                AcceptedRecord(resource: $0, location: SourceLocation(file: "test", line: 1))
            }, at: Self.now)
        try book.note(
            difficulty: "khó khăn tháng năm", plan: "qd-1117-2026", territory: "vn", by: "key:lan", at: before)
        let plan = try book.plan("qd-1117-2026")
        func line(_ period: TargetReport.Period, on day: String?) throws -> (TargetReport, TargetReport.Line) {
            let report = try TargetReport(
                book, plan: plan, period: period, on: day.flatMap { PartialDate($0) }, now: Self.now)
            return (report, try #require(report.lines.first { $0.target.id == "titles" }))
        }
        let (half, halfLine) = try line(.halfYear, on: nil)
        #expect(half.from == "2026-07-01" && halfLine.before.numerator == 3 && halfLine.figure.numerator == 7)
        #expect(halfLine.change(in: .vietnamese) == "+4" && half.difficulties.isEmpty)
        let (year, yearLine) = try line(.year, on: nil)
        #expect(year.from == "2026-01-01" && yearLine.before.kind == .unknown && yearLine.change(in: .english) == nil)
        #expect(year.difficulties.map(\.text) == ["khó khăn tháng năm"])
        let (first, firstLine) = try line(.halfYear, on: "2026-06-30")
        #expect(first.from == "2026-01-01" && firstLine.figure.numerator == 3)
        #expect(ReportWriter(first, .vietnamese).html.contains("6 tháng đầu năm 2026"))
        #expect(ReportWriter(half, .english).html.contains("second half of 2026"))
    }

    @Test("a proxy is labelled, and meets no target")
    func proxy() throws {
        let (_, book) = try Self.book(
            Self.resources("can-tho-university", 4).map { resource in
                var resource = resource
                resource.subjects = ["0031"]
                return resource
            })
        let figure = try Self.figure(book, "life-skills")
        #expect(figure.kind == .proxy && figure.numerator == 4 && figure.isMet == nil)
        let target = try #require(try book.plan("can-tho-2024").target("life-skills"))
        #expect(FigureWords(figure, target, .vietnamese).kind == "SỐ THAY THẾ")
        #expect(FigureWords(figure, target, .vietnamese).method(try book.plan("can-tho-2024")).contains("ISCED-F"))
    }

    @Test(
        "the city's communities are its communes, districts and itself as of the plan's year, though they ceased since")
    func communities() throws {
        let (_, book) = try Self.book()
        #expect(try Self.figure(book, "learning-communities").denominator == 93)
        #expect(try Self.figure(book, "lower-secondary-level-3").denominator == 9)
    }

    @Test(
        "reports in both languages and all forms hold every target, escape what they are given, and name simulated use")
    func reports() throws {
        let (_, book) = try Self.book(Self.resources("can-tho-university", 3))
        try book.note(
            difficulty: "<script>alert(1)</script> thiếu máy", plan: "can-tho-2024", territory: "ninh-kieu",
            by: "key:lan", at: Self.now)
        let plan = try book.plan("can-tho-2024")
        let report = try TargetReport(
            book, plan: plan, period: .year, on: PartialDate("2026-11-26"), isSimulated: true, now: Self.now)
        #expect(report.isAfterPlan)
        let own = try TargetReport(book, plan: plan, period: .year, now: Self.now)
        #expect(own.day == "2024-12-31" && own.from == "2024-01-01" && own.difficulties.isEmpty)
        for language in [PreferredLanguage.vietnamese, .english] {
            let writer = ReportWriter(report, language)
            for target in plan.targets {
                let goal = language == .english ? target.printed.replacing(",", with: ".") : target.printed
                #expect(writer.html.contains(goal))
            }
            #expect(!writer.html.contains("<script>alert") && writer.html.contains("&lt;script&gt;"))
            #expect(writer.html.contains(language == .vietnamese ? "SỐ LIỆU SỬ DỤNG MÔ PHỎNG" : "SIMULATED USAGE"))
            #expect(writer.csv.split(separator: "\r\n").count == plan.targets.count + 1)
            let json = try JSONSerialization.jsonObject(with: writer.json()) as? [String: Any]
            #expect((json?["targets"] as? [Any])?.count == plan.targets.count)
            let folder = try TemporaryFolder()
            let path = folder.path + "/report.xlsx"
            try writer.writeXLSX(to: path)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: [0x50, 0x4B]))
        }
    }

    @Test("a second city made from the template has its figures without a line of code")
    func secondCity() throws {
        let (_, book) = try Self.book(Self.resources("can-tho-university", 3))
        let yaml = try String(contentsOfFile: Project.corpus + "/Plans/template.yaml", encoding: .utf8)
            .replacing("template: true\n", with: "").replacing("2027", with: "2026")
        let plan = try book.importPlan(yaml, file: "city.yaml", by: "command", at: Self.now)
        #expect(try book.plans().contains { $0.id == plan.id })
        let figure = try Self.figure(book, "universities", plan: plan.id)
        #expect(figure.denominator == 5 && figure.numerator == 1)
    }

    @Test(
        "a steady trend forecasts what it leads to, few days forecast nothing",
        arguments: [(6, "probably"), (1, "hardly"), (0, "Too few")])
    func forecast(perMonth: Int, word: String) throws {
        let plan = try PlanTests.shipped("qd-1117-2030")
        let target = try #require(plan.target("titles"))
        func figure(_ month: Int, _ value: Int) throws -> Figure {
            let json = """
                {"plan": "\(plan.id)", "target": "\(target.id)", "kind": "computed", "numerator": \(value),
                 "day": "2026-\(month < 10 ? "0" : "")\(month)-01", "registersDay": "2026-01-01", "isMet": false,
                 "evidence": [], "methodVersion": "\(Figure.method)", "sources": []}
                """
            return try JSONText.value(Figure.self, of: json)
        }
        let history =
            perMonth == 0 ? [] : try (1...11).map { try figure($0, 300 + $0 * perMonth * (perMonth == 6 ? 2 : 1)) }
        let progress = Progress(try figure(11, history.last?.numerator ?? 300), target, of: plan, history: history)
        #expect(progress.forecast.english.contains(word), "\(progress.forecast.english)")
        #expect(progress.gap ?? 0 > 0 && progress.requiredPace ?? 0 > 0)
    }
}
