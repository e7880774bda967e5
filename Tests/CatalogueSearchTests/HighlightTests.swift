import CatalogueModel
import CatalogueSearch
import CatalogueStore
import TestSupport
import Testing

@Suite("Highlights")
struct HighlightTests {
    @Test(
        "marks the words that answer, in the author's own spelling",
        arguments: [
            ("nau an", "Dạy Nấu Ăn ngon", "Dạy <mark>Nấu Ăn</mark> ngon"),
            ("hoa binh", "Hoà bình & <b>yên</b>", "<mark>Hoà bình</mark> &amp; &lt;b&gt;yên&lt;/b&gt;"),
            ("học", "Ho\u{323}c và học", "<mark>Ho\u{323}c</mark> và <mark>học</mark>"),
        ])
    func marks(query: String, title: String, html: String) throws {
        let store = try CatalogueStore.containing(Fixture.resource("example:a", title: title))
        let hit = try #require(try Searcher(store).search(SearchRequest(query)).hits.first)
        #expect(hit.title.html == html)
        #expect(hit.title.pieces.map { String($0.text) }.joined() == title)
    }

    @Test("a snippet shows the part that answers, and says where it was cut")
    func snippet() throws {
        let filler = String(repeating: "Câu này không nói gì đến điều cần tìm. ", count: 40)
        let store = try CatalogueStore.containing(
            Fixture.resource("example:a") { $0.description = filler + "Ở đây có con cá tra. " + filler })
        let hit = try #require(try Searcher(store).search(SearchRequest("ca tra")).hits.first)
        #expect(hit.snippet.html.contains("<mark>cá tra</mark>"))
        #expect(hit.snippet.text.hasPrefix("… ") && hit.snippet.text.hasSuffix(" …"))
        #expect(hit.snippet.text.count < 400)
    }
}
