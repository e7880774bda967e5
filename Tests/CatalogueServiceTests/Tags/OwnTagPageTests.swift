import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("What institutions tag by themselves")
struct OwnTagPageTests {
    private static func store() throws -> CatalogueStore {
        var reference = Fixture.reference
        reference.registers = Registers(
            institutions: reference.registers.institutions.values.flatMap(\.self)
                + [Institution(id: "khac", name: "Khác", type: "university")],
            territories: reference.registers.territories.values.flatMap(\.self))
        let store = try CatalogueStore()
        try store.replaceReferenceData(with: reference)
        try store.add(
            (0..<4).map { number in
                Fixture.resource("example:\(number)", title: "Bếp \(number)") {
                    if number > 1 { $0.publisher = Publisher(id: "khac", name: "Khác") }
                }
            })
        return store
    }

    @Test("a publisher finds the own page and bulk tagging in the bar, and tags only the own resources there")
    func bulk() async throws {
        let store = try Self.store()
        let (key, stranger) = (try store.key(.publisher), try store.key(.publisher, of: "khac"))
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let path = "/institutions/example/tags"
            let home = try await browser.open("/").text
            #expect(home.contains("href=\"/institutions/example\"") && home.contains("href=\"\(path)\""))
            #expect(try await !service.answer("/").text.contains(path))
            let address = path + "?query=bep&verb=add&scheme=tags&name=B%E1%BA%BFp"
            let preview = try await browser.open(address).text
            #expect(preview.contains("4 học liệu tìm được; 2 sẽ thay đổi"))
            #expect(preview.contains("2 học liệu tìm được là của đơn vị khác"))
            #expect(preview.contains(">Bếp 0</a>") && preview.contains("<small>example:0</small>"))
            #expect(!preview.contains("Bếp 2"))
            let token = try #require(preview.firstMatch(of: /name="token" value="([0-9a-f]+)"/)).1
            let fields: KeyValuePairs = [
                "query": "bep", "verb": "add", "scheme": "tags", "name": "Bếp", "token": String(token),
            ]
            #expect(try await browser.submit(to: path, from: address, fields).status == 303)
            #expect(try await service.answer("/api/v1/tags/bep").json()["resources"] as? Int == 2)
            let other = try await SignedInBrowser(service, key: stranger)
            #expect(try await other.open(path).status == 403)
            #expect(try await other.submit(to: path, from: "/institutions/khac/tags", fields).status == 403)
            let others = "/institutions/khac/tags"
            #expect(try await !other.open(others).text.contains("name=\"undo\""), "others' batches are not theirs")
            #expect(try await other.submit(to: others, ["undo": "1"]).status == 404)
            #expect(try await browser.submit(to: path, ["undo": "1"]).status == 303)
            #expect(try await service.answer("/api/v1/tags/bep").json()["resources"] as? Int == 0)
            #expect(try await !service.answer("/tags").text.contains("/tags/bep"), "on nothing, not listed")
            #expect(try await service.answer("/api/v1/tags").json()["tags"] as? [String] == [])
            #expect(try await service.answer("/tags/bep").status == 200)
        }
    }

    @Test("what a threshold would assign is listed by titles, with who set it")
    func automatic() async throws {
        let store = try DepositProposalTests.store()
        try store.add([Fixture.resource("example:50", title: "Ao nuôi tôm, giống tôm, bệnh của tôm")])
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let path = "/institutions/example/automatic"
            #expect(try await browser.submit(to: path, ["subjects": "50"]).status == 303)
            let page = try await browser.open(path).text
            #expect(page.contains(">Ao nuôi tôm, giống tôm, bệnh của tôm</a>"))
            #expect(page.contains("<small>example:50</small>") && page.contains("publisher") && !page.contains("key:"))
        }
    }

    @Test("by the API a publisher's key tags the own resources in bulk, and says how many were left alone")
    func bulkAPI() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            func send(_ path: String, _ body: [String: Any]) async throws -> RunningService.Answer {
                try await service.answer(
                    path, method: "POST",
                    headers: ["Authorization": "Bearer \(key)", "Content-Type": "application/json"],
                    body: try JSONSerialization.data(withJSONObject: body))
            }
            var body: [String: Any] = ["verb": "add", "name": "Thủy sản", "scheme": "subjects", "query": "bep"]
            let preview = try await send("/api/v1/tags:bulk", body).json()
            #expect(preview["hits"] as? Int == 4 && preview["leftOut"] as? Int == 2)
            body["token"] = preview["token"]
            let done = try await send("/api/v1/tags:bulk", body).json()
            #expect(done["changed"] as? Int == 2)
            let found = try await service.answer("/api/v1/search?subject=083").json()
            #expect(found["total"] as? Int == 2)
            let undone = try await send("/api/v1/tags:bulk-undo", ["batch": done["batch"] ?? 0]).json()
            #expect(undone["changed"] as? Int == 2)
        }
    }

    @Test("a deposit that waits is tagged by its publisher and curators, and readers see nothing until it is published")
    func waiting() async throws {
        let store = try Self.store()
        let (key, curatorKey) = (try store.key(.publisher), try store.key(.curator))
        let stranger = try store.key(.publisher, of: "khac")
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            try await browser.submit(to: "/deposit", ["name": "Một", "url": "https://example.org/1", "action": "send"])
            let path = "/resources/example:mot/tags"
            #expect(try await browser.open("/deposits/example:mot").text.contains("href=\"\(path)\""))
            #expect(try await browser.open(path).text.contains("chưa được công bố"))
            let added = try await browser.submit(to: path, ["names": "Món mới", "concept": "nau an", "action": "add"])
            #expect(added.status == 303)
            let deposit = try await browser.open("/deposits/example:mot").text
            #expect(deposit.contains(">Món mới</a>") && deposit.contains("gắn thẻ"))
            #expect(deposit.contains("“Dịch vụ cá nhân”"), "the history tells names, not codes")
            for address in ["/tags/mon-moi", "/tags/mon-moi/feed.atom", "/api/v1/tags/mon-moi"] {
                #expect(try await service.answer(address).status == 404, "\(address)")
            }
            #expect(try await browser.open("/tags/mon-moi").status == 200)
            let reader = SignedInBrowser(service)
            let other = try await SignedInBrowser(service, key: stranger)
            for browser in [reader, other] {
                #expect(try await browser.open(path).status == 404)
                let sent = try await browser.submit(to: path, from: "/resources/example:0/tags", ["names": "Lén"])
                #expect(sent.status == 404)
            }
            #expect(try await service.answer("/api/v1/resources/example:mot/tags").status == 404)
            #expect(try await !service.answer("/tags").text.contains("Món mới"))
            let api = try await service.answer(
                "/api/v1/resources/example:mot/tags", method: "POST",
                headers: ["Authorization": "Bearer \(key)", "Content-Type": "application/json"],
                body: Data(#"{"tags": ["Bằng máy"]}"#.utf8))
            #expect(api.status == 200)
            let curator = try await SignedInBrowser(service, key: curatorKey)
            #expect(try await curator.open("/review/example:mot").text.contains("Món mới"))
            #expect(try await curator.submit(to: path, ["names": "Của Lan", "action": "add"]).status == 303)
            let decided = try await curator.submit(
                to: "/review/example:mot", ["decision": "publish", "revision": "1"])
            #expect(decided.status == 303)
            #expect(try await service.answer("/tags/mon-moi").text.contains("Một"))
            let page = try await service.answer("/resources/example:mot").text
            for tag in ["Món mới", "Bằng máy", "Của Lan", "Dịch vụ cá nhân"] { #expect(page.contains(tag), "\(tag)") }
            #expect(try store.check().isWell)
        }
    }
}
