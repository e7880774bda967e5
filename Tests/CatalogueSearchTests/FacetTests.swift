import CatalogueModel
import CatalogueSearch
import CatalogueStore
import TestSupport
import Testing

@Suite("Facets")
struct FacetTests {
    @Test("a facet's count equals the hits one gets by choosing it", arguments: 0..<6 as Range<UInt64>)
    func countsEqualHits(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let store = try CatalogueStore.containing(randomResources(&random))
        let searcher = Searcher(store)
        for text in ["", "lúa", "tom"] {
            for filters in [[:], [Facet.type: ["video"]], [.subject: ["08"], .language: ["vi", "en"]]] {
                let page = try searcher.search(SearchRequest(text, filters: filters))
                for (facet, counts) in page.facets.mapValues(\.counts) {
                    for value in counts {
                        var chosen = filters
                        chosen[facet] = [value.value]
                        let total = try searcher.search(SearchRequest(text, filters: chosen)).total
                        #expect(total == value.count, "\(text) \(filters) \(facet) \(value.value)")
                    }
                }
            }
        }
    }

    @Test("subjects and territories count under what contains them, levels under their ISCED level")
    func rollUp() throws {
        let store = try CatalogueStore.containing(
            Fixture.resource("example:a") { resource in
                resource.subjects = ["083"]
                resource.levels = ["vqf5"]
                resource.licence = "CC-BY-4.0"
            })
        let facets = try Searcher(store).search(SearchRequest("")).facets.mapValues { Set($0.counts.map(\.value)) }
        #expect(facets[.subject] == ["08", "083"])
        #expect(facets[.level] == ["vqf5", "isced5"])
        #expect(facets[.territory] == ["example-district", "example-city"])
        #expect(facets[.licence] == ["A"])
        #expect(facets[.institution] == ["example"])
    }

    @Test("an unknown filter value finds nothing and stays visible")
    func unknownValue() throws {
        let store = try CatalogueStore.containing(Fixture.resource("example:a"))
        let page = try Searcher(store).search(SearchRequest("", filters: [.type: ["nonsense"]]))
        #expect(page.total == 0 && page.hits.isEmpty)
        #expect(page.facets[.type]?.counts.first { $0.value == "nonsense" }?.isSelected == true)
    }

    @Test("where a facet has more values than are named, those with most hits are, and all are counted")
    func manyValues() throws {
        let resources = (0..<90).map { number in
            Fixture.resource("example:r\(number)") { resource in
                let institution = number % 12
                resource.publisher = Publisher(id: "made-up-\(institution)", name: "Đơn vị \(institution)")
            }
        }
        let searcher = try Searcher(CatalogueStore.containing(resources))
        let all = try searcher.search(SearchRequest("")).facets[.institution]
        #expect(all?.values == 12 && all?.counts.count == 12)
        for most in 1...12 {
            let some = try searcher.search(SearchRequest("", facetValues: most)).facets[.institution]
            #expect(some?.counts.map(\.count) == all?.counts.prefix(most).map(\.count))
            #expect(some?.values == 12)
        }
        let chosen = try searcher.search(
            SearchRequest("", filters: [.institution: ["made-up-11"]], facetValues: 2)
        ).facets[.institution]
        #expect(chosen?.counts.contains { $0.value == "made-up-11" && $0.isSelected && $0.count == 7 } == true)
    }

    private func randomResources(_ random: inout SeededGenerator) -> [LearningResource] {
        (0..<60).map { number in
            Fixture.resource(
                "example:\(number)", title: ["Trồng lúa", "Nuôi tôm", "Lúa và tôm"].randomElement(using: &random) ?? ""
            ) { resource in
                resource.resourceTypes = ["video", "textbook", "course"].filter { _ in Bool.random(using: &random) }
                resource.subjects = ["083", "101", "08"].filter { _ in Bool.random(using: &random) }
                resource.languages =
                    Bool.random(using: &random) ? Fixture.languages("vi") : Fixture.languages("en", "vi")
                resource.licence = Bool.random(using: &random) ? "CC-BY-4.0" : nil
                resource.audiences = Bool.random(using: &random) ? ["farmers"] : []
            }
        }
    }
}
