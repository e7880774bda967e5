import CatalogueModel
import CatalogueStore
import TestSupport
import Testing
import Vocabularies

@Suite("Merged view")
struct MergedResourceTests {
    private let store: CatalogueStore

    init() throws {
        let openly = Self.record("open") { $0.licence = "CC-BY-4.0" }
        let full = Self.record("full") { resource in
            resource.description = "Sách về dữ liệu nhiều máy."
            resource.keywords = ["dữ liệu"]
        }
        store = try CatalogueStore.containing(openly, full, Fixture.resource("example:alone", title: "Nấu ăn"))
        try store.updateDuplicates(at: Fixture.instant)
    }

    private static func record(_ name: String, _ change: (inout LearningResource) -> Void) -> LearningResource {
        Fixture.resource("example:\(name)", title: "Cơ sở dữ liệu phân tán") { resource in
            resource.url = "https://\(name).example/x"
            resource.publisher = Publisher(id: name, name: "Trường \(name)")
            resource.creators = ["Nguyễn Văn Đức"]
            change(&resource)
        }
    }

    private func merged(_ id: String) throws -> MergedResource? {
        let id = try #require(ResourceID(id))
        return try store.readDuplicates { try $0.merged(id) }
    }

    @Test("the most open record stands for all, and shows what it lacks from the others, with where it comes from")
    func representative() throws {
        let merged = try #require(try merged("example:open"))
        #expect(merged.isRepresentative)
        #expect(merged.others.map(\.resource.id.rawValue) == ["example:full"])
        #expect(merged.resource.description == "Sách về dữ liệu nhiều máy." && merged.resource.keywords == ["dữ liệu"])
        #expect(merged.origins[.description]?.rawValue == "example:full")
        #expect(merged.resource.url == "https://open.example/x" && merged.resource.licence == "CC-BY-4.0")
        #expect((0.8...1).contains(merged.confidence))
    }

    @Test("another record shows what it says itself, and who stands for it")
    func other() throws {
        let merged = try #require(try merged("example:full"))
        #expect(!merged.isRepresentative && merged.resource.licence == nil && merged.origins.isEmpty)
        #expect(merged.others.map(\.isRepresentative) == [true])
    }

    @Test("a resource alone is itself; an unknown or withdrawn one is none")
    func alone() throws {
        let alone = try #require(try merged("example:alone"))
        #expect(alone.others.isEmpty && alone.confidence == 1 && alone.isRepresentative)
        #expect(try merged("example:nowhere") == nil)
        // Between the withdrawal and the next bringing up to date, too.
        try store.withdraw("example:full")
        #expect(try merged("example:open")?.others.isEmpty == true)
        #expect(try merged("example:full") == nil)
    }
}
