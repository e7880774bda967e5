import CatalogueModel
import CatalogueSearch
import CatalogueService
import CatalogueStore
import Crypto
import Foundation
import Hummingbird
import LearningTargets
import Logging
import Publishing
import TestSupport
import Testing
import UsageStatistics

@Suite("Targets on pages and in the API")
struct TargetPageTests {
    private static func store() throws -> CatalogueStore {
        let store = try CatalogueStore()
        try store.replaceReferenceData(with: CorpusFolder(Project.corpus).referenceData())
        _ = try TargetBook(store).importPlans(folder: Project.corpus + "/Plans", by: "command", at: Fixture.instant)
        try store.add(
            (0..<3).map { number in
                Fixture.resource("can-tho-university:\(number)", title: "Bài <b>\(number)</b>") {
                    $0.publisher = Publisher(id: "can-tho-university", name: "Đại học Cần Thơ")
                    $0.licence = "CC-BY-4.0"
                }
            })
        return store
    }

    @Test("everybody sees the plans, each figure with its list, its day and its hash")
    func dashboard() async throws {
        try await RunningService.serving(Self.store()) { service in
            let all = try await service.answer("/targets").text
            #expect(all.contains("/targets/can-tho-2024") && all.contains("/targets/qd-1117-2026"))
            let plan = try await service.answer("/targets/can-tho-2024").text
            for printed in ["55,55%", "66%", "90%", "30%", "15%"] { #expect(plan.contains(printed)) }
            #expect(plan.contains("1/5 (20%)") && plan.contains("<svg"))
            // The same target of another plan stands beside it, with its own figure and goal.
            let twin = try #require(
                plan.firstMatch(of: /href="\/targets\/qd-1373-2030\/universities">(?s:.*?)<\/tr>/)
            ).0
            #expect(twin.contains("1/8 (12,5%)") && twin.contains("90%"), "\(twin)")
            let target = try await service.answer("/targets/can-tho-2024/universities").text
            #expect(target.contains("Trường Đại học Tây Đô") && target.contains("còn thiếu 3"))
            #expect(target.contains("SHA-256"))
            let supposed = try await service.answer(
                "/targets/can-tho-2024/universities?if=tay-do-university&if=can-tho-technology"
            ).text
            #expect(supposed.contains("GIẢ ĐỊNH") && supposed.contains("3/5 (60%)"))
            for path in ["/targets/none", "/targets/can-tho-2024/none", "/api/v1/targets/none"] {
                #expect(try await service.answer(path).status == 404, "\(path)")
            }
            #expect(try await service.answer("/targets/can-tho-2024?day=x").status == 400)
            #expect(try await service.answer("/targets/can-tho-2024?day=2199-01-01").status == 422)
        }
    }

    @Test("where several types of institutions are in scope, the page says how far each type is")
    func types() async throws {
        let store = try Self.store()
        let plan = try String(contentsOfFile: Project.corpus + "/Plans/can-tho-2024.yaml", encoding: .utf8)
            .replacing("plan: can-tho-2024", with: "plan: thu-2024")
            .replacing("types: [university]", with: "types: [university, college]")
        _ = try TargetBook(store).importPlan(plan, file: "thu.yaml", by: "command", at: Fixture.instant)
        try await RunningService.serving(store) { service in
            let page = try await service.answer("/targets/thu-2024/universities").text
            let rows = page.matches(of: /<li>([^<]+): (\d+\/\d+)<\/li>/).map { "\($0.1): \($0.2)" }
            #expect(page.contains("Theo loại đơn vị"))
            #expect(rows.contains("Trường đại học: 1/5") && rows.contains { $0.hasPrefix("Trường cao đẳng: 0/") })
            #expect(try await !service.answer("/targets/can-tho-2024/universities").text.contains("Theo loại đơn vị"))
        }
    }

    @Test("reports come as page, table, workbook and JSON", arguments: ["html", "csv", "xlsx", "json"])
    func reports(format: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            for period in ["half-year", "year"] {
                let answer = try await service.answer("/targets/can-tho-2024/report?period=\(period)&format=\(format)")
                #expect(answer.status == 200 && answer.body.count > 1_000)
            }
            #expect(try await service.answer("/targets/can-tho-2024/report?format=exe").status == 400)
            let page = try await service.answer("/targets/can-tho-2024/report")
            let style = try #require(page.text.firstMatch(of: /<style>((?s).*?)<\/style>/)).1
            let hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
            let policy = page.headers["content-security-policy"] ?? ""
            #expect(policy.contains("style-src 'sha256-\(hash)'"), "browsers drop the style: \(policy)")
            #expect(try await service.answer("/targets/can-tho-2024/report?period=x").status == 400)
        }
    }

    @Test("an official enters a figure of the own territory, another confirms it, and only then it counts")
    func entering() async throws {
        let store = try Self.store()
        let keys = try (0..<2).map { _ in try store.key(.official, territory: "ninh-kieu") }
        let foreign = try store.key(.official, territory: "o-mon")
        let path = "/targets/can-tho-2024/enter"
        try await RunningService.serving(store) { service in
            #expect(try await service.answer(path, accept: "text/html").status == 303)
            let first = try await SignedInBrowser(service, key: keys[0])
            let fields: KeyValuePairs = [
                "action": "observe", "target": "preschool", "territory": "ninh-kieu", "value": "1/1",
                "day": "2023-11-01", "source": "Báo cáo <i>12</i>",
            ]
            let sent = try await first.submit(to: path, from: path, fields)
            #expect(sent.status == 303)
            let page = try await first.open(path).text
            #expect(page.contains("chờ xác nhận") && page.contains("&lt;i&gt;12") && !page.contains("<i>12"))
            #expect(try await first.submit(to: path, from: path, ["action": "confirm", "number": "1"]).status == 403)
            let other = try await SignedInBrowser(service, key: foreign)
            #expect(try await other.submit(to: path, from: path, ["action": "confirm", "number": "1"]).status == 403)
            let second = try await SignedInBrowser(service, key: keys[1])
            #expect(try await second.submit(to: path, from: path, ["action": "confirm", "number": "1"]).status == 303)
            let target = try await service.answer("/targets/can-tho-2024/preschool").text
            #expect(target.contains("1/9 (11,11%)"))
            let bad = try await first.submit(
                to: path, from: path,
                [
                    "action": "observe", "target": "preschool", "territory": "ninh-kieu", "value": "1.234,5",
                    "day": "2023-11-01", "source": "x",
                ])
            #expect(bad.status == 422 && bad.text.contains("1.234,5"))
        }
    }

    @Test("every clause of the plan is served by pages, commands and figures that are there, or is out of scope")
    func coverage() async throws {
        let store = try Self.store()
        let book = TargetBook(store)
        let folder = try TemporaryFolder()
        let usage = try UsageStore(folder: folder.path)
        let service = CatalogueService(
            Searcher(store), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            usage: try UsageService(
                store: usage, recorder: UsageRecorder(usage, clock: { Fixture.instant }), robots: RobotList()),
            clock: { Fixture.instant })
        let routes = Set(
            try service.router().routes.map { $0.path.description.replacing("{", with: ":").replacing("}", with: "") })
        let help = try CommandLineProgram.hoclieu.run("--help").output
        let commands = Set(help.matches(of: #/\n  ([a-z]+) /#).map { String($0.1) })
        let figures = Set(try book.plans().flatMap { plan in plan.targets.map { "\(plan.id)/\($0.id)" } })
        let coverage = try #require(try book.coverage())
        let problems = coverage.problems(routes: routes, commands: commands, figures: figures)
        #expect(problems.isEmpty, "\(problems)")
        let city = Set(try book.plan("can-tho-2024").targets.map { "can-tho-2024/\($0.id)" })
        #expect(city.isSubset(of: coverage.clauses.flatMap(\.figures)))
        try await RunningService.serving(store) { service in
            let page = try await service.answer("/targets/coverage").text
            #expect(page.contains("ngoài phạm vi"))
        }
    }
}
