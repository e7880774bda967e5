import CatalogueModel
import Foundation
import RecordFormats
import Testing

@Suite("What we write reads back")
struct WritingTests {
    private static let texts = [
        "Thường", "có \"ngoặc\", phẩy; chấm phẩy", "hai\r\ndòng", " cách đầu", "=HYPERLINK(\"x\")", "<b>&amp;</b>", "",
        "'đã có", "日本語 🙂", "a|b",
    ]

    @Test("a table reads back cell by cell; what a spreadsheet takes for a formula is text", arguments: texts)
    func table(text: String) throws {
        var writer = TableWriter()
        writer.row(["identifier", "name", "url", "publisher"])
        writer.row(["x:1", text.isEmpty ? "tên" : text, "https://example.org/1", "x"])
        #expect(writer.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let record = try #require(try read(writer.bytes, .csv).first?.record)
        let expected = text.isEmpty ? "tên" : text.hasPrefix("=") ? "'" + text : text
        #expect(
            record[.name].map { $0.replacing("\r\n", with: "\n") } == [
                expected.trimmingCharacters(in: .whitespaces).replacing("\r\n", with: "\n")
            ])
    }

    @Test("no cell begins like a formula", arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
    func formulas(cell: String) {
        var writer = TableWriter()
        writer.row([cell])
        let line = String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)
        #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
    }

    @Test("a resource reads back from the table with all its fields")
    func resource() throws {
        let id = try #require(ResourceID("x:1"))
        var resource = LearningResource(
            id: id, title: "Đại số; tuyến tính", url: "https://example.org/1?a=1;b=2",
            publisher: Publisher(id: "x", name: "Trường X"))
        resource.creators = ["Nguyễn Văn A", "Trần B"]
        resource.languages = ["vi", "en"].compactMap { LanguageTag($0) }
        resource.licence = "CC-BY-4.0"
        resource.subjects = ["054", "0541"]
        resource.keywords = ["ma trận", "véc tơ"]
        resource.datePublished = PartialDate("2024-05")
        resource.isBasedOn = ["https://example.org/0;x", "https://example.org/2"]
        var writer = CSVRecordsWriter(extraColumns: ["note"])
        writer.write(resource, extra: ["ghi chú"])
        let outcome = try #require(try read(writer.bytes, .csv).first)
        let record = try #require(outcome.record)
        #expect(record[.identifier] == ["x:1"] && record[.name] == [resource.title] && record[.url] == [resource.url])
        #expect(record[.creator] == resource.creators && record[.inLanguage] == ["vi", "en"])
        #expect(record[.about] == resource.subjects && record[.keywords] == resource.keywords)
        #expect(record[.isBasedOn] == resource.isBasedOn && record[.datePublished] == ["2024-05"])
        #expect(outcome.warnings.map(\.reason) == [.unknownField])
    }

    @Test("an archive reads back, and equal files make equal bytes")
    func archive() throws {
        let line = #"{"identifier":"x:1","name":"Bài 1","url":"https://example.org/1","publisher":"x"}"#
        let noise = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        let files = [
            (name: "a/records.jsonl", bytes: Array(line.utf8)), (name: "noise.bin", bytes: noise),
            (name: "empty.txt", bytes: []),
        ]
        let instant = Date(timeIntervalSince1970: 1_700_000_000)
        let bytes = try ZIPWriter.archive(files, at: instant)
        #expect(try bytes == ZIPWriter.archive(files, at: instant))
        let records = try readPackage(bytes).compactMap(\.record)
        #expect(records.map { $0[.name] } == [["Bài 1"]])
        let empty = try ZIPWriter.archive([], at: instant)
        #expect(throws: RecordFormatError.self) { try readPackage(empty) }
    }

    @Test(
        "a feed is well-formed whatever its texts, and our own reader finds the entries",
        arguments: texts + ["\u{0}\u{1F}x\u{FFFE}"])
    func feed(text: String) throws {
        let instant = Date(timeIntervalSince1970: 1_700_000_000)
        var feed = AtomFeed(id: "urn:uuid:1", title: text, updated: instant, author: text)
        feed.subtitle = text
        feed.links = [AtomFeed.Link("self", "https://example.org/feed?a=1&b=\(text)", type: "application/atom+xml")]
        var entry = AtomFeed.Entry(id: "urn:uuid:2", title: "Tên " + text, updated: instant)
        entry.links = [AtomFeed.Link("alternate", "https://example.org/1")]
        entry.summary = text
        entry.categories = [text]
        feed.entries = [entry, entry]
        let outcomes = try read(feed.xml, .xml)
        #expect(outcomes.count == 2)
        let record = try #require(outcomes.first?.record)
        #expect(record[.name].first?.hasPrefix("Tên") == true && record[.url] == ["https://example.org/1"])
    }
}
