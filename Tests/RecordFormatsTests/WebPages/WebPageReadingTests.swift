import CatalogueModel
import Foundation
import RecordFormats
import Testing
import Vocabularies

@Suite("Web pages")
struct WebPageReadingTests {
    private static let head = """
        <!DOCTYPE html><html lang="vi"><head><title>Trồng lúa |
          Kho học liệu</title>
        <meta name="description" content="Khóa học &amp; tài liệu"><link rel=canonical href="/khoa-hoc/lua">
        <link rel="license" href="https://creativecommons.org/licenses/by/4.0/"><meta charset="utf-8">
        """

    private func page(_ scripts: String..., head: String = head) -> String {
        head + "\n" + scripts.joined(separator: "\n") + "</head><body><p>Nội dung</p></body></html>"
    }

    private func read(_ html: String, address: String = "https://kho.example.vn/trang") throws -> [ReadOutcome] {
        var reader = RecordReader(format: .webPage, file: address, chunks: chunks(of: Array(html.utf8), size: 4_096))
        var outcomes: [ReadOutcome] = []
        while let outcome = try reader.next() { outcomes.append(outcome) }
        return outcomes
    }

    @Test("the page stands in for what its only resource does not say")
    func fallbacks() throws {
        let outcomes = try read(page("<script type=\"application/ld+json\">{\"@type\":\"Course\"}</script>"))
        #expect(
            outcomes.first?.record?.values == [
                .learningResourceType: ["Course"], .url: ["https://kho.example.vn/khoa-hoc/lua"],
                .identifier: ["https://kho.example.vn/khoa-hoc/lua"], .name: ["Trồng lúa | Kho học liệu"],
                .description: ["Khóa học & tài liệu"], .inLanguage: ["vi"],
                .license: ["https://creativecommons.org/licenses/by/4.0/"],
            ])
        #expect(outcomes.first?.record?.location.line == 5)
    }

    @Test("what the resource says itself counts")
    func ownValues() throws {
        let json = """
            {"@context":"https://schema.org","@type":["Course","LearningResource"],"@id":"https://a.vn/1","name":"Lúa","url":"../x",\
            "inLanguage":"en","license":"https://creativecommons.org/publicdomain/zero/1.0/","description":"D"}
            """
        let record = try #require(try read(page("<script type='application/ld+json'>\(json)</script>")).first?.record)
        #expect(record[.name] == ["Lúa"])
        #expect(record[.url] == ["https://kho.example.vn/x"])
        #expect(record[.inLanguage] == ["en"])
        #expect(record[.license] == ["https://creativecommons.org/publicdomain/zero/1.0/"])
        #expect(record[.identifier] == ["https://a.vn/1"])
    }

    @Test(
        "the script is found however it is written",
        arguments: [
            "<script type=application/ld+json>@@</script>",
            "<SCRIPT TYPE='Application/LD+JSON; charset=utf-8'>\n@@\n</SCRIPT>",
            "<script nonce=\"x\" type=\"application/ld+json\" class=y><!-- @@ --></script>",
            "<script type=\"application/ld+json\">//<![CDATA[\n@@\n//]]></script>",
            "<script type=\"application/ld+json\">/*<![CDATA[*/@@/*]]>*/;</script>",
            "<div><script type=\"application/ld+json\">[@@]</script></div>",
            "<script>var x = '<script type=\"application/ld+json\">';</script><script type=\"application/ld+json\">@@</script>",
            "<!-- <script type=\"application/ld+json\">{\"@type\":\"Book\"}</script> --><script type=\"application/ld+json\">@@</script>",
            "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebPage\",\"name\":\"x\"},@@]}</script>",
            "<script type=\"application/ld+json\">{\"@type\":\"WebPage\",\"mainEntity\":@@}</script>",
            "<script type=\"application/ld+json\">{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"item\":@@}]}</script>",
        ])
    func scripts(html: String) throws {
        let json = "{\"@type\":\"Course\",\"name\":\"Lúa <b>ướt</b> </p> &amp; cạn\",\"url\":\"https://a.vn/1\"}"
        let outcomes = try read(page(html.replacing("@@", with: json)))
        #expect(outcomes.values(.name) == [["Lúa <b>ướt</b> </p> &amp; cạn"]])
        #expect(outcomes.count == 1)
    }

    @Test("several resources keep their own title and address; a node given twice counts once")
    func several() throws {
        let outcomes = try read(
            page(
                "<script type=\"application/ld+json\">[{\"@type\":\"Course\",\"@id\":\"https://a.vn/1\",\"name\":\"A\"},{\"@type\":\"VideoObject\",\"name\":\"B\"}]</script>",
                "<script type=\"application/ld+json\">{\"@type\":\"Course\",\"@id\":\"https://a.vn/1\",\"name\":\"A\"}</script>"
            ))
        #expect(outcomes.values(.name) == [["A"], ["B"]])
        #expect(outcomes.values(.url) == [["https://a.vn/1"], []])
        #expect(outcomes.values(.inLanguage) == [["vi"], ["vi"]])
    }

    @Test("references are filled in from the other nodes of the page")
    func references() throws {
        let graph = """
            {"@graph":[{"@type":"Course","name":"A","url":"https://a.vn","author":[{"@id":"#p"}],"publisher":{"@id":"#o"}},\
            {"@id":"#p","@type":"Person","name":"Lê Thị Ánh"},{"@id":"#o","@type":"Organization","name":"Trường A","identifier":"truong-a"}]}
            """
        let record = try #require(try read(page("<script type='application/ld+json'>\(graph)</script>")).first?.record)
        #expect(record[.creator] == ["Lê Thị Ánh"])
        #expect(record[.publisher] == ["truong-a"])
        #expect(record[.publisherName] == ["Trường A"])
    }

    @Test("a broken block of JSON-LD is a warning where another describes a resource, else a refusal")
    func broken() throws {
        let block = "<script type=\"application/ld+json\">{\"@type\":\"Course\",}</script>"
        let outcomes = try read(
            page(block, "<script type=\"application/ld+json\">{\"@type\":\"Course\",\"name\":\"A\"}</script>"))
        #expect(outcomes.values(.name) == [["A"]])
        #expect(outcomes.count == 1)
        let alone = try read(page(block))
        #expect(alone.count == 1)
        for problem in [outcomes.first?.warnings.first, alone.first?.refusal] {
            let problem = try #require(problem)
            #expect(problem.reason == .malformedSyntax)
            #expect(problem.location.line == 5)
            #expect(problem.message.english.hasPrefix("The JSON-LD block of the page: The JSON breaks at byte 19"))
        }
    }

    @Test(
        "a page without a learning resource is refused",
        arguments: [
            "", "<script type=\"application/ld+json\">{\"@type\":\"Organization\",\"name\":\"A\"}</script>",
            "<script type=\"application/ld+json\">{\"@type\":\"WebPage\",\"name\":\"A\"}</script>",
            "<script type=\"application/json\">{\"@type\":\"Course\"}</script>",
            "<script type=\"application/ld+json\">7</script>",
        ])
    func without(script: String) throws {
        #expect(try read(page(script)).map { $0.refusal?.reason } == [.missingField])
    }

    @Test("an article counts where it says something of learning")
    func articles() throws {
        let article = "{\"@type\":\"Article\",\"headline\":\"A\",\"educationalLevel\":\"THPT\"}"
        #expect(
            try read(page("<script type='application/ld+json'>\(article)</script>")).values(.educationalLevel) == [
                ["THPT"]
            ])
    }

    @Test(
        "pages in an old encoding are read by what they claim",
        arguments: [
            ("<meta charset=\"windows-1252\">", [0xE9], "é"), ("<meta charset=ISO-8859-1>", [0x93], "“"),
            ("", [0xE9], "é"), ("<meta charset=\"no-such\">", [0xE9], "é"),
            ("<meta http-equiv=Content-Type content=\"text/html; charset=windows-1258\">", [0xD0], "Đ"),
            ("<meta charset=utf-8>", [0xE9], "\u{FFFD}"), ("<meta charset=windows-1252>", [0xC3, 0xA9], "é"),
        ] as [(String, [UInt8], String)])
    func encodings(claim: String, character: [UInt8], expected: String) throws {
        let bytes =
            Array("<html><head>\(claim)<title>Caf".utf8) + character
            + Array("</title><script type='application/ld+json'>{\"@type\":\"Book\"}</script>".utf8)
        #expect(try RecordFormatsTests.read(bytes, .webPage).values(.name) == [["Caf" + expected]])
    }

    @Test("a tag of very many attributes is refused, many tags of few are read")
    func attributes() throws {
        let json = "<script type='application/ld+json'>{\"@type\":\"Book\",\"name\":\"A\"}</script>"
        let many = (0..<100_000).map { "a\($0)" }
        let values = ["", "='>'", " = \">\"", "=b"]
        for value in values {
            #expect(throws: RecordFormatError.self) {
                try read(json + "<p " + many.map { $0 + value }.joined(separator: " ") + ">")
            }
            let tags = many.prefix(20_000).map { "<p \($0)\(value) b\(value)>x</p>" }.joined()
            #expect(try read(json + tags).values(.name) == [["A"]])
        }
        // Names of over 100 bytes count as several, and a comment or script does not hide a tag.
        #expect(throws: RecordFormatError.self) {
            try read(
                "<p " + (0..<40_000).map { "a\($0)" + String(repeating: "x", count: 95) }.joined(separator: "") + ">")
        }
        #expect(throws: RecordFormatError.self) {
            try read("<!-- <a b='--><p " + many.joined(separator: "\n") + "\n")
        }
        #expect(
            try read(json + "<script>if (a<b) {" + many.prefix(5_000).joined(separator: " ") + "}</script>").count == 1)
    }

    @Test("hostile pages end soon: deep, unclosed, long, and cut anywhere")
    func hostile() throws {
        let deep = String(repeating: "<div>", count: 200_000) + String(repeating: "</i>", count: 200_000)
        #expect(throws: RecordFormatError.self) { try read(deep) }
        #expect(throws: RecordFormatError.self) { try read(String(repeating: "a", count: 9 << 20)) }
        _ = try? read(String(repeating: "<a href=", count: 200_000))
        _ = try? read(String(repeating: "<p title=\"x\"", count: 200_000))
        _ = try read("<script type=\"application/ld+json\">" + String(repeating: "[", count: 1 << 20))
        _ = try read(String(repeating: "<!--", count: 200_000))
        _ = try read(String(repeating: "<div>", count: 200) + String(repeating: "</i>", count: 300_000))
        _ = try read(String(repeating: "&#x10FFFF;&amp", count: 200_000))
        let whole = Array(
            page("<script type=\"application/ld+json\">{\"@type\":\"Course\",\"name\":\"Lúa\"}</script>").utf8)
        var random = SplitMix(seed: 9)
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let place = Int.random(in: 4..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = [0, 0x22, 0x27, 0x3C, 0x3E, 0x80, 0xFF].randomElement(using: &random) ?? 0
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 9))
                default: bytes.insert(contentsOf: Array("<table><tr>".utf8), at: place)
                }
            }
            let a = Result { try RecordFormatsTests.read(bytes, .webPage) }
            let b = Result { try RecordFormatsTests.read(bytes, .webPage, chunk: 7) }
            switch (a, b) {
            case (.success(let a), .success(let b)): #expect(a == b)
            case (.failure(let a), .failure(let b)): #expect("\(a)" == "\(b)")
            default: Issue.record("read one way, refused the other")
            }
        }
    }
}
