import CatalogueModel
import CatalogueStore
import Foundation
import TestSupport
import Testing

@Suite("Pages of institutions")
struct InstitutionPageTests {
    /// Three institutions in the register, one publisher that is in none; one dead link; licences open, limited, unknown.
    private static func store() throws -> CatalogueStore {
        let store = try CatalogueStore()
        var reference = Fixture.reference
        var institutions = reference.registers.institutions.values.flatMap(\.self)
        for (id, name, type, country) in [
            ("dai-hoc-a", "Đại học A", "university", "VN"), ("thu-vien-b", "Á Thư viện B", "library", "US"),
        ] {
            var institution = Institution(id: id, name: name, type: type)
            institution.country = country
            institutions.append(institution)
        }
        reference.registers = Registers(
            institutions: institutions, territories: reference.registers.territories.values.flatMap(\.self))
        try store.replaceReferenceData(with: reference)
        let licences = ["CC-BY-4.0", "CC-BY-4.0", "CC-BY-NC-SA-3.0", nil]
        try store.save([
            LinkCheck(
                url: "https://example.org/example:1", state: .dead, failures: 4, firstFailedAt: Fixture.instant,
                checkedAt: Fixture.instant, nextCheckAt: .distantFuture, reason: "404", movedTo: nil)
        ])
        try store.add(
            licences.enumerated().map { number, licence in
                Fixture.resource("example:\(number)", title: "Bài \(number) <b>") { $0.licence = licence }
            } + [
                Fixture.resource("la:1", title: "Của ai") { $0.publisher = Publisher(id: "la", name: "Nơi lạ <i>") }
            ])
        return store
    }

    @Test("the directory is in Vietnamese order, and names publishers of no register too")
    func order() async throws {
        try await RunningService.serving(Self.store()) { service in
            let page = try await service.answer("/institutions").text
            let names = page.matches(of: /<li><a href="\/institutions\/([^"]*)"/).map { String($0.1) }
            // A, Đ, N, T: marks and đ in their places.
            #expect(names == ["thu-vien-b", "dai-hoc-a", "la", "example"])
            #expect(page.contains("Nơi lạ &lt;i&gt;") && !page.contains("Nơi lạ <i>"))
        }
    }

    @Test(
        "the directory narrows to a type, a territory with all that lies in it, or a country",
        arguments: [
            ("type=library", ["thu-vien-b"]), ("territory=example-city", ["example"]),
            ("territory=example-district&type=university", ["example"]), ("territory=US", ["thu-vien-b"]),
            ("territory=none", []), ("type=&territory=", ["thu-vien-b", "dai-hoc-a", "la", "example"]),
            ("type=%22%3E%3Cscript%3E", []),
        ])
    func narrowing(query: String, expected: [String]) async throws {
        try await RunningService.serving(Self.store()) { service in
            let page = try await service.answer("/institutions?\(query)").text
            #expect(!page.contains("<script>"))
            let names = page.matches(of: /<li><a href="\/institutions\/([^"]*)"/).map { String($0.1) }
            #expect(names == expected)
            let answer = try await service.answer("/api/v1/institutions?\(query)").json()
            let ids = try #require(answer["institutions"] as? [[String: Any]]).compactMap { $0["id"] as? String }
            #expect(ids == expected)
        }
    }

    @Test(
        "an institution's page answers in both languages, escaped, with links that lead somewhere",
        arguments: ["/institutions/example", "/institutions/la", "/institutions/dai-hoc-a", "/institutions"])
    func pages(path: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            for language in ["", "?lang=en"] {
                let page = try await service.answer(path + language)
                #expect(page.status == 200)
                #expect(!page.text.contains("{{") && !page.text.contains("<i>"))
                for href in Set(page.text.matches(of: /href="(\/[^"#]*)/).map { String($0.1) }) {
                    let target = href.replacing("&amp;", with: "&")
                    #expect(try await service.answer(target).status == 200, "\(path) → \(target)")
                }
            }
        }
    }

    @Test("what counts for the targets has an open licence and a link that is not broken, and the list shows the same")
    func contribution() async throws {
        try await RunningService.serving(Self.store()) { service in
            let page = try await service.answer("/institutions/example").text
            // Of four: one has a dead link, one no licence.
            #expect(page.contains("2 trên 4 học liệu"))
            let answer = try await service.answer("/api/v1/institutions/example").json()
            #expect(answer["openAndLive"] as? Int == 2 && answer["resources"] as? Int == 4)
            let links = try #require(answer["links"] as? [String: Int])
            #expect(links["dead"] == 1)
            let href = try #require(page.firstMatch(of: /href="(\/search[^"]*link=ok[^"]*)"/)).1
            let list = try await service.answer("/api/v1" + href.replacing("&amp;", with: "&")).json()
            #expect(list["total"] as? Int == 2)
        }
    }

    @Test(
        "a resource's page leads to its institution, whether the register has it or not",
        arguments: ["example:1", "la:1"])
    func linked(id: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            let page = try await service.answer("/resources/\(id)").text
            let href = try #require(page.firstMatch(of: /href="(\/institutions\/[^"]+)"/)).1
            #expect(try await service.answer(String(href)).status == 200)
        }
    }

    @Test(
        "an institution nobody knows is 404",
        arguments: ["/institutions/none", "/api/v1/institutions/none", "/institutions/%00", "/institutions/a/b"])
    func missing(path: String) async throws {
        try await RunningService.serving(Self.store()) { service in
            let status = try await service.answer(path).status
            #expect(status == 404)
        }
    }
}
