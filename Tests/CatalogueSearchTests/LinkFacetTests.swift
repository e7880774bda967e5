import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import TestSupport
import Testing

@Suite("Links in searches")
struct LinkFacetTests {
    private static func dead(_ url: String) -> LinkCheck {
        var check = LinkCheck(url: url)
        for day in 0..<5 {
            check.note(
                .fails(reason: "HTTP 404"), at: Fixture.instant.addingTimeInterval(Double(day) * 86_400), spread: 0)
        }
        return check
    }

    private func ids(_ text: String, _ filters: [Facet: [String]], in store: CatalogueStore) throws -> [String] {
        try Searcher(store).search(SearchRequest(text, filters: filters)).hits.map(\.resource.id.rawValue)
    }

    @Test("a dead link is filtered, ranked behind its equals, reported, and forgotten when it works again")
    func filter() throws {
        let store = try CatalogueStore.containing(
            (0..<6).map {
                Fixture.resource("example:\($0)", title: "Trồng lúa nước") { resource in
                    resource.description = "Bài học"
                    resource.licence = "CC-BY-4.0"
                }
            })
        let url = "https://example.org/example:0"
        #expect(try ids("lua", [.link: ["dead"]], in: store).isEmpty)
        try store.save([Self.dead(url)])
        #expect(try ids("lua", [.link: ["dead"]], in: store) == ["example:0"])
        #expect(try ids("lua lienket:hong", [:], in: store) == ["example:0"])
        #expect(try Set(ids("lua", [.link: ["ok"]], in: store)) == Set((1..<6).map { "example:\($0)" }))
        #expect(try ids("lua", [:], in: store).last == "example:0")
        #expect(try store.check().isWell)
        let report = try store.linkReport(of: "example")
        #expect(report.counts == [.dead: 1, .unknown: 5] && report.items.map(\.id) == ["example:0"])
        var revived = try store.linkCheck(of: url)
        revived.note(.works(movedTo: nil), at: Fixture.instant, spread: 0)
        try store.save([revived])
        #expect(try ids("lua", [.link: ["dead"]], in: store).isEmpty)
        #expect(try store.check().isWell)
        try store.rebuild()
        #expect(try ids("lua", [.link: ["ok"]], in: store).count == 6)
    }

    @Test("addresses never asked come first, then those that are due; withdrawn resources are left alone")
    func due() throws {
        let store = try CatalogueStore.containing((0..<3).map { Fixture.resource("example:\($0)") })
        var check = LinkCheck(url: "https://example.org/example:1")
        check.note(.works(movedTo: nil), at: Fixture.instant, spread: 0)
        try store.save([check])
        let now = Fixture.instant.addingTimeInterval(60)
        #expect(Set(try store.dueLinks(at: now, limit: 10).map(\.url)).count == 2)
        #expect(try store.dueLinks(at: now, limit: 1).count == 1)
        let later = Fixture.instant.addingTimeInterval(100 * 86_400)
        #expect(try store.dueLinks(at: later, limit: 10).map(\.url).last == "https://example.org/example:1")
    }
}
