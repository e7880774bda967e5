import CatalogueModel
import CatalogueStore
import Foundation
import TestSupport
import Testing

@Suite("Pages")
struct PageTests {
    private static func store() throws -> CatalogueStore {
        try CatalogueStore.containing(
            (0..<45).map { number in
                Fixture.resource("example:\(number)", title: "Bài học \(number) <script>alert(1)</script>") {
                    resource in
                    resource.description = "Mô tả \"thử\" & </script><script>alert(2)</script>"
                    resource.languages = Fixture.languages("vi")
                    resource.resourceTypes = [number.isMultiple(of: 2) ? "video" : "course"]
                    resource.creators = ["O'Neil <i>"]
                }
            })
    }

    @Test(
        "pages are Vietnamese by default and English by choice",
        arguments: ["/", "/search?q=bai", "/resources/example:1", "/none"])
    func language(path: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            let vietnamese = try await service.answer(path, accept: "text/html")
            #expect(vietnamese.text.contains("<html lang=\"vi\">") && vietnamese.text.contains("Đến nội dung chính"))
            let english = try await service.answer(
                path + (path.contains("?") ? "&" : "?") + "lang=en", accept: "text/html")
            #expect(english.text.contains("<html lang=\"en\">") && english.text.contains("Skip to content"))
        }
    }

    @Test(
        "what records and queries say is never markup",
        arguments: [
            "/search?q=%3Cscript%3Ealert(3)%3C/script%3E+bai", "/search?q=bai", "/resources/example:1",
            "/search?type=%22%3E%3Cscript%3E",
        ])
    func escaping(path: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            let page = try await service.answer(path)
            #expect(page.status == 200)
            #expect(!page.text.contains("<script>"))
            #expect(page.text.components(separatedBy: "<script").count <= 4, "at most the JSON-LD and our own")
            #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
        }
    }

    @Test("every link of the search page leads to a page")
    func links() async throws {
        try await RunningService.serving(Self.store()) { service in
            for start in ["/", "/search?q=bai+hoc", "/search?q=bai&type=video&page=2&lang=en", "/resources/example:3"] {
                let page = try await service.answer(start)
                #expect(page.status == 200, "\(start)")
                for href in Set(page.text.matches(of: /(?:href|src)="(\/[^"]*)"/).map { String($0.1) }) {
                    let target = href.replacing("&amp;", with: "&")
                    #expect(try await service.answer(target).status == 200, "\(start) → \(target)")
                }
            }
        }
    }

    @Test("paging forward visits every hit once")
    func paging() async throws {
        try await RunningService.serving(Self.store()) { service in
            var next: String? = "/search?q=bai+hoc"
            var seen: [String] = []
            while let path = next, seen.count < 100 {
                let text = try await service.answer(path).text
                seen += text.matches(of: /<h2[^>]*><a href="(\/resources\/[^"]*)"/).map { String($0.1) }
                next = text.firstMatch(of: /<a href="([^"]*)" rel="next"/).map {
                    String($0.1).replacing("&amp;", with: "&")
                }
            }
            #expect(seen.count == 45 && Set(seen).count == 45)
        }
    }

    @Test("the resource page carries valid JSON-LD")
    func jsonLD() async throws {
        try await RunningService.serving(Self.store()) { service in
            let text = try await service.answer("/resources/example:7").text
            let json = try #require(text.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)?.1)
            let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
            #expect((object?["name"] as? String)?.hasPrefix("Bài học 7 <script>") == true)
            #expect(object?["@context"] != nil && object?["@type"] != nil)
        }
    }

    @Test("the search page with all it loads is under 60 kB")
    func size() async throws {
        try await RunningService.serving(Self.store()) { service in
            let page = try await service.answer("/search?q=bai+hoc")
            var bytes = page.body.count
            for asset in ["/style.css", "/icon.svg"] { bytes += try await service.answer(asset).body.count }
            #expect(bytes < 60_000)
        }
    }
}
