import CatalogueModel
import CatalogueSearch
import CatalogueStore
import TestSupport
import Testing
import Vocabularies

@Suite("Query language")
struct QueryLanguageTests {
    private static func store() throws -> CatalogueStore {
        try CatalogueStore.containing(
            Fixture.resource("example:phrase", title: "Học máy cơ bản") { $0.resourceTypes = ["video"] },
            Fixture.resource("example:apart", title: "Máy tính và học tập"),
            Fixture.resource("example:cooking", title: "Cooking rice") {
                $0.languages = Fixture.languages("en")
                $0.creators = ["Nguyễn Lúa"]
            },
            Fixture.resource("example:rice", title: "Trồng lúa"))
    }

    private func page(_ text: String) throws -> SearchPage {
        try Searcher(Self.store()).search(SearchRequest(text))
    }

    @Test(
        "words, phrases, exclusions, alternatives, fields and prefixes find what they say",
        arguments: [
            ("máy học", ["apart", "phrase"]), ("\"học máy\"", ["phrase"]), ("“hoc may”", ["phrase"]),
            ("máy -tính", ["phrase"]), ("-máy", ["cooking", "rice"]), ("máy -\"học máy\"", ["apart"]),
            ("cơ OR trồng", ["phrase", "rice"]), ("tiêu OR", []), ("title:lúa", ["rice"]), ("tacgia:lúa", ["cooking"]),
            ("type:video", ["phrase"]), ("loai:video học", ["phrase"]), ("tro*", ["rice"]),
            ("học má*", ["apart", "phrase"]),
            ("cooks", ["cooking"]), ("cook", ["cooking"]), ("cooked", ["cooking"]), ("a:b:c", []),
        ])
    func language(query: String, ids: [String]) throws {
        let page = try page(query)
        #expect(page.looseness == .asAsked || ids.isEmpty)
        if page.looseness == .asAsked {
            #expect(Set(page.hits.map { String($0.resource.id.rawValue.dropFirst(8)) }) == Set(ids))
        }
    }

    @Test("a query that finds nothing is relaxed one step, and the page says which")
    func relaxation() throws {
        #expect(try page("trông lua").hits.first?.resource.title == "Trồng lúa")
        let unmarked = try page("trống")
        #expect(unmarked.looseness == .withoutMarks && unmarked.hits.first?.resource.title == "Trồng lúa")
        let slip = try page("cookng rice")
        #expect(slip.looseness == .respelt && slip.replacements.first?.to == "cooking", "\(slip.replacements)")
        let typed = try page("lusa")
        #expect(
            typed.hits.first?.resource.title == "Trồng lúa" && typed.replacements.first?.to == "lúa",
            "\(typed.replacements)")
        let some = try page("trồng lúa nước ngọt")
        #expect(some.looseness == .anyWord && some.hits.first?.resource.title == "Trồng lúa")
        #expect(try page("zzzz qqqq").total == 0)
    }

    @Test(
        "the points of every explanation add up to the score",
        arguments: ["học máy", "hoc may tinh", "rice cooking", "lúa"])
    func explanation(query: String) throws {
        for hit in try page(query).hits {
            let sum = try #require(hit.explanation).parts.reduce(0.0) { $0 + $1.points }
            #expect(abs(sum - hit.score) < 1e-9 && hit.score > 0)
        }
    }

    @Test("a title that is the query comes first, whatever else says it more often")
    func exactTitle() throws {
        let store = try CatalogueStore.containing(
            (0..<30).map { number in
                Fixture.resource("example:\(number)", title: "Toán toán toán \(number)") {
                    $0.keywords = ["toán", "toán học"]
                    $0.description = "Toán và toán."
                }
            } + [Fixture.resource("example:exact", title: "Toán")])
        #expect(try Searcher(store).search(SearchRequest("toan")).hits.first?.resource.id.rawValue == "example:exact")
    }

    @Test(
        "suggestions complete unmarked beginnings, and only with what is there",
        arguments: ["trong l", "Trồng lú", "lua", "cook"])
    func suggestions(text: String) throws {
        let suggestions = try Searcher(Self.store()).suggestions(for: text)
        #expect(suggestions.contains { ["Trồng lúa", "Cooking rice"].contains($0.text.vietnamese) })
        #expect(try Searcher(Self.store()).suggestions(for: "x").isEmpty)
        #expect(try Searcher(Self.store()).suggestions(for: "zzz").isEmpty)
    }

    @Test("similar resources share telling words, and leave the resource itself out")
    func similar() throws {
        let searcher = Searcher(try Self.store())
        let id = try #require(ResourceID("example:phrase"))
        let similar = try #require(try searcher.similar(to: id))
        #expect(similar.map(\.id.rawValue) == ["example:apart"])
        #expect(try searcher.similar(to: try #require(ResourceID("example:none"))) == nil)
    }
}
