import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import Publishing
import TestSupport
import Testing
import UsageStatistics

@Suite("Use, counted and shown")
struct UsagePageTests {
    private static let agent = "Mozilla/5.0 (Linux; Android 10; K) Chrome/126.0.0.0 Mobile Safari/537.36"

    private static func serving(
        _ use: @Sendable (RunningService, UsageStore, CatalogueStore) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let usage = try UsageStore(folder: folder.path)
        let store = try CatalogueStore.containing(
            (0..<3).map { Fixture.resource("example:\($0)", title: "Nấu ăn \($0)") })
        try await RunningService.serving(store, usage: usage) { service in try await use(service, usage, store) }
    }

    private static func headers(_ visitor: Int = 1) -> [String: String] {
        ["User-Agent": agent, "X-Forwarded-For": "192.0.2.\(visitor)"]
    }

    private static func counted(_ usage: UsageStore, _ store: CatalogueStore) throws -> UsageTotals {
        try UsageRollup(usage, robots: RobotList()) { try store.itemFacts(of: $0) }.roll(at: Fixture.instant)
        let month = UsageDay(of: Fixture.instant).month
        return try UsageReader(usage).totals(from: month, through: month)
    }

    private static func waited(_ usage: UsageStore, for events: Int) async throws {
        for _ in 0..<200 {
            let count = try usage.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") ?? 0 }
            if count >= events { return }
            try await Task.sleep(for: .milliseconds(25))
        }
    }

    @Test("searches, pages and ways out are counted after good answers, errors and other pages are not")
    func counting() async throws {
        try await Self.serving { service, usage, store in
            for path in [
                "/search?q=n%E1%BA%A5u", "/search?q=n%E1%BA%A5u&page=2", "/resources/example:0", "/resources/none:1",
                "/", "/tags", "/search",
            ] {
                _ = try await service.answer(path, headers: Self.headers())
            }
            let page = try await service.answer("/resources/example:1", headers: Self.headers(2)).text
            let out = try #require(page.firstMatch(of: /href="(\/out\/[^"]+)"/)).1.replacing("&amp;", with: "&")
            let answer = try await service.answer(String(out), headers: Self.headers(2))
            #expect(answer.status == 302 && answer.headers["location"] == "https://example.org/example:1")
            try await Self.waited(usage, for: 5)
            let totals = try Self.counted(usage, store)
            #expect(totals.searches == 1 && totals.views == 2 && totals.outClicks == 1 && totals.fromSearch == 1)
        }
    }

    @Test(
        "the way out leads to the catalogue's own address and nowhere else, whatever is sent",
        arguments: [
            "/out/example:1", "/out/example:1?s=00", "/out/example:1?s=&url=https://evil.example/",
            "/out/example:1?s=../../x",
        ])
    func noOpenRedirect(path: String) async throws {
        try await Self.serving { service, usage, _ in
            let answer = try await service.answer(path, headers: Self.headers())
            #expect(
                answer.status == 303 && answer.headers["location"] == "/resources/example%3A1"
                    || answer.headers["location"] == "/resources/example:1")
            #expect(try await service.answer("/out/https:%2F%2Fevil.example").status == 404)
        }
    }

    @Test("the page of use hides small numbers from everybody, shows an institution its own, and says what is kept")
    func page() async throws {
        try await Self.serving { service, usage, store in
            for visitor in 1...3 {
                _ = try await service.answer("/resources/example:0", headers: Self.headers(visitor))
            }
            try await Self.waited(usage, for: 3)
            _ = try Self.counted(usage, store)
            let page = try await service.answer("/usage").text
            #expect(page.contains("Tính đến "))
            #expect(page.contains("<svg") && page.contains("dưới 10") && page.contains("Không lưu địa chỉ IP"))
            #expect(!page.contains("<td>3</td>"))
            let own = try await SignedInBrowser(service, key: store.key(.publisher))
            #expect(try await own.open("/institutions/example/usage").text.contains("<td>3</td>"))
            #expect(try await !service.answer("/institutions/example/usage").text.contains("<td>3</td>"))
            #expect(try await service.answer("/institutions/none/usage").status == 404)
            let csv = try await service.answer("/usage.csv")
            #expect(csv.headers["content-type"]?.hasPrefix("text/csv") == true && csv.text.contains("dưới 10"))
            #expect(try await service.answer("/review/gaps", accept: "text/html").status == 303)
        }
    }

    @Test("the COUNTER API answers by its specification: keys, customers, dates, each with its exception")
    func counterAPI() async throws {
        try await Self.serving { service, usage, store in
            _ = try await service.answer("/resources/example:0", headers: Self.headers())
            try await Self.waited(usage, for: 1)
            _ = try Self.counted(usage, store)
            let (curator, publisher) = (try store.key(.curator), try store.key(.publisher))
            let month = UsageDay(of: Fixture.instant).month.text
            let dates = "begin_date=\(month)&end_date=\(month)"
            let world = "customer_id=0000000000000000"
            for (path, status, code) in [
                ("/r51/reports/pr?\(world)&\(dates)", 401, 2000),
                ("/r51/reports/pr?\(world)&\(dates)&api_key=x", 401, 2020),
                ("/r51/reports/pr?\(world)&\(dates)&api_key=\(publisher)", 403, 2010),
                ("/r51/reports/pr?\(dates)&api_key=\(curator)", 400, 1030),
                ("/r51/reports/pr?\(world)&begin_date=x&end_date=y&api_key=\(curator)", 400, 3020),
            ] {
                let answer = try await service.answer(path)
                #expect(answer.status == status, "\(path)")
                #expect(try answer.json()["Code"] as? Int == code, "\(path)")
            }
            #expect(try await service.answer("/r51/status").status == 200)
            let unknown = try await service.answer("/r51/reports/xx?api_key=\(curator)", accept: "text/html")
            #expect(unknown.status == 404)
            #expect(try unknown.json()["status"] as? Int == 404)
            #expect(try await service.answer("/r51").text.contains("/r51/reports/pr_p1"))
            let members = try await service.answer("/r51/members?api_key=\(publisher)")
            #expect(members.text.contains("\"Customer_ID\":\"example\""))
            #expect(
                try await service.answer("/r51/reports?requestor_id=\(curator)").text.contains(
                    "\"Report_ID\":\"IR_M1\""))
            let report = try await service.answer("/r51/reports/ir?customer_id=example&\(dates)&api_key=\(publisher)")
            #expect(report.status == 200 && report.text.contains("\"Proprietary\":\"hoclieu:example:0\""))
        }
    }
}
