import CatalogueModel
import CatalogueSearch
import CatalogueService
import CatalogueStore
import Foundation
import GRDB
import Hummingbird
import Logging
import Publishing
import TestSupport
import Testing

@Suite("API")
struct APITests {
    private static func store() throws -> CatalogueStore {
        try CatalogueStore.containing(
            Fixture.resource("example:nau-an", title: "Nấu ăn ngon") { resource in
                resource.description = "Học nấu ăn từ đầu, <b>đơn giản</b>."
                resource.languages = Fixture.languages("vi")
                resource.resourceTypes = ["video"]
                resource.subjects = ["101"]
                resource.licence = "CC-BY-4.0"
            },
            Fixture.resource("example:a/b c".replacing(" ", with: "%"), title: "Mã lạ"))
    }

    @Test("answers a search with hits, snippets and facets")
    func search() async throws {
        try await RunningService.serving(Self.store()) { service in
            let answer = try await service.answer("/api/v1/search?q=nau+an&type=video&lang=en")
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
            let json = try answer.json()
            #expect(json["total"] as? Int == 1)
            let hit = try #require((json["hits"] as? [[String: Any]])?.first)
            #expect(hit["id"] as? String == "example:nau-an")
            #expect(hit["url"] as? String == "https://example.org/example:nau-an")
            #expect(hit["snippet"] as? String == "Học <mark>nấu ăn</mark> từ đầu, &lt;b&gt;đơn giản&lt;/b&gt;.")
            #expect((hit["score"] as? Double ?? 0) > 0)
            let types = try #require((json["facets"] as? [String: [[String: Any]]])?["type"]?.first)
            #expect(types["label"] as? String == "Video" && types["selected"] as? Bool == true)
        }
    }

    @Test("a plus sign in a query is a space, %2B is a plus")
    func plus() async throws {
        try await RunningService.serving(Self.store()) { service in
            for query in ["nau+an", "nau%20an", "N%E1%BA%A4U%2B%C4%82N"] {
                let json = try await service.answer("/api/v1/search?q=\(query)").json()
                #expect(json["total"] as? Int == 1, "\(query)")
            }
        }
    }

    @Test(
        "a bad request is told what is wrong",
        arguments: [
            ("/api/v1/search?page=-1", 400), ("/api/v1/search?page=abc", 400), ("/api/v1/search?size=0", 400),
            ("/api/v1/search?size=101", 400), ("/api/v1/search?page=999999", 400), ("/api/v1/search?sort=best", 400),
            ("/api/v1/search?tpye=video", 400), ("/api/v1/search?page=99999999999999999999", 400),
            ("/api/v1/resources/example:none", 404), ("/api/v1/resources/%00", 404), ("/api/v1/vocabularies/none", 404),
            ("/api/v1/none", 404), ("/api/v2/search", 404),
        ])
    func problems(path: String, status: Int) async throws {
        try await RunningService.serving(Self.store()) { service in
            for (suffix, language) in [("", "vi"), ((path.contains("?") ? "&" : "?") + "lang=en", "en")] {
                let answer = try await service.answer(path + suffix)
                #expect(answer.status == status)
                #expect(answer.headers["content-type"] == "application/problem+json; charset=utf-8")
                #expect(answer.headers["content-language"] == language)
                let problem = try answer.json()
                #expect(problem["status"] as? Int == status)
                #expect((problem["detail"] as? String ?? "").isEmpty == false)
                #expect(path.hasPrefix(problem["instance"] as? String ?? "none"))
            }
        }
    }

    @Test(
        "any text may be asked for",
        arguments: [
            "%22", "%22%22%22", "AND%20OR%20NOT", "a%00b", "%ED%A0%80", "%FF%FE", "%", "%zz", "*", "NEAR(", "%27%3B--",
            String(repeating: "x", count: 10_000), String(repeating: "h%E1%BB%8Dc+", count: 700),
        ])
    func anyText(query: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            for path in ["/api/v1/search", "/search"] {
                let answer = try await service.answer("\(path)?q=\(query)")
                #expect(answer.status == 200, "\(path)")
            }
        }
    }

    @Test("other methods than GET and HEAD are 405 where GET is known, HEAD has no body")
    func methods() async throws {
        try await RunningService.serving(Self.store()) { service in
            for path in ["/", "/search", "/api/v1/search", "/healthz", "/resources/example:nau-an"] {
                let refused = try await service.answer(path, method: "DELETE")
                #expect(refused.status == 405 && refused.headers["allow"] == "GET, HEAD", "\(path)")
                let head = try await service.answer(path, method: "HEAD")
                #expect(head.status == 200 && head.body.isEmpty, "\(path)")
            }
            #expect(try await service.answer("/nowhere", method: "POST").status == 404)
        }
    }

    @Test("a resource is schema.org JSON-LD, found by its encoded identifier")
    func resource() async throws {
        try await RunningService.serving(Self.store()) { service in
            let answer = try await service.answer("/api/v1/resources/example:nau-an")
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "application/ld+json; charset=utf-8")
            #expect(answer.headers["etag"] == "\"1\"")
            #expect(try answer.json()["name"] as? String == "Nấu ăn ngon")
            let strange = try await service.answer("/api/v1/resources/example:a%2Fb%25c").json()
            #expect(strange["name"] as? String == "Mã lạ")
        }
    }

    @Test("/openapi.json names every route of the API, and no other")
    func openAPIRoutes() throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let service = CatalogueService(Searcher(try Self.store()), logger: logger, clock: { Fixture.instant })
        let routes = try service.router().routes.map { "\($0.method) \($0.path)" }
            .filter { $0.contains(" /api/") || $0.hasSuffix(" /healthz") || $0.hasSuffix(" /openapi.json") }
        let document =
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(fileURLWithPath: Project.openAPI))) as? [String: Any]
        let paths = try #require(document?["paths"] as? [String: [String: Any]])
        let named = paths.flatMap { path, item in item.keys.map { "\($0.uppercased()) \(path)" } }
        #expect(Set(routes) == Set(named), "\(Set(routes).symmetricDifference(named).sorted())")
    }

    @Test("every path of /openapi.json answers as it says")
    func openAPI() async throws {
        let store = try Self.store()
        let key = ["Authorization": "Bearer \(try store.key(.publisher))"]
        let curator = Principal(keyID: "x", name: "x", role: .curator)
        _ = try store.deposits(by: curator, at: Fixture.instant) { desk in
            try desk.takeOver(try #require(ResourceID("example:nau-an")), if: .any)
        }
        try await RunningService.serving(store) { service in
            let document = try await service.answer("/openapi.json").json()
            let paths = try #require(document["paths"] as? [String: [String: Any]])
            for (path, item) in paths {
                let real = path.replacing("{id}", with: "example:nau-an").replacing("{scheme}", with: "subjects")
                    .replacing("{version}", with: "1")
                    .replacing("{slug}", with: "none")
                for (method, operation) in item where method != "get" {
                    let responses = (operation as? [String: Any])?["responses"] as? [String: Any]
                    let refused = try await service.answer(real, method: method.uppercased())
                    // What anybody may send has no scheme of keys, and an empty body is told to be wrong.
                    let isForAnybody = (operation as? [String: Any])?["security"] == nil
                    #expect((refused.status == 401) != isForAnybody, "\(method) \(path)")
                    #expect(responses?["\(refused.status)"] != nil, "\(method) \(path)")
                }
                guard let get = item["get"] as? [String: Any] else { continue }
                let responses = try #require(get["responses"] as? [String: [String: Any]])
                let parameters = (get["parameters"] as? [[String: Any]] ?? []).filter { $0["in"] as? String == "query" }
                let needed = parameters.filter { $0["required"] as? Bool == true }.compactMap(Self.probe)
                let query = needed.isEmpty ? "" : "?" + needed.joined(separator: "&")
                let answer = try await service.answer(real + query, headers: key)
                let promised = try #require(responses["\(answer.status)"], "\(path)")
                let types = try #require(promised["content"] as? [String: Any])
                #expect(types.keys.contains { answer.headers["content-type"]?.hasPrefix($0) == true }, "\(path)")
                for probe in parameters.compactMap(Self.probe) where !needed.contains(probe) {
                    let asked = real + (query.isEmpty ? "?" : query + "&") + probe
                    #expect(try await service.answer(asked, headers: key).status == answer.status, "\(asked)")
                }
            }
        }
    }

    /// A parameter with a value it takes.
    private static func probe(_ parameter: [String: Any]) -> String? {
        guard let name = parameter["name"] as? String else { return nil }
        let schema = parameter["schema"] as? [String: Any]
        let known = (schema?["enum"] as? [String])?.last ?? (schema?["type"] as? String == "integer" ? "1" : nil)
        if schema?["format"] as? String == "date" { return name + "=2023-01-01" }
        return name + "=" + (known ?? (name == "sort" ? "date" : name == "institution" ? "example" : "x"))
    }

    @Test("every vocabulary is served with labels in both languages")
    func vocabularies() async throws {
        try await RunningService.serving(Self.store()) { service in
            let schemes = try #require(try await service.answer("/api/v1/vocabularies").json()["schemes"] as? [String])
            #expect(schemes.contains("subjects") && schemes.contains("licences"))
            for scheme in schemes {
                let answer = try await service.answer("/api/v1/vocabularies/\(scheme)")
                #expect(answer.status == 200)
                for concept in try #require(try answer.json()["concepts"] as? [[String: Any]]) {
                    let labels = try #require(concept["prefLabel"] as? [String: String])
                    #expect(Set(labels.keys) == ["vi", "en"])
                }
            }
        }
    }

    @Test("the service is well until its index cannot answer")
    func health() async throws {
        let store = try Self.store()
        try await RunningService.serving(store) { service in
            let well = try await service.answer("/healthz").json()
            #expect(well["status"] as? String == "ok")
            try store.write {
                try $0.execute(
                    sql:
                        "UPDATE meta SET value = '0' WHERE key = 'analysisVersion'; UPDATE meta SET value = value + 1 WHERE key = 'referenceVersion'"
                )
            }
            #expect(try await service.answer("/healthz").status == 503)
            #expect(try await service.answer("/api/v1/search?q=a").status == 503)
        }
    }
}
