import CatalogueModel
import CatalogueStore
import Foundation
import TestSupport
import Testing
import Vocabularies

@Suite("Pages of harvests")
struct HarvestPageTests {
    /// A catalogue with one source, one run that refused and warned, and one withdrawn resource.
    private static func store() throws -> CatalogueStore {
        let store = try CatalogueStore()
        try store.replaceReferenceData(with: Fixture.reference)
        let source = HarvestSource(
            id: "nguon-thu", institution: "example", sourceProtocol: .oaiPMH,
            urls: ["https://example.org/oai"])
        try store.save(source, at: Fixture.instant)
        let session = try HarvestSession(
            store, source: source.id, kind: .full, holder: "test", at: Fixture.instant)
        _ = try session.save(
            [
                HarvestedRecord(identifier: "1", content: .record(record("1", title: "Nuôi <b>tôm</b>"), warnings: [])),
                HarvestedRecord(identifier: "2", content: .record(record("2", title: ""), warnings: [])),
                HarvestedRecord(identifier: "3", content: .record(record("3", title: "Sẽ bị xóa"), warnings: [])),
            ], checkpoint: nil, at: Fixture.instant)
        _ = try session.save(
            [HarvestedRecord(identifier: "3", content: .deleted)], checkpoint: nil, at: Fixture.instant)
        session.note(HarvestNotice(code: "x", vietnamese: "Chú ý <i>thử</i>", english: "A notice"))
        try session.finish(.complete(checkpoint: "{}"), at: Fixture.instant)
        return store
    }

    private static func record(_ id: String, title: String) -> SourceRecord {
        SourceRecord(
            location: SourceLocation(file: "https://example.org/oai", line: 1),
            values: [.identifier: ["example:\(id)"], .name: [title], .url: ["https://example.org/\(id)"]])
    }

    @Test(
        "sources, a source, a run and the help page answer in both languages, escaped, with links that lead somewhere",
        arguments: ["/sources", "/sources/nguon-thu", "/runs/1", "/help/records"])
    func pages(path: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            for language in ["", "?lang=en"] {
                let page = try await service.answer(path + language)
                #expect(page.status == 200)
                #expect(!page.text.contains("<i>thử") && !page.text.contains("{{"))
                for href in Set(page.text.matches(of: /href="(\/[^"#]*)/).map { String($0.1) }) {
                    let target = href.replacing("&amp;", with: "&")
                    #expect(try await service.answer(target).status == 200, "\(path) → \(target)")
                }
            }
        }
    }

    @Test("a run's page says what was refused, where the standards state it and how to mend it")
    func report() async throws {
        try await RunningService.serving(Self.store()) { service in
            let page = try await service.answer("/runs/1").text
            for text in ["missing-field", "dc:title", "Cách sửa:", "một phần", "Chú ý &lt;i&gt;thử"] {
                #expect(page.contains(text), "\(text)")
            }
            let answer = try await service.answer("/api/v1/runs/1?lang=en").json()
            #expect(answer["verdict"] as? String == "partial")
            let problems = try #require(answer["problems"] as? [[String: Any]])
            #expect(
                problems.contains { $0["reason"] as? String == "missing-field" && $0["field"] as? String == "name" })
        }
    }

    @Test(
        "a withdrawn resource is gone, with the reason; its neighbours stay",
        arguments: ["/resources/", "/api/v1/resources/"])
    func withdrawn(path: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            let gone = try await service.answer(path + "example:3", accept: "text/html")
            #expect(gone.status == 410 && gone.text.contains("đã xóa học liệu này"))
            #expect(try await service.answer(path + "example:1").status == 200)
            let found = try await service.answer("/api/v1/search?q=xoa").json()
            #expect(found["total"] as? Int == 0)
        }
    }

    @Test(
        "what is not there is 404",
        arguments: ["/sources/none", "/runs/99", "/runs/x", "/api/v1/sources/none", "/api/v1/runs/0", "/help/none"])
    func missing(path: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            let answer = try await service.answer(path)
            #expect(answer.status == 404)
        }
    }
}
