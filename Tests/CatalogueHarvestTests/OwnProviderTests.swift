import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import Foundation
import TestSupport
import Testing

@Suite("Our own repository, harvested", .serialized, .timeLimit(.minutes(10)))
struct OwnProviderTests {
    @Test("another catalogue that harvests this one has the same resources, and loses those that are withdrawn")
    func roundTrip() async throws {
        let resources = (0..<230).map { number in
            Fixture.resource("example:\(number)", title: "Kỹ thuật trồng lúa <\(number)> & nuôi tôm") {
                $0.licence = number % 2 == 0 ? "CC-BY-4.0" : "CC-BY-NC-SA-3.0"
                $0.languages = Fixture.languages("vi")
                $0.url = "https://example.edu.vn/giao-trinh/\(number)"
                $0.creators = ["Nguyễn Văn \(number)"]
            }
        }
        let store = try CatalogueStore.containing(resources)
        let harvests = try Harvests()
        try await RunningService.serving(store, clock: { harvests.time.now }) { service in
            try harvests.register(["http://127.0.0.1:\(service.port)/oai"])
            let first = try await harvests.run()
            #expect(first.verdict == .success && first.counts.added == 230)
            #expect(Set(try harvests.titles().values) == Set(resources.map(\.title)))
            let kept = try harvests.store.changes(in: ChangeWindow(), limit: 1_000).compactMap(\.resource)
            #expect(Set(kept.map(\.url)) == Set(resources.map(\.url)))
            #expect(Set(kept.compactMap(\.licence)) == ["CC-BY-4.0", "CC-BY-NC-SA-3.0"])
            #expect(kept.allSatisfy { $0.creators.count == 1 && $0.languages == Fixture.languages("vi") })
            harvests.time.pass(.seconds(3 * 86_400))
            try store.edit("test", at: harvests.time.now) { edit, db in
                for id in ["example:3", "example:200"] {
                    let id = try #require(ResourceID(id))
                    _ = try edit.withdraw(id, because: .deletedAtSource, note: nil, in: db)
                }
            }
            let second = try await harvests.run()
            #expect(second.verdict == .success && second.counts.withdrawn == 2)
            #expect(try harvests.titles().count == 228)
        }
    }
}
