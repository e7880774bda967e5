import CatalogueModel
import Foundation
import RecordFormats
import Testing

/// The mapping files that ship with the product, each with records as its source has them.
@Suite("Mapping files of the Corpus")
struct CorpusMappingTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Corpus/Mappings")

    private func mapping(_ name: String) throws -> RecordMapping {
        let yaml = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        return try RecordMapping(yaml: yaml, file: name)
    }

    @Test("every mapping file is sound")
    func allAreSound() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0.hasSuffix(".yaml")
        }
        #expect(names.count >= 3)
        for name in names { #expect(throws: Never.self) { try mapping(name) } }
    }

    @Test("Tate: a print")
    func tate() throws {
        let json = """
            {"id": 1039, "acno": "A00005", "title": "The Circle of the Lustful", "dateText": "1826–7, reprinted 1892", \
            "medium": "Line engraving on paper", "classification": "on paper, print", "creditLine": "Purchased 1919", \
            "url": "http://www.tate.org.uk/a00005", "contributors": [{"name": "William Blake", "role": "artist"}], \
            "subjects": ["love", "hell"]}
            """
        let record = try #require(try read(json, mapping: mapping("tate.yaml")).first?.record)
        #expect(record[.identifier] == ["tate:A00005"])
        #expect(record[.creator] == ["William Blake"])
        #expect(record[.datePublished] == ["1826"])
        #expect(record[.description] == ["Line engraving on paper.", "Purchased 1919."])
        #expect(record[.keywords] == ["love", "hell", "on paper, print"])
        #expect(record[.publisher] == ["tate"])
    }

    @Test("National Gallery of Art: a talk")
    func nga() throws {
        let csv = """
            mediaid,mediatype,title,description,duration,language,thumbnailurl,playurl,downloadurl,keywords,tags,imageurl,\
            presentationdate,releasedate,lastmodified
            111,audio,Art &amp; Life,"<p>A talk<br>
            on <em>art</em></p>
            ",3933,en,,https://w.soundcloud.com/player/?url=x,,"a, b",,,,2021-09-22 00:00:00-04,
            """
        let record = try #require(try read(csv, .csv, mapping: mapping("nga.yaml")).first?.record)
        #expect(record[.identifier] == ["nga:111"])
        #expect(record[.name] == ["Art & Life"])
        #expect(record[.duration] == ["PT1H5M33S"])
        #expect(record[.keywords] == ["a", "b"])
        #expect(record[.learningResourceType] == ["audio"])
    }

    @Test(
        "Free Programming Books: creators and types from the note and the file",
        arguments: [
            ("books", "Scott Chacon, Ben Straub&rlm; (HTML)", "x", ["Scott Chacon", "Ben Straub"], ["textbook"]),
            ("books", "Bryan O'Sullivan, `trl:` 藤原克則", "x", ["Bryan O'Sullivan"], ["textbook"]),
            ("books", "(PDF)", "x", [], ["textbook"]), ("courses", "Kênh học miễn phí qua video", "x", [], ["course"]),
            ("casts", "Chris Coyier (screencast)", "x", ["Chris Coyier"], ["video"]), ("casts", "", "x", [], []),
            ("more", "", "more/problem-sets-competitive-programming.md", [], ["drill_and_practice"]),
            (
                "books", "Светлин Наков, Веселин Колев и колектив", "x", ["Светлин Наков", "Веселин Колев"],
                ["textbook"]
            ),
        ])
    func books(kind: String, note: String, file: String, creators: [String], types: [String]) throws {
        let json = """
            {"title": "A \\\\| B", "url": "https://a.org", "note": "\(note)", "language": "pt_BR", "kind": "\(kind)", \
            "section": ["BY SUBJECT", "Git"], "file": "\(file)"}
            """
        let record = try #require(try read(json, mapping: mapping("free-programming-books.yaml")).first?.record)
        #expect(record[.name] == ["A | B"])
        #expect(record[.creator].map { $0.filter { $0 != "\u{200F}" } } == creators)
        #expect(record[.learningResourceType] == types)
        #expect(record[.keywords] == ["Git"])
        #expect(record[.identifier].first?.count == "ebook-foundation:".count + 16)
        #expect(record[.subjectOf].first?.hasSuffix("/blob/main/" + file) == true)
    }
}
