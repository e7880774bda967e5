import CatalogueModel
import Normalisation
import Testing

@Suite("HTML in titles and descriptions")
struct MarkupTests {
    @Test(
        "tags go and references become characters",
        arguments: [
            ("<p>Đại <b>số</b></p>", "Đại số"), ("Toán &amp; Lý", "Toán & Lý"), ("&lt;b&gt;x&lt;/b&gt; y", "x y"),
            ("H<sub>2</sub>O", "H2O"), ("a<br>b<br/>c", "a b c"), ("<a href=\"x\">Sách</a>", "Sách"),
            ("h&#7885;c t&#7853;p", "học tập"), ("<script>alert(1)</script><p>Sách</p>", "Sách"),
            ("&amp;amp;amp; x", "& x"), ("<em>Cà phê</em>", "Cà phê"), ("<jats:p>Abstract</jats:p>", "Abstract"),
        ])
    func html(written: String, expected: String) throws {
        let once = try normalised([.name: [written], .description: [written]]).resource
        #expect(once.title == expected)
        #expect(once.description == expected)
        #expect(try normalised([.name: [once.title]]).resource.title == expected)
    }

    @Test(
        "what only looks like HTML stays",
        arguments: [
            "Vector<T> in C++", "List<String>", "a < b > c", "R&D", "x <- 1", "if a<b and c>d", "The <canvas> element",
            "AT&T; and",
            "1 < 2", "<3", "Tom & Jerry;",
        ])
    func noHTML(written: String) throws {
        #expect(try normalised([.name: [written]]).resource.title == written)
    }

    @Test("hostile text takes no longer than its length", arguments: ["<a ", "<br", "&", "&amp", "<", "<p<", "&lt;"])
    func hostile(piece: String) throws {
        let text = String(repeating: piece, count: 200_000)
        let resource = try normalised([.name: ["Đại số"], .description: [text]]).resource
        #expect(resource.description?.count ?? 0 <= RecordNormaliser.descriptionLimit)
    }
}
