import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Depositing by the pages")
struct DepositPageTests {
    static func store(isTrusted: Bool = false) throws -> CatalogueStore {
        let store = try CatalogueStore.containing(Fixture.resource("example:old", title: "Từ nguồn"))
        if isTrusted { try store.trust("example", true, by: "command", at: Fixture.instant) }
        return store
    }

    @Test("A teacher fills in the form without a script, previews, and sends it")
    func form() async throws {
        let store = try Self.store(isTrusted: true)
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let form = try await browser.open("/deposit")
            #expect(form.status == 200 && form.text.contains("<datalist id=\"list-about\">"))
            #expect(form.text.contains("value=\"101 – Dịch vụ cá nhân\""))
            let fields: KeyValuePairs = [
                "name": "Nấu ăn", "url": "https://example.org/nau-an", "about": "101 – Dịch vụ cá nhân",
                "about": "không có lĩnh vực này", "license": "CC-BY-4.0 – CC Ghi công 4.0", "keywords": "bếp, món ngon",
                "creator": "Lan\r\nMinh", "inLanguage": "Tiếng Việt", "educationalLevel": "Cao đẳng",
            ]
            let preview = try await browser.submit(to: "/deposit", fields)
            #expect(preview.status == 200 && preview.text.contains("Chưa có gì được gửi"))
            #expect(preview.text.contains("Nấu ăn") && preview.text.contains("không phải là tên lĩnh vực"))
            #expect(try await service.answer("/resources/example:nau-an").status == 404)
            let accepted = try #require(Self.accepted(preview.text))
            let sent = try await browser.submit(
                to: "/deposit", fields: fields.adding(("action", "send")) + [("accepted", accepted)])
            #expect(sent.status == 303 && sent.headers["location"] == "/deposits/example:nau-an")
            let answer = try await service.answer("/api/v1/resources/example:nau-an").json()
            #expect(answer["creator"] as? [String] == ["Lan", "Minh"])
            #expect(answer["keywords"] as? [String] == ["bếp", "món ngon", "không có lĩnh vực này"])
            #expect(answer["license"] as? String == "https://creativecommons.org/licenses/by/4.0/")
            #expect(try await browser.open("/deposits").text.contains("đã công bố"))
        }
    }

    /// What a page carries that showed what would be left out.
    private static func accepted(_ page: String) -> String? {
        page.firstMatch(of: /name="accepted" value="([0-9a-f]+)"/).map { String($0.1) }
    }

    @Test("Nothing that was typed is lost unseen: the form says what would be, and is sent once that was seen")
    func doubts() async throws {
        let store = try Self.store(isTrusted: true)
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            var fields = [
                ("name", "Một"), ("url", "https://example.org/1"), ("duration", "lâu lắm"),
                ("license", "được dùng tự do"), ("action", "send"),
            ]
            let asked = try await browser.submit(to: "/deposit", fields: fields)
            #expect(asked.status == 422 && asked.text.contains("Vẫn gửi") && asked.text.contains("role=\"alert\""))
            for text in ["“lâu lắm” không phải", "“được dùng tự do”", "value=\"lâu lắm\""] {
                #expect(asked.text.contains(text), "\(text)")
            }
            #expect(try await service.answer("/api/v1/resources/example:mot").status == 404)
            let accepted = try #require(Self.accepted(asked.text))
            fields[2].1 = "cũng lâu"
            let changed = try await browser.submit(to: "/deposit", fields: fields + [("accepted", accepted)])
            #expect(changed.status == 422 && changed.text.contains("“cũng lâu”"), "other doubts than were seen")
            fields[2].1 = "lâu lắm"
            let sent = try await browser.submit(to: "/deposit", fields: fields + [("accepted", accepted)])
            #expect(sent.status == 303)
            let edit = "/deposits/example:mot/edit"
            let again = try await browser.submit(to: edit, fields: fields + [("revision", "1")])
            #expect(again.status == 422 && Self.accepted(again.text) == accepted)
            fields[2].1 = "12:30"
            fields[3].1 = "CC-BY-4.0"
            let mended = try await browser.submit(to: edit, fields: fields + [("revision", "1")])
            #expect(mended.status == 303)
            #expect(
                try await service.answer("/api/v1/resources/example:mot").json()["duration"] as? String == "PT12M30S")
        }
    }

    @Test("What is wrong is summed up with links to the fields, and what was typed stays")
    func faults() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let answer = try await browser.submit(
                to: "/deposit", ["name": "", "url": "example.org", "description": "Vẫn còn", "action": "send"])
            #expect(answer.status == 422)
            for text in [
                "role=\"alert\"", "href=\"#f-name\"", "href=\"#f-url\"", "aria-invalid=\"true\"", "Vẫn còn",
                "value=\"example.org\"",
            ] { #expect(answer.text.contains(text), "\(text)") }
        }
    }

    @Test("A form that was overtaken comes back with what changed; sent again it is taken")
    func overtaken() async throws {
        let store = try Self.store(isTrusted: true)
        let (one, two) = (try store.key(.publisher), try store.key(.publisher))
        try await RunningService.serving(store) { service in
            let lan = try await SignedInBrowser(service, key: one)
            let minh = try await SignedInBrowser(service, key: two)
            try await lan.submit(to: "/deposit", ["name": "Một", "url": "https://example.org/1", "action": "send"])
            let path = "/deposits/example:mot/edit"
            let seen = try await minh.open(path).text
            #expect(seen.contains("name=\"revision\" value=\"1\""))
            let first = try await lan.submit(
                to: path, ["name": "Một của Lan", "url": "https://example.org/1", "revision": "1", "action": "send"])
            #expect(first.status == 303)
            let second = try await minh.submit(
                to: path, ["name": "Một của Minh", "url": "https://example.org/1", "revision": "1", "action": "send"])
            #expect(second.status == 409 && second.text.contains("Một của Lan") && second.text.contains("Một của Minh"))
            #expect(second.text.contains("name=\"revision\" value=\"2\""))
            let again = try await minh.submit(
                to: path, ["name": "Một của Minh", "url": "https://example.org/1", "revision": "2", "action": "send"])
            #expect(again.status == 303)
            #expect(try await service.answer("/resources/example:mot").text.contains("Một của Minh"))
            let versions = try await lan.open("/deposits/example:mot/versions?from=2&to=3").text
            #expect(versions.contains("<del>Một của Lan</del>") && versions.contains("<ins>Một của Minh</ins>"))
            let restored = try await lan.submit(
                to: "/deposits/example:mot/restore", from: "/deposits/example:mot/versions",
                ["version": "2", "revision": "3"])
            #expect(restored.status == 303)
            #expect(try await service.answer("/resources/example:mot").text.contains("Một của Lan"))
            #expect(try store.check().isWell)
        }
    }

    @Test("Withdrawn with a reason, the address says why; restored, it is back")
    func withdrawing() async throws {
        let store = try Self.store(isTrusted: true)
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            try await browser.submit(to: "/deposit", ["name": "Một", "url": "https://example.org/1", "action": "send"])
            let page = "/deposits/example:mot"
            let gone = try await browser.submit(
                to: page + "/withdraw", from: page, ["reason": "<b>Sai</b>", "revision": "1"])
            #expect(gone.status == 303)
            // The reason is that of the withdrawal, and of no other entry of the history.
            let history = try #require(
                try await browser.open(page).text.firstMatch(of: /<ol class="history">(?s:(.*?))<\/ol>/)
            ).1
            let entries = history.split(separator: "<li>").filter { $0.contains("when") }
            #expect(entries.count > 1 && entries.count { $0.contains("&lt;b&gt;Sai") } == 1, "\(history)")
            let tombstone = try await service.answer("/resources/example:mot", accept: "text/html")
            #expect(tombstone.status == 410 && tombstone.text.contains("&lt;b&gt;Sai&lt;/b&gt;"))
            let back = try await browser.submit(to: page + "/restore", from: page, ["version": "1", "revision": "2"])
            #expect(back.status == 303)
            #expect(try await service.answer("/resources/example:mot").status == 200)
        }
    }

    @Test("The form has a field for everything a resource says of others, so that changing one thing loses none of it")
    func relations() async throws {
        let store = try Self.store(isTrusted: true)
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let body = Data(
                """
                {"name": "Một", "url": "https://example.org/1", "license": "https://creativecommons.org/licenses/by/4.0/",
                 "isPartOf": "example:old",
                 "coursePrerequisites": "https://example.org/truoc"}
                """.utf8)
            let made = try await service.answer(
                "/api/v1/resources", method: "POST",
                headers: ["Authorization": "Bearer \(key)", "Content-Type": "application/json"], body: body)
            #expect(made.status == 201, "\(made.text)")
            let browser = try await SignedInBrowser(service, key: key)
            let form = try await browser.open("/deposits/example:mot/edit").text
            let lines = form.matches(of: /<textarea[^>]* name="(\w+)"[^>]*>([^<]*)<\/textarea>/)
            let typed = Dictionary(lines.map { (String($0.1), String($0.2)) }, uniquingKeysWith: { first, _ in first })
            let kept = ["isPartOf", "coursePrerequisites"]
            for name in kept { #expect(typed[name]?.isEmpty == false, "\(name): \(typed)") }
            let sent = try await browser.submit(
                to: "/deposits/example:mot/edit",
                fields: [
                    ("name", "Một, sửa"), ("url", "https://example.org/1"), ("license", "CC-BY-4.0"),
                    ("isVersionOf", "https://example.org/ban-cu"), ("revision", "1"), ("action", "send"),
                ] + kept.map { ($0, typed[$0] ?? "") })
            #expect(sent.status == 303, "\(sent.text.prefix(300))")
            let id = try #require(ResourceID("example:mot"))
            let resource = try #require(try Searcher(store).resource(id)?.resource)
            #expect(resource.title == "Một, sửa" && resource.partOf == ["example:old"])
            #expect(resource.versionOf == ["https://example.org/ban-cu"])
            #expect(resource.prerequisites == ["https://example.org/truoc"])
        }
    }

    @Test("What a curator set by hand is told to whoever deposited it, with its field")
    func curated() async throws {
        let store = try Self.store(isTrusted: true)
        try store.add([
            Fixture.resource("tay-do-university:1", title: "Của trường khác") {
                $0.publisher = Publisher(id: "tay-do-university", name: "Tây Đô")
            }
        ])
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            try await browser.submit(
                to: "/deposit",
                [
                    "name": "Một", "url": "https://example.org/1", "otherIdentifier": "ISBN 978-3-16-148410-0",
                    "action": "send",
                ])
            #expect(try await !browser.open("/deposits/example:mot").text.contains("Người biên tập đã đặt"))
            let id = try #require(ResourceID("example:mot"))
            _ = try store.curate(id, .about, ["083"], by: "command:Lan", at: Fixture.instant)
            let page = try await browser.open("/deposits/example:mot").text
            #expect(page.contains("Người biên tập đã đặt") && page.contains("083") && page.contains("Lan"))
            // What leads nowhere is no link to the page one is on.
            #expect(page.contains("example:mot") && !page.contains(">example:mot</a>"))
            #expect(try await service.answer("/resources/example:mot").text.contains("ISBN 9783161484100"))
            // Others' resources offer nothing to manage.
            #expect(try await browser.open("/resources/example:mot").text.contains("/deposits/example:mot"))
            #expect(try await browser.open("/resources/tay-do-university:1").text.contains("Của trường khác"))
            #expect(try await !browser.open("/resources/tay-do-university:1").text.contains("/deposits/tay-do"))
        }
    }

    @Test("A resource of a source is taken over with a word, not silently")
    func takeOver() async throws {
        let store = try Self.store(isTrusted: true)
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let page = try await browser.open("/deposits/example:old")
            #expect(page.text.contains("nguồn không cập nhật nó nữa"))
            let taken = try await browser.submit(
                to: "/deposits/example:old/take-over", from: "/deposits/example:old", ["version": "1"])
            #expect(taken.status == 303)
            #expect(try await browser.open("/deposits/example:old/edit").status == 200)
        }
    }

    @Test("Scripts in every field stay text on every page that shows them")
    func hostile() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        let curatorKey = try store.key(.curator)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let curator = try await SignedInBrowser(service, key: curatorKey)
            let attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>{{t.home}}"
            let names = [
                "description", "about", "keywords", "creator", "license", "audience", "alternateName",
                "educationalLevel", "learningResourceType", "inLanguage", "courseMode", "datePublished",
                "timeRequired", "duration", "isBasedOn", "translationOfWork", "otherIdentifier", "subjectOf",
            ]
            var fields = names.map { ($0, attack) }
            fields += [("name", "x " + attack), ("url", "https://example.org/1")]
            let preview = try await browser.submit(to: "/deposit", fields: fields)
            let accepted = try #require(Self.accepted(preview.text))
            let sent = try await browser.submit(
                to: "/deposit", fields: fields + [("action", "send"), ("accepted", accepted)])
            let back = try await browser.submit(to: "/deposit", fields: fields + [("action", "edit")])
            let home = try #require(sent.headers["location"])
            let id = home.dropFirst("/deposits/".count)
            var shown = [preview, back]
            for path in [home, home + "/edit", home + "/versions", "/deposits"] {
                shown.append(try await browser.open(path))
            }
            for path in ["/review", "/review/\(id)"] { shown.append(try await curator.open(path)) }
            for page in shown {
                #expect(page.status == 200)
                #expect(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"))
            }
            #expect(back.text.contains("&lt;script&gt;alert(1)"))
        }
    }

    @Test("Pages of publishers are for publishers: others are asked to sign in, or told whose they are")
    func access() async throws {
        let store = try Self.store()
        let official = try store.key(.official)
        try await RunningService.serving(store) { service in
            for path in ["/deposit", "/deposits", "/deposit/upload", "/deposits/example:old", "/review"] {
                let anonymous = try await service.answer(path, accept: "text/html")
                #expect(anonymous.status == 303, "\(path)")
                #expect(anonymous.headers["location"]?.hasPrefix("/sign-in?next=") == true)
                let browser = try await SignedInBrowser(service, key: official)
                #expect(try await browser.open(path).status == 403, "\(path)")
            }
            #expect(try await service.answer("/deposit", method: "POST", accept: "text/html").status == 401)
        }
    }

    @Test("Every page of publishers and curators is whole in both languages, and its links lead somewhere")
    func links() async throws {
        let store = try Self.store()
        let (key, curatorKey) = (try store.key(.publisher), try store.key(.curator))
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let curator = try await SignedInBrowser(service, key: curatorKey)
            try await browser.submit(to: "/deposit", ["name": "Một", "url": "https://example.org/1", "action": "send"])
            try await curator.submit(
                to: "/resources/example:old/report", ["kind": "broken-link", "note": "Trang trắng"])
            for path in [
                "/deposit", "/deposits", "/deposit/upload", "/deposits/example:mot", "/deposits/example:mot/edit",
                "/deposits/example:mot/versions", "/review", "/review?kind=reports", "/review/example:mot",
                "/resources/example:old/report",
            ] {
                for language in ["vi", "en"] {
                    let suffix = language == "en" ? (path.contains("?") ? "&lang=en" : "?lang=en") : ""
                    let page = try await curator.open(path + suffix)
                    #expect(page.status == 200, "\(path)")
                    #expect(page.text.contains("<html lang=\"\(language)\">") && !page.text.contains("{{"))
                    #expect(!page.text.contains(/>(field|hint|action|origin|outcome)\.[a-zA-Z.]+</), "\(path)")
                    for href in Set(page.text.matches(of: /(?:href|src)="(\/[^"#]*)/).map { String($0.1) }) {
                        let target = href.replacing("&amp;", with: "&")
                        #expect(try await curator.open(target).status == 200, "\(path) → \(target)")
                    }
                    for id in page.text.matches(of: /<label for="([^"]*)"/).map({ String($0.1) }) {
                        #expect(page.text.contains("id=\"\(id)\""), "\(path): label for \(id)")
                    }
                }
            }
        }
    }
}

extension KeyValuePairs<String, String> {
    fileprivate func adding(_ item: (String, String)) -> [(String, String)] { map { ($0.key, $0.value) } + [item] }
}
