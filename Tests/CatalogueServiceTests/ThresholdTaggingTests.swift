import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Thresholds while the service runs")
struct ThresholdTaggingTests {
    /// Made-up records about fish and food, and one without a subject.
    private static func catalogue() throws -> CatalogueStore {
        let fish = [
            "nuôi tôm sú", "ao nuôi cá tra", "bệnh của tôm", "thức ăn cho cá", "nuôi cua biển", "giống tôm càng",
        ]
        let food = ["nấu ăn chay", "món canh chua", "làm bánh mì", "nấu phở bò", "bếp gia đình", "món kho quẹt"]
        let records = (fish.map { ($0, "083") } + food.map { ($0, "101") }).enumerated().map { number, record in
            Fixture.resource("example:\(number)", title: record.0) {
                $0.subjects = [record.1]
                $0.description = record.1 == "083" ? "Kỹ thuật thủy sản ở đồng bằng" : "Công thức ẩm thực trong bếp"
                $0.publisher = Publisher(id: "nhom-\(number % 3)", name: "Nhóm \(number % 3)")
            }
        }
        let store = try CatalogueStore.containing(records)
        try store.add([Fixture.resource("example:50", title: "Ao nuôi tôm, giống tôm, bệnh của tôm")])
        return store
    }

    @Test("what an institution's threshold lets through is assigned by the running service, and nothing without one")
    func running() async throws {
        let (id, wanted, unasked) = (
            try #require(ResourceID("example:50")), try Self.catalogue(), try Self.catalogue()
        )
        try AutomaticTagging(wanted).set(0.5, .subjects, of: "example", by: "key:hoa", at: Fixture.instant)
        @Sendable func subjects(_ store: CatalogueStore) throws -> [String]? {
            try Searcher(store).resource(id)?.resource.subjects
        }
        try await RunningService.serving(wanted) { _ in
            for _ in 0..<600 where try subjects(wanted) != ["083"] { try await Task.sleep(for: .milliseconds(100)) }
            #expect(try subjects(wanted) == ["083"])
        }
        try await RunningService.serving(unasked) { service in
            let answer = try await service.answer("/")
            #expect(answer.status == 200)
        }
        #expect(try subjects(unasked) == [])
        #expect(try wanted.check().isWell)
    }
}
