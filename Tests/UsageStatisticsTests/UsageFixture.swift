import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import TestSupport
import UsageStatistics
import Vocabularies

/// A usage file in a folder of its own, and events at given times; all made up.
struct UsageFixture {
    static let person =
        "Mozilla/5.0 (Linux; Android 8.1.0; SM-J260G) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36"
    /// 2026-11-26 08:00 in Việt Nam.
    static let morning = Date(timeIntervalSince1970: 1_795_654_800)

    let folder: TemporaryFolder
    let store: UsageStore

    init() throws {
        folder = try TemporaryFolder()
        store = try UsageStore(folder: folder.path)
    }

    static func event(
        _ kind: UsageEvent.Kind, _ seconds: Double = 0, item: String? = nil, visitor: Int = 1,
        agent: String = person, _ change: (inout UsageEvent) -> Void = { _ in }
    ) -> UsageEvent {
        var event = UsageEvent(
            kind, at: morning.addingTimeInterval(seconds), path: item.map { "/resources/\($0)" } ?? "/search",
            address: "192.0.2.\(visitor)", agent: agent)
        event.item = item
        change(&event)
        return event
    }

    static func search(
        _ text: String, _ seconds: Double, visitor: Int = 1, page: Int = 1, filter: String = "", hits: Int = 3
    )
        -> UsageEvent
    {
        event(.search, seconds, visitor: visitor) {
            $0.query = text
            $0.resultSet = "q=\(text)&\(filter)"
            $0.path = "/search?q=\(text)&\(filter)&page=\(page)"
            $0.page = page
            $0.hits = hits
        }
    }

    static func facts(_ ids: [String]) -> [String: ItemFacts] {
        Dictionary(
            uniqueKeysWithValues: ids.map { id in
                let resource = Fixture.resource(id, title: "Bài \(id)") {
                    $0.resourceTypes = [id.hasSuffix("0") ? "video" : "textbook"]
                    $0.subjects = ["083"]
                    $0.languages = Fixture.languages("vi")
                    $0.licence = "CC-BY-4.0"
                    $0.publisher = Publisher(id: id.hasPrefix("khac") ? "khac" : "example", name: "Trường")
                    $0.identifiers = ["doi:10.1000/\(id.filter(\.isNumber))"]
                }
                return (id, ItemFacts(resource, reference: Fixture.reference))
            })
    }

    static func robots() throws -> RobotList {
        let path = Project.corpus + "/Robots/robots.tsv"
        return try RobotList(String(contentsOfFile: path, encoding: .utf8), file: path)
    }

    func roll(_ robots: RobotList? = nil, isFull: Bool = false, days: Double = 1) throws {
        let list = try robots ?? Self.robots()
        _ = try UsageRollup(store, robots: list, facts: { Self.facts($0) }).roll(
            at: Self.morning.addingTimeInterval(days * 86_400), isFull: isFull)
    }

    static let month = UsageDay(of: morning).month

    func totals() throws -> UsageTotals { try UsageReader(store).totals(from: Self.month, through: Self.month) }

    func count(_ sql: String) throws -> Int { try store.read { try Int.fetchOne($0, sql: sql) ?? 0 } }
}
