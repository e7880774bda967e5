import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Depositing by the API")
struct DepositAPITests {
    private static func record(_ fields: [String: Any] = [:]) throws -> Data {
        let record: [String: Any] = [
            "name": "Trồng lúa", "url": "https://example.org/1", "inLanguage": "vi",
            "license": "https://creativecommons.org/licenses/by/4.0/",
        ]
        return try JSONSerialization.data(withJSONObject: record.merging(fields) { $1 }, options: .sortedKeys)
    }

    private static func store(isTrusted: Bool = true) throws -> CatalogueStore {
        let store = try CatalogueStore.containing(Fixture.resource("example:old", title: "Từ nguồn"))
        if isTrusted { try store.trust("example", true, by: "command", at: Fixture.instant) }
        return store
    }

    private struct Client {
        let service: RunningService
        let key: String

        func send(
            _ method: String, _ path: String, _ body: Data? = nil, type: String = "application/json",
            _ headers: [String: String] = [:]
        ) async throws -> RunningService.Answer {
            try await service.answer(
                path, method: method,
                headers: ["Authorization": "Bearer \(key)", "Content-Type": type].merging(headers) { $1 }, body: body)
        }
    }

    @Test("A resource is made, read, changed, withdrawn and restored")
    func life() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let client = Client(service: service, key: key)
            let made = try await client.send("POST", "/api/v1/resources", Self.record())
            #expect(made.status == 201 && made.headers["location"] == "/api/v1/resources/example:trong-lua")
            #expect(try made.json()["state"] as? String == "published")
            let read = try await service.answer("/api/v1/resources/example:trong-lua")
            #expect(read.status == 200)
            let tag = try #require(read.headers["etag"])
            let path = "/api/v1/resources/example:trong-lua"
            let changed = try await client.send(
                "PUT", path, Self.record(["name": "Trồng ngô"]), ["If-Match": tag])
            #expect(changed.status == 200 && changed.headers["etag"] == "\"r2\"")
            #expect(try await service.answer(path).json()["name"] as? String == "Trồng ngô")
            let versions = try await service.answer(path + "/versions").json()["versions"] as? [[String: Any]]
            #expect(versions?.compactMap { $0["version"] as? Int } == [2, 1])
            #expect(versions?.first?["createdBy"] == nil)
            let older = try await service.answer(path + "/versions/1").json()
            #expect(older["name"] as? String == "Trồng lúa")
            let compared = try await service.answer(path + "/versions:compare?from=1&to=2").json()
            let difference = try #require((compared["differences"] as? [[String: Any]])?.first)
            #expect(difference["field"] as? String == "name" && difference["after"] as? [String] == ["Trồng ngô"])
            let gone = try await client.send("DELETE", path + "?reason=C%C5%A9", nil, ["If-Match": "\"r2\""])
            #expect(gone.status == 200)
            let tombstone = try await service.answer(path)
            #expect(tombstone.status == 410 && tombstone.text.contains("Lý do: Cũ"))
            #expect(try await service.answer(path + "/versions/1").status == 410)
            #expect(try await client.send("GET", path + "/versions/1").status == 200)
            let back = try await client.send("POST", path + "/versions/1/restore", nil, ["If-Match": "\"r3\""])
            #expect(back.status == 200)
            #expect(try await service.answer(path).json()["name"] as? String == "Trồng lúa")
            #expect(try store.check().isWell)
        }
    }

    @Test("Without trust a deposit waits: 202, seen by its institution and by nobody else")
    func waiting() async throws {
        let store = try Self.store(isTrusted: false)
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let client = Client(service: service, key: key)
            let made = try await client.send("POST", "/api/v1/resources", Self.record())
            #expect(made.status == 202 && made.headers["location"] == "/api/v1/deposits/example:trong-lua")
            #expect(try await service.answer("/api/v1/resources/example:trong-lua").status == 404)
            #expect(try await service.answer("/resources/example:trong-lua").status == 404)
            #expect(try await service.answer("/api/v1/search?q=trong+lua").json()["total"] as? Int == 0)
            #expect(try await service.answer("/api/v1/deposits/example:trong-lua").status == 401)
            let own = try await client.send("GET", "/api/v1/deposits/example:trong-lua")
            #expect(own.status == 200 && own.headers["etag"] == "\"r1\"")
            #expect((try own.json()["record"] as? [String: Any])?["name"] as? String == "Trồng lúa")
            let list = try await client.send("GET", "/api/v1/deposits?state=submitted").json()
            #expect(list["total"] as? Int == 1)
        }
    }

    @Test("A change says which state it is meant for, and is refused where that is not the one that stands")
    func conditions() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let client = Client(service: service, key: key)
            _ = try await client.send("POST", "/api/v1/resources", Self.record())
            let path = "/api/v1/resources/example:trong-lua"
            let missing = try await client.send("PUT", path, Self.record())
            #expect(missing.status == 428 && missing.headers["etag"] == "\"r1\"")
            let stale = try await client.send("PUT", path, Self.record(), ["If-Match": "\"r9\""])
            #expect(stale.status == 412 && stale.headers["etag"] == "\"r1\"")
            #expect(try await client.send("DELETE", path + "?reason=x").status == 428)
            #expect(try await client.send("DELETE", path, nil, ["If-Match": "*"]).status == 422)
            #expect(
                try await client.send("PUT", "/api/v1/resources/example:none", Self.record(), ["If-Match": "*"]).status
                    == 404)
            let new = try await client.send(
                "PUT", "/api/v1/resources/example:new", Self.record(), ["If-None-Match": "*"])
            #expect(new.status == 201 && new.headers["location"] == "/api/v1/resources/example:new")
            let harvested = try await client.send(
                "PUT", "/api/v1/resources/example:old", Self.record(), ["If-Match": "\"1\""])
            #expect(harvested.status == 409 && harvested.text.contains("take_over"))
            let taken = try await client.send(
                "PUT", "/api/v1/resources/example:old?take_over=true", Self.record(), ["If-Match": "\"1\""])
            #expect(taken.status == 200)
            let other = try await client.send(
                "PUT", path, Self.record(["identifier": "example:x"]), ["If-Match": "*"])
            #expect(other.status == 422)
        }
    }

    @Test("A request that names itself is done once; the name is good for no other")
    func idempotency() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        let otherKey = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let client = Client(service: service, key: key)
            let name = ["Idempotency-Key": "abc"]
            let answers = try await withThrowingTaskGroup(of: RunningService.Answer.self) { tasks in
                for _ in 0..<4 {
                    tasks.addTask { try await client.send("POST", "/api/v1/resources", Self.record(), name) }
                }
                return try await tasks.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers.map(\.text)).count == 1 && answers.allSatisfy { $0.status == 201 })
            #expect(Set(answers.map { $0.headers["location"] }).count == 1)
            let other = try await client.send("POST", "/api/v1/resources", Self.record(["name": "Khác"]), name)
            #expect(other.status == 422)
            let another = Client(service: service, key: otherKey)
            #expect(
                try await another.send("POST", "/api/v1/resources", Self.record(), name).headers["location"]
                    == "/api/v1/resources/example:trong-lua-2")
            #expect(
                try await client.send(
                    "POST", "/api/v1/resources", Self.record(),
                    ["Idempotency-Key": String(repeating: "x", count: 256)]
                ).status == 400)
        }
    }

    @Test("What is wrong is told field by field, in the language asked for")
    func problems() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let client = Client(service: service, key: key)
            for (query, word) in [("", "Thiếu giá trị"), ("?lang=en", "required")] {
                let answer = try await client.send(
                    "POST", "/api/v1/resources" + query, Self.record(["name": "", "url": "javascript:alert(1)"]))
                #expect(answer.status == 422)
                #expect(answer.headers["content-type"]?.hasPrefix("application/problem+json") == true)
                let errors = try #require(try answer.json()["errors"] as? [[String: String]])
                #expect(Set(errors.compactMap { $0["field"] }).isSuperset(of: ["name", "url"]))
                #expect(errors.contains { $0["detail"]?.contains(word) == true && $0["remedy"]?.isEmpty == false })
            }
        }
    }

    @Test("Wrong keys, types, sizes and records are each told apart")
    func refusals() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        let official = try store.key(.official)
        let expired = try store.key(.publisher, days: 1)
        let revoked = try store.key(.publisher)
        let time = TestTime()
        time.pass(.seconds(86_400))
        for known in try AccessKeys(store).all() {
            let principal = try? AccessKeys(store).principal(bearing: revoked, at: Fixture.instant)
            if known.principal == principal {
                try AccessKeys(store).revoke(known.principal.name, by: "command", at: Fixture.instant)
            }
        }
        try await RunningService.serving(store, clock: { time.now }) { service in
            let path = "/api/v1/resources"
            let body = try Self.record()
            for (name, status) in [(expired, 401), (revoked, 401), (official, 403), ("hlm_x", 401)] {
                let answer = try await Client(service: service, key: name).send("POST", path, body)
                #expect(answer.status == status, "\(answer.text)")
            }
            #expect(try await service.answer(path, method: "POST", body: body).status == 401)
            let client = Client(service: service, key: key)
            let foreign = try Self.record(["publisher": ["identifier": "other", "name": "Khác"]])
            for (status, sent, type) in [
                (415, body, "text/html"), (415, body, "application/xml"), (422, Data(), "application/json"),
                (422, Data("[{},{}]".utf8), "application/json"), (422, Data("{".utf8), "application/json"),
                (403, foreign, "application/json"),
                (413, Data(repeating: 0x20, count: 2 << 20), "application/json"),
                (400, Data("Tiêu đề\nA\n".utf8), "text/csv"),
            ] {
                let answer = try await client.send("POST", path, sent, type: type)
                #expect(answer.status == status, "\(type) \(sent.count): \(answer.status) \(answer.text)")
            }
            #expect(try await client.send("POST", path + "?dryrun=true", body).status == 400)
            #expect(try await client.send("POST", path + "?dry_run=1", body).status == 400)
            #expect(try store.read { db in try DepositTable.deposits(.init(), limit: 1, in: db).total } == 0)
        }
    }

    @Test("A dry run answers as the real one would, and leaves nothing")
    func dryRun() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let client = Client(service: service, key: key)
            let planned = try await client.send("POST", "/api/v1/resources?dry_run=true", Self.record())
            #expect(planned.status == 200 && planned.headers["etag"] == nil)
            #expect(try planned.json()["isDryRun"] as? Bool == true)
            let strange = try await client.send(
                "POST", "/api/v1/resources?dry_run=true", Self.record(["about": ["lung tung", "nau an"]]))
            let warnings = try #require(try strange.json()["warnings"] as? [[String: Any]])
            #expect(warnings.map { $0["field"] as? String } == ["about"])
            #expect((warnings.first?["detail"] as? String)?.contains("“lung tung”") == true)
            #expect(try await service.answer("/api/v1/resources/example:trong-lua").status == 404)
            _ = try await client.send("POST", "/api/v1/resources", Self.record())
            let path = "/api/v1/resources/example:trong-lua"
            let gone = try await client.send("DELETE", path + "?dry_run=true&reason=x", nil, ["If-Match": "*"])
            #expect(gone.status == 200)
            #expect(try await service.answer(path).status == 200)
        }
    }

    @Test("A batch tells of each record what became of it, in JSON Lines, a list, or CSV with semicolons")
    func batch() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let client = Client(service: service, key: key)
            let path = "/api/v1/resources:batch"
            let lines = """
                {"name":"Một","url":"https://example.org/1"}
                {"name":"","url":"https://example.org/2"}
                {hỏng
                {"identifier":"example:ba","name":"Ba","url":"https://example.org/3"}
                """
            let planned = try await client.send("POST", path + "?dry_run=true", Data(lines.utf8)).json()
            #expect(planned["counts"] as? [String: Int] == ["created": 2, "refused": 2])
            let answer = try await client.send("POST", path, Data(lines.utf8))
            #expect(answer.status == 200)
            let records = try #require(try answer.json()["records"] as? [[String: Any]])
            #expect(records.map { $0["outcome"] as? String } == ["created", "refused", "refused", "created"])
            #expect(records[0]["identifier"] as? String == "example:mot" && records[0]["etag"] as? String == "\"r1\"")
            #expect((records[1]["errors"] as? [[String: Any]])?.isEmpty == false)
            let again = try await client.send("POST", path + "?existing=skip", Data(lines.utf8)).json()
            #expect(again["counts"] as? [String: Int] == ["skipped": 2, "refused": 2])
            let strict = try await client.send("POST", path + "?on_problem=refuse", Data(lines.utf8))
            #expect(strict.status == 422)
            let table = "Tiêu đề;Địa chỉ\nBốn;https://example.org/4\n"
            let csv = try await client.send("POST", path, Data(table.utf8), type: "text/csv; charset=utf-8").json()
            #expect(csv["counts"] as? [String: Int] == ["created": 1])
            #expect(try await client.send("POST", path + "?existing=x", Data(lines.utf8)).status == 400)
            #expect(try store.check().isWell)
        }
    }

    @Test("A session of the pages is no key to the API")
    func session() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let answer = try await browser.post(
                "/api/v1/resources", body: Self.record(), type: "application/json")
            #expect(answer.status == 401)
        }
    }
}
