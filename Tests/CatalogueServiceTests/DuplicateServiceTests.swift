import CatalogueModel
import CatalogueStore
import Foundation
import Normalisation
import TestSupport
import Testing

@Suite("Duplicates on pages and in the API")
struct DuplicateServiceTests {
    private static func store() throws -> CatalogueStore {
        func record(_ name: String, _ change: (inout LearningResource) -> Void) -> LearningResource {
            Fixture.resource("example:\(name)", title: "Cơ sở dữ liệu phân tán") { resource in
                resource.url = "https://\(name).example/x"
                resource.publisher = Publisher(id: name, name: "Trường <\(name)>")
                resource.creators = ["Nguyễn Văn Đức"]
                change(&resource)
            }
        }
        let store = try CatalogueStore.containing(
            record("open") { $0.licence = "CC-BY-4.0" }, record("full") { $0.keywords = ["dữ liệu lớn"] },
            Fixture.resource("example:alone", title: "Nấu ăn ngon"))
        try store.updateDuplicates(at: Fixture.instant)
        return store
    }

    @Test("the API names all who provide a resource, the main record first")
    func api() async throws {
        try await RunningService.serving(Self.store()) { service in
            let answer = try await service.answer("/api/v1/resources/example:full")
            let json = try answer.json()
            let others = try #require(json["alsoAt"] as? [[String: Any]])
            #expect(others.map { $0["identifier"] as? String } == ["example:open"])
            #expect(others[0]["url"] as? String == "https://open.example/x")
            #expect((others[0]["publisher"] as? [String: Any])?["identifier"] as? String == "open")
            #expect(others[0]["license"] as? String == "https://creativecommons.org/licenses/by/4.0/")
            #expect(others[0]["isMainRecord"] as? Bool == true && json["isMainRecord"] as? Bool == false)
            #expect((0.8...1).contains(json["duplicateConfidence"] as? Double ?? 0))
            // The record itself stays as its institution wrote it.
            #expect(json["license"] == nil)
            let alone = try await service.answer("/api/v1/resources/example:alone").json()
            #expect((alone["alsoAt"] as? [Any])?.isEmpty == true && alone["duplicateConfidence"] == nil)
        }
    }

    @Test("the entity tag changes with what is said of the others")
    func entityTag() async throws {
        let store = try Self.store()
        try await RunningService.serving(store) { service in
            func tag() async throws -> String? {
                try await service.answer("/api/v1/resources/example:open").headers["etag"]
            }
            let before = try await tag()
            #expect(try await tag() == before)
            let (first, second) = (ResourceID("example:open"), ResourceID("example:full"))
            try store.decide(
                .different, try #require(first), try #require(second), by: "Lan", at: Fixture.instant)
            #expect(try await tag() == "\"1\"" && before != "\"1\"")
        }
    }

    @Test("the page names all who provide a resource, and whose facts fill its gaps", arguments: ["", "?lang=en"])
    func page(language: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            let page = try await service.answer("/resources/example:open\(language)").text
            #expect(page.contains(language.isEmpty ? "Cũng có ở" : "Also at"))
            #expect(page.contains("href=\"https://full.example/x\""))
            #expect(page.contains("href=\"/resources/example:full\(language)\""))
            #expect(page.contains("dữ liệu lớn") && page.contains(language.isEmpty ? "theo Trường" : "from Trường"))
            #expect(!page.contains("<full>"))
            let other = try await service.answer("/resources/example:full\(language)").text
            #expect(other.contains(language.isEmpty ? "bản ghi chính" : "main record"))
            let alone = try await service.answer("/resources/example:alone\(language)").text
            #expect(!alone.contains("also-at"))
        }
    }
}
