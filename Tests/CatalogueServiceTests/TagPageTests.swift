import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Tags on pages and in the API")
struct TagPageTests {
    private struct Site {
        let store: CatalogueStore
        let curator: String
        let publisher: String
        let stranger: String
    }

    private static func site() throws -> Site {
        var reference = Fixture.reference
        reference.registers = Registers(
            institutions: reference.registers.institutions.values.flatMap(\.self)
                + [Institution(id: "khac", name: "Khác", type: "university")],
            territories: reference.registers.territories.values.flatMap(\.self))
        let store = try CatalogueStore()
        try store.replaceReferenceData(with: reference)
        try store.add(
            (0..<4).map { number in
                Fixture.resource("example:\(number)", title: "Bếp \(number)") { $0.keywords = ["bếp núc"] }
            } + [
                Fixture.resource("khac:1", title: "Của nơi khác") { $0.publisher = Publisher(id: "khac", name: "Khác") }
            ])
        return Site(
            store: store, curator: try store.key(.curator), publisher: try store.key(.publisher),
            stranger: try store.key(.publisher, of: "khac"))
    }

    private static func json(_ value: Any) throws -> Data { try JSONSerialization.data(withJSONObject: value) }

    private static func headers(_ key: String) -> [String: String] {
        ["Authorization": "Bearer \(key)", "Content-Type": "application/json"]
    }

    @Test("a publisher tags by API, learners see the tag on the resource, its page, its feed and as a facet")
    func tagging() async throws {
        let site = try Self.site()
        try await RunningService.serving(site.store) { service in
            let sent = try await service.answer(
                "/api/v1/resources/example:0/tags", method: "POST", headers: Self.headers(site.publisher),
                body: Self.json(["tags": ["Nấu ăn", "<script>alert(1)</script>x"]]))
            #expect(sent.status == 200)
            let page = try await service.answer("/resources/example:0").text
            #expect(page.contains("href=\"/tags/nau-an\">Nấu ăn</a>"))
            #expect(!page.contains("<script>alert"))
            let tag = try await service.answer("/tags/nau-an")
            #expect(tag.status == 200 && tag.text.contains("Bếp 0"))
            let feed = try await service.answer("/tags/nau-an/feed.atom")
            #expect(feed.headers["content-type"]?.hasPrefix("application/atom+xml") == true)
            #expect(feed.text.contains("<title>Bếp 0</title>"))
            let search = try await service.answer("/search?q=bep").text
            #expect(search.contains("tag=nau-an"))
            let narrowed = try await service.answer("/api/v1/search?tag=nau-an").json()
            #expect(narrowed["total"] as? Int == 1)
            let all = try await service.answer("/tags").text
            #expect(all.contains("Nấu ăn") && !all.contains("<script>alert"))
        }
    }

    @Test("another institution's resource, no key, a wrong body and ten thousand tags get clear answers")
    func refusals() async throws {
        let site = try Self.site()
        try await RunningService.serving(site.store) { service in
            let path = "/api/v1/resources/example:0/tags"
            let body = try Self.json(["tags": ["a"]])
            for (headers, body, status) in [
                (Self.headers(site.stranger), body, 403), (["Content-Type": "application/json"], body, 401),
                (["Authorization": "Bearer \(site.publisher)", "Content-Type": "text/plain"], body, 415),
                (Self.headers(site.publisher), Data("{".utf8), 400),
                (Self.headers(site.publisher), try Self.json(["tags": (0..<10_000).map { "thẻ \($0)" }]), 422),
                (Self.headers(site.publisher), try Self.json(["tags": ["  "]]), 422),
                (
                    Self.headers(site.publisher), try Self.json(["concepts": [["scheme": "subjects", "code": "x"]]]),
                    422
                ),
            ] {
                let answer = try await service.answer(path, method: "POST", headers: headers, body: body)
                #expect(answer.status == status, "\(answer.text)")
                #expect(answer.headers["content-type"]?.hasPrefix("application/problem+json") == true)
            }
            let none = try await service.answer(path).json()
            #expect((none["tags"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("a reader suggests without an account, nothing is assigned until a curator accepts it in the queue")
    func suggesting() async throws {
        let site = try Self.site()
        try await RunningService.serving(site.store) { service in
            let reader = SignedInBrowser(service)
            let path = "/resources/example:1/tags"
            let thanks = try await reader.submit(to: path, from: path, ["names": "Món chay, <b>đậm</b>"])
            #expect(thanks.status == 200 && thanks.text.contains("đề nghị đã được ghi"))
            #expect(try await !service.answer("/resources/example:1").text.contains("/tags/mon-chay"))
            let curator = try await SignedInBrowser(service, key: site.curator)
            let queue = try await curator.open("/review/tags").text
            #expect(queue.contains("Món chay") && queue.contains("&lt;b&gt;đậm&lt;/b&gt;"))
            let number = try #require(
                try Tags(site.store).suggestions(limit: 10).suggestions.first { $0.name == "Món chay" }
            ).number
            let done = try await curator.submit(
                to: "/review/tags/suggestions/\(number)", from: "/review/tags", ["action": "accept"])
            #expect(done.status == 303)
            #expect(try await service.answer("/resources/example:1").text.contains("/tags/mon-chay"))
        }
    }

    @Test("one visitor may suggest twenty times an hour")
    func limited() async throws {
        let site = try Self.site()
        try await RunningService.serving(site.store) { service in
            var statuses: [Int] = []
            for number in 0..<22 {
                statuses.append(
                    try await service.answer(
                        "/api/v1/resources/example:1/tag-suggestions", method: "POST",
                        headers: ["Content-Type": "application/json"], body: Self.json(["tags": ["thẻ \(number)"]])
                    ).status)
            }
            #expect(statuses == Array(repeating: 202, count: 20) + [429, 429])
        }
    }

    @Test("curators merge a tag on its page: its address leads on, and parting brings it back")
    func merging() async throws {
        let site = try Self.site()
        let tags = Tags(site.store)
        for (id, name) in [("example:0", "Nấu ăn"), ("example:1", "Nấu nướng")] {
            try tags.assign(
                [.free(TagName(name))], to: try #require(ResourceID(id)), by: "command", at: Fixture.instant)
        }
        try await RunningService.serving(site.store) { service in
            #expect(try await service.answer("/tags/nau-an/edit", accept: "text/html").status == 303)
            let publisher = try await SignedInBrowser(service, key: site.publisher)
            #expect(try await publisher.open("/tags/nau-an/edit").status == 403)
            let curator = try await SignedInBrowser(service, key: site.curator)
            let merged = try await curator.submit(
                to: "/tags/nau-nuong/edit", from: "/tags/nau-nuong/edit", ["action": "merge", "into": "nau-an"])
            #expect(merged.status == 303)
            let old = try await service.answer("/tags/nau-nuong")
            #expect(old.status == 301 && old.headers["location"] == "/tags/nau-an")
            let page = try await service.answer("/tags/nau-an").text
            #expect(page.contains("Bếp 0") && page.contains("Bếp 1") && page.contains("Nấu nướng"))
            try await curator.submit(
                to: "/tags/nau-an/edit", from: "/tags/nau-an/edit", ["action": "unmerge", "merged": "nau-nuong"])
            #expect(try await service.answer("/tags/nau-nuong").status == 200)
            try await curator.submit(to: "/tags/nau-an/edit", from: "/tags/nau-an/edit", ["action": "delete"])
            #expect(try await service.answer("/tags/nau-an").status == 410)
        }
    }

    @Test("tagging by query is previewed, done, and undone on one page; publishers may not")
    func bulk() async throws {
        let site = try Self.site()
        try await RunningService.serving(site.store) { service in
            let publisher = try await SignedInBrowser(service, key: site.publisher)
            #expect(try await publisher.open("/review/tags/bulk").status == 403)
            let curator = try await SignedInBrowser(service, key: site.curator)
            let address = "/review/tags/bulk?query=bep&verb=add&scheme=tags&name=B%E1%BA%BFp"
            let preview = try await curator.open(address).text
            #expect(preview.contains("4 học liệu tìm được; 4 sẽ thay đổi"))
            let token = try #require(preview.firstMatch(of: /name="token" value="([0-9a-f]+)"/)).1
            let done = try await curator.submit(
                to: "/review/tags/bulk", from: address,
                ["query": "bep", "verb": "add", "scheme": "tags", "name": "Bếp", "token": String(token)])
            #expect(done.status == 303)
            #expect(try await service.answer("/api/v1/tags/bep").json()["resources"] as? Int == 4)
            let again = try await curator.submit(
                to: "/review/tags/bulk", from: address,
                ["query": "bep", "verb": "add", "scheme": "tags", "name": "Bếp", "token": String(token)])
            #expect(again.status == 409)
            try await curator.submit(to: "/review/tags/bulk", from: "/review/tags/bulk", ["undo": "1"])
            #expect(try await service.answer("/api/v1/tags/bep").json()["resources"] as? Int == 0)
        }
    }
}
