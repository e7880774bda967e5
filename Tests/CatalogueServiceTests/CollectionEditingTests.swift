import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Making collections, relations and translations on pages")
struct CollectionEditingTests {
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
                Fixture.resource("example:\(number)", title: "Bài \(number)") {
                    $0.languages = Fixture.languages(number == 3 ? "en" : "vi")
                    $0.licence = "CC-BY-4.0"
                }
            } + [
                Fixture.resource("khac:1", title: "Của nơi khác") { $0.publisher = Publisher(id: "khac", name: "Khác") }
            ])
        return store
    }

    private static func version(_ page: String) -> String {
        page.firstMatch(of: /name="version" value="(\d+)"/).map { String($0.1) } ?? ""
    }

    @Test("a publisher makes a collection of the own institution on the pages, from nothing to published")
    func life() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let made = try await browser.send(
                to: "/collections", from: "/collections/new",
                [
                    ("title", "Tuần lễ <b>học tập</b>"), ("purpose", "event"), ("summary", "Dòng\nhai"),
                    ("institution", "khac"), ("opensOn", "2020-01-01"),
                ])
            let edit = "/collections/tuan-le-b-hoc-tap-b/edit"
            #expect(made.status == 303 && made.headers["location"] == edit)
            func change(_ fields: [(String, String)]) async throws -> RunningService.Answer {
                let version = Self.version(try await browser.open(edit).text)
                return try await browser.send(to: edit, fields + [("version", version)])
            }
            #expect(
                try await change([
                    ("action", "add"), ("note", "Đọc <i>"),
                    ("resource", "example:0 http://x/resources/example%3A1?lang=en,/resources/example:2"),
                ]).status == 303)
            #expect(try await change([("action", "move"), ("resource", "example:2"), ("position", "1")]).status == 303)
            #expect(try await change([("action", "remove"), ("resource", "example:0")]).status == 303)
            #expect(try await change([("action", "note"), ("resource", "example:1"), ("note", "")]).status == 303)
            #expect(try await change([("action", "publish")]).status == 303)
            let page = try await browser.open("/collections/tuan-le-b-hoc-tap-b").text
            #expect(
                page.matches(of: /data-resource="([^"]*)"/).map { String($0.1) } == ["example:2", "example:1"])
            #expect(!page.contains("<i>") && !page.contains("<b>") && page.contains("Trường Thử"))
            #expect(try await service.answer("/collections/tuan-le-b-hoc-tap-b").status == 200)
            // A publisher's collections are the own institution's, whatever the form says.
            let collection = try Collections(store).collection("tuan-le-b-hoc-tap-b").collection
            #expect(collection.details.institution == "example")
        }
    }

    @Test("faults are told on the page, with what was typed kept, and nothing changes")
    func faults() async throws {
        let store = try Self.store()
        let key = try store.key(.curator)
        try Collections(store).create(
            CollectionDetails(title: "Thử"), slug: "thu", by: "command", at: Fixture.instant)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let bad = try await browser.send(
                to: "/collections", from: "/collections/new", [("title", " "), ("summary", "giữ <lại>")])
            #expect(bad.status == 422 && bad.text.contains("cần có tên") && bad.text.contains("giữ &lt;lại&gt;"))
            for fields in [
                [("action", "add"), ("resource", "none:1")], [("action", "publish")],
                [("action", "remove"), ("resource", "example:1")],
                [("action", "details"), ("title", "X"), ("closesOn", "hôm nay")],
            ] {
                let answer = try await browser.send(to: "/collections/thu/edit", fields)
                #expect(answer.status == 422 && answer.text.contains("class=\"faults\""), "\(fields)")
            }
            for fields in [
                [("action", "burn")], [("action", "move"), ("resource", "example:1"), ("position", "x")], [],
            ] {
                #expect(try await browser.send(to: "/collections/thu/edit", fields).status == 400, "\(fields)")
            }
            let stale = try await browser.send(
                to: "/collections/thu/edit", [("action", "details"), ("title", "Mới"), ("version", "7")])
            #expect(stale.status == 409)
            #expect(try Collections(store).collection("thu").collection.version == 1)
        }
    }

    @Test("another institution's collection, no key, no token: refused, and nothing changes")
    func refusals() async throws {
        let store = try Self.store()
        var details = CollectionDetails(title: "Thử")
        details.institution = "example"
        try Collections(store).create(details, slug: "thu", by: "command", at: Fixture.instant)
        let (other, official) = (try store.key(.publisher, of: "khac"), try store.key(.official))
        try await RunningService.serving(store) { service in
            #expect(try await service.answer("/collections/new", accept: "text/html").status == 303)
            for key in [other, official] {
                let browser = try await SignedInBrowser(service, key: key)
                #expect(try await browser.open("/collections/thu/edit").status == 403)
                let body = Data("action=details&title=Chiếm".utf8)
                let type = "application/x-www-form-urlencoded"
                #expect(try await browser.post("/collections/thu/edit", body: body, type: type).status == 403)
            }
            let anybody = SignedInBrowser(service)
            let posted = try await anybody.post(
                "/collections", body: Data("title=A".utf8), type: "application/x-www-form-urlencoded")
            #expect(posted.status == 401 || posted.status == 403)
            #expect(try Collections(store).collection("thu").collection.details.title == "Thử")
            #expect(try Collections(store).all().count == 1)
        }
    }

    @Test("of two who edit at once, one is told; nothing is lost")
    func concurrent() async throws {
        let store = try Self.store()
        let keys = try (0..<2).map { _ in try store.key(.curator) }
        try Collections(store).create(CollectionDetails(title: "Thử"), slug: "thu", by: "command", at: Fixture.instant)
        try await RunningService.serving(store) { service in
            let browsers = [
                try await SignedInBrowser(service, key: keys[0]), try await SignedInBrowser(service, key: keys[1]),
            ]
            var statuses: [Int] = []
            for (number, browser) in browsers.enumerated() {
                statuses.append(
                    try await browser.send(
                        to: "/collections/thu/edit",
                        [("action", "details"), ("title", "Bản \(number)"), ("version", "1")]
                    ).status)
            }
            #expect(statuses == [303, 409])
            #expect(try Collections(store).collection("thu").collection.details.title == "Bản 0")
        }
    }

    @Test("a publisher relates the own resources; a circle is told with its way; others' are refused")
    func relations() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let path = "/resources/example:0/relations"
            let set = try await browser.send(
                to: path, [("action", "add"), ("kind", "partOf"), ("target", "example:1"), ("note", "<b>")])
            #expect(set.status == 303)
            let circle = try await browser.send(
                to: "/resources/example:1/relations", [("action", "add"), ("kind", "partOf"), ("target", "example:0")])
            #expect(circle.status == 422 && circle.text.contains("example:1 → example:0 → example:1"))
            #expect(try await browser.open("/resources/khac:1/relations").status == 403)
            #expect(try await browser.open("/resources/example:0").text.contains("&lt;b&gt;"))
            let taken = try await browser.send(
                to: path, [("action", "remove"), ("kind", "partOf"), ("target", "example:1")])
            #expect(taken.status == 303)
            #expect(try store.relations().isEmpty)
        }
    }

    @Test("a translation goes from wish to publication over the pages, each step by whoever may")
    func translation() async throws {
        let store = try Self.store()
        let (own, curator) = (try store.key(.publisher), try store.key(.curator))
        let other = try store.key(.publisher, of: "khac")
        try await RunningService.serving(store) { service in
            let publisher = try await SignedInBrowser(service, key: own)
            let stranger = try await SignedInBrowser(service, key: other)
            let reviewer = try await SignedInBrowser(service, key: curator)
            let path = "/translations/example:3"
            #expect(try await publisher.send(to: path, [("action", "want"), ("note", "Cho K48")]).status == 303)
            let day = try #require(PartialDate(vietnameseDayAt: Fixture.instant.addingTimeInterval(864_000)))
            #expect(
                try await publisher.send(to: path, [("action", "claim"), ("until", day.description)]).status == 303)
            for action in ["review", "release"] {
                #expect(try await stranger.send(to: path, [("action", action)]).status == 403)
            }
            #expect(try await publisher.send(to: path, [("action", "review"), ("draft", "x")]).status == 422)
            #expect(try await publisher.send(to: path, [("action", "review")]).status == 303)
            let publish = [("action", "publish"), ("translation", "example:0")]
            #expect(try await publisher.send(to: path, publish).status == 403)
            #expect(try await reviewer.send(to: path, publish).status == 303)
            let page = try await service.answer("/resources/example:3").text
            #expect(page.contains("Các bản dịch") && page.contains("Bài 0"))
            #expect(try await service.answer("/translations?state=published").text.contains("/resources/example:0"))
        }
    }
}

extension SignedInBrowser {
    /// Opens the page at `page` (that of `path` where nil) and sends `fields` to `path` with what guards its forms.
    fileprivate func send(
        to path: String, from page: String? = nil, _ fields: [(String, String)]
    ) async throws -> RunningService.Answer {
        let form = try await open(page ?? path).text
        let token = form.firstMatch(of: /name="formToken" value="([^"]*)"/).map { String($0.1) } ?? ""
        func encoded(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        let body = ([("formToken", token)] + fields).map { encoded($0.0) + "=" + encoded($0.1) }
            .joined(separator: "&")
        return try await post(path, body: Data(body.utf8), type: "application/x-www-form-urlencoded")
    }
}
