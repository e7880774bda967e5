import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import GRDB
import Testing

@Suite("Relations and translations on pages")
struct RelationPageTests {
    private static func store() throws -> CatalogueStore {
        let store = try CatalogueStore.containing(
            Fixture.resource("example:goc", title: "Original <b>") {
                $0.languages = Fixture.languages("en")
                $0.licence = "CC-BY-4.0"
            },
            Fixture.resource("example:dich", title: "Bản dịch") {
                $0.languages = Fixture.languages("vi")
                $0.translationOfWork = ["https://example.org/example:goc"]
                $0.isBasedOn = ["https://example.com/khac?a=1&b=\"<x>"]
            }, Fixture.resource("example:rut", title: "Sẽ rút"),
            Fixture.resource("example:can", title: "Wanted <i>") {
                $0.languages = Fixture.languages("en")
                $0.licence = "CC-BY-4.0"
            })
        let ids = try ["example:dich", "example:rut", "example:can"].map { try #require(ResourceID($0)) }
        try store.relate(ids[0], .prerequisite, to: .resource(ids[1]), note: "chương <i>", by: "c", at: Fixture.instant)
        try store.write {
            try $0.execute(
                sql: "UPDATE learningResource SET withdrawnAt = 1, withdrawnWhy = 'by-hand' WHERE id = 'example:rut'")
        }
        try TranslationBacklog(store).want(ids[2], for: "example", note: "Cho <u>", by: "c", at: Fixture.instant)
        return store
    }

    @Test("a resource's page shows its relations and how those at the other end stand")
    func page() async throws {
        try await RunningService.serving(Self.store()) { service in
            let page = try await service.answer("/resources/example:dich").text
            #expect(page.contains("<h3>Dịch từ</h3>") && page.contains("<h3>Cần học trước</h3>"))
            #expect(page.contains("(đã rút)") && page.contains("chương &lt;i&gt;") && !page.contains("<i>"))
            #expect(page.contains("lang=\"en\">Original &lt;b&gt;</a>"))
            let original = try await service.answer("/resources/example:goc?lang=en").text
            #expect(original.contains("<h3>Translations</h3>") && original.contains("/resources/example:dich?lang=en"))
        }
    }

    @Test("the API tells relations in both directions")
    func answer() async throws {
        try await RunningService.serving(Self.store()) { service in
            let own = try await service.answer("/api/v1/resources/example:dich/relations").json()
            let relations = try #require(own["relations"] as? [[String: Any]])
            #expect(relations.compactMap { $0["relation"] as? String } == ["translationOf", "basedOn", "prerequisite"])
            #expect(relations.compactMap { $0["state"] as? String } == ["offered", "outside", "withdrawn"])
            let other = try await service.answer("/api/v1/resources/example:goc/relations").json()
            #expect((other["relations"] as? [[String: Any]])?.first?["relation"] as? String == "hasTranslation")
            #expect(try await service.answer("/api/v1/resources/none:1/relations").status == 404)
        }
    }

    @Test("the backlog's page says what is wanted, by whom and how far it is, escaped")
    func backlog() async throws {
        try await RunningService.serving(Self.store()) { service in
            let page = try await service.answer("/translations").text
            #expect(page.contains("Wanted &lt;i&gt;") && page.contains("Trường Thử: “Cho &lt;u&gt;”"))
            #expect(!page.contains("<i>") && !page.contains("<u>"))
            #expect(page.contains("1 nơi đề nghị"))
            let answer = try await service.answer("/api/v1/translations?state=wanted").json()
            let entries = try #require(answer["translations"] as? [[String: Any]])
            #expect(entries.compactMap { $0["id"] as? String } == ["example:can"])
            let published = try await service.answer("/api/v1/translations?state=published").json()
            #expect((published["translations"] as? [[String: Any]])?.isEmpty == true)
        }
    }
}
