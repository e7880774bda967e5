import CatalogueModel
import CatalogueSearch
import CatalogueService
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing
import UsageStatistics

@Suite("What is wanted in Vietnamese, measured from use")
struct DemandTests {
    private static func visits(_ count: Int, _ kind: UsageEvent.Kind, _ change: (inout UsageEvent) -> Void)
        -> [UsageEvent]
    {
        (0..<count).map { visitor in
            var event = UsageEvent(
                kind, at: Fixture.instant.addingTimeInterval(-3_600), path: "/", address: "192.0.2.\(visitor)",
                agent: "Mozilla/5.0 (Linux; Android 10; K) Chrome/126.0.0.0 Mobile Safari/537.36")
            change(&event)
            return event
        }
    }

    private static func search(_ text: String, _ count: Int) -> [UsageEvent] {
        visits(count, .search) {
            $0.query = text
            $0.resultSet = "q=" + text
            $0.path = "search?q=" + text
        }
    }

    private static func view(_ id: String, _ count: Int) -> [UsageEvent] {
        visits(count, .investigation) {
            $0.item = id
            $0.path = "/resources/" + id
        }
    }

    @Test("foreign originals by use and by Vietnamese queries without a Vietnamese result; the page names them")
    func measured() async throws {
        func english(_ id: String, _ title: String, subject: String? = nil) -> LearningResource {
            Fixture.resource(id, title: title) {
                $0.languages = Fixture.languages("en")
                $0.licence = "CC-BY-4.0"
                $0.subjects = subject.map { [$0] } ?? []
            }
        }
        let store = try CatalogueStore.containing([
            english("example:shrimp", "Shrimp farming", subject: "083"), english("example:used", "Bridges"),
            english("example:rare", "Tunnels"), english("example:cooking", "Cooking", subject: "101"),
            Fixture.resource("example:vi", title: "Nấu ăn ngày Tết") { $0.languages = Fixture.languages("vi") },
        ])
        let folder = try TemporaryFolder()
        let usage = try UsageStore(folder: folder.path)
        try usage.append(
            Self.search("nuôi tôm", 12) + Self.search("nấu ăn", 30) + Self.search("bridges", 20)
                + Self.view("example:used", 15) + Self.view("example:rare", 4) + Self.view("example:vi", 40))
        try UsageRollup(usage, robots: RobotList()) { try store.itemFacts(of: $0) }.roll(at: Fixture.instant)
        try DemandMeasuring(usage, Searcher(store)).update(at: Fixture.instant)
        let candidates = try TranslationBacklog(store).candidates()
        #expect(candidates.map(\.original.id.rawValue) == ["example:shrimp", "example:used"])
        #expect(candidates.map(\.demand.queries) == [12, 0] && candidates.map(\.demand.uses) == [0, 15])
        try await RunningService.serving(store) { service in
            let page = try await service.answer("/translations").text
            #expect(page.contains("Shrimp farming") && page.contains("12 lượt tìm chưa có kết quả tiếng Việt"))
            #expect(!page.contains("Tunnels"))
            let answer = try await service.answer("/api/v1/translations").json()
            #expect((answer["candidates"] as? [[String: Any]])?.compactMap { $0["queries"] as? Int } == [12, 0])
        }
        try DemandMeasuring(usage, Searcher(store)).update(at: Fixture.instant.addingTimeInterval(800 * 86_400))
        #expect(try TranslationBacklog(store).candidates().isEmpty)
    }
}
