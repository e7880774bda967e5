import CatalogueModel
import RecordFormats
import Testing

@Suite("Reading MARCXML and manifests")
struct MARCXMLReadingTests {
    static let marcXML = """
        <collection xmlns="http://www.loc.gov/MARC21/slim"><record>
        <leader>00000nam a2200000 a 4500</leader><controlfield tag="001">000123</controlfield>
        <controlfield tag="003">VN-CTU</controlfield><controlfield tag="008">210304s2019    vm a     b    000 0 vie d</controlfield>
        <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Kỹ thuật trồng lúa :</subfield><subfield code="b">giáo trình /</subfield></datafield>
        <datafield tag="856" ind1="4" ind2="0"><subfield code="u">https://a.vn/1</subfield></datafield></record></collection>
        """

    @Test(
        "with a namespace, with a prefix and without either, it reads the same as ISO 2709",
        arguments: [
            marcXML, marcXML.replacing(" xmlns=\"http://www.loc.gov/MARC21/slim\"", with: ""),
            marcXML.replacing("<", with: "<m:").replacing("<m:/", with: "</m:").replacing("xmlns=", with: "xmlns:m="),
            marcXML.replacing("http://www.loc.gov/MARC21/slim", with: "info:lc/xmlns/marcxchange-v1"),
        ])
    func namespaces(xml: String) throws {
        var builder = MARCBuilder()
        builder.control("001", "000123")
        builder.control("003", "VN-CTU")
        builder.control("008", "210304s2019    vm a     b    000 0 vie d")
        builder.data("245", "10$aKỹ thuật trồng lúa :$bgiáo trình /")
        builder.data("856", "40$uhttps://a.vn/1")
        let expected = try #require(try read(builder.bytes, .marc).first?.record)
        let record = try xmlRecord(xml)
        #expect(record.values == expected.values)
        #expect(record.namesInSource == expected.namesInSource)
    }

    @Test("a record of another kind is refused, one without a field for a title is read")
    func kinds() throws {
        let authority = Self.marcXML.replacing("00000nam", with: "00000nz ")
        #expect(try read(authority, .xml).map { $0.refusal?.reason } == [.wrongType])
        #expect(throws: RecordFormatError.self) { try read("<list><record><x/></record></list>", .xml) }
    }

    /// File → records read and refused, and the first title.
    static let fixtures: [(String, Int, Int, String?)] = [
        ("debian-idzebra/marcxml/collection-2.xml", 2, 0, "The Great Ray Charles"),
        ("debian-idzebra/marcxml/collection-clasmrc.xml", 0, 20, nil),
        ("debian-idzebra/marcxml/collection-namemrc.xml", 0, 20, nil),
        ("debian-idzebra/marcxml/collection-opera-43.xml", 43, 0, "10 operatic masterpieces"),
        ("debian-idzebra/marcxml/collection-sandburg-1.xml", 1, 0, "Arithmetic"),
        ("debian-idzebra/marcxml/collection-subjmrc.xml", 0, 20, nil),
        ("edsu+pymarc/test/bad_tag.xml", 1, 0, "The Untamed"),
        ("edsu+pymarc/test/batch.xml", 2, 0, "The Great Ray Charles"),
        ("edsu+pymarc/test/utf8.xml", 1, 0, "Zen Classics"),
        ("ruby-marc+ruby-marc/test/batch.xml", 2, 0, "The Great Ray Charles"),
        ("ruby-marc+ruby-marc/test/messed_up_leader.xml", 1, 0, "Applied ecotoxicology"),
        ("ruby-marc+ruby-marc/test/no-leading-zero.xml", 1, 0, "The Untamed"),
        ("ruby-marc+ruby-marc/test/non-numeric.xml", 1, 0, "A new kind of history, and other essays"),
        ("ruby-marc+ruby-marc/test/one.xml", 1, 0, "The Texas ranger"),
        ("ruby-marc+ruby-marc/test/three-records-second-bad.xml", 3, 0, "The Texas ranger"),
    ]

    /// Settings of a server, not records.
    private static let settings = ["debian-idzebra/marcxml/dom-config.xml", "debian-idzebra/marcxml/yazgfs.xml"]

    @Test("no fixture in XML is left out", .enabled(if: SharedData.isThere))
    func complete() throws {
        let found = SharedData.files("conformance/marc-fixtures").filter { $0.hasSuffix(".xml") }
        #expect(Set(found) == Set(Self.fixtures.map(\.0) + Self.settings))
        for file in Self.settings {
            #expect(throws: RecordFormatError.self) {
                try read(SharedData.bytes("conformance/marc-fixtures/" + file), .xml)
            }
        }
    }

    @Test("fixtures", .enabled(if: SharedData.isThere), arguments: fixtures)
    func fixture(file: String, records: Int, refused: Int, title: String?) throws {
        let outcomes = try read(SharedData.bytes("conformance/marc-fixtures/" + file), .xml)
        #expect(outcomes.compactMap(\.record).count == records)
        #expect(outcomes.compactMap(\.refusal).count == refused)
        #expect(outcomes.compactMap(\.refusal).allSatisfy { $0.reason == .wrongType })
        #expect(outcomes.compactMap(\.record).first?[.name].first == title)
    }

    @Test(
        "files of other programs are no records", .enabled(if: SharedData.isThere), arguments: ["dom-config", "yazgfs"])
    func others(file: String) throws {
        let bytes = try SharedData.bytes("conformance/marc-fixtures/debian-idzebra/marcxml/\(file).xml")
        #expect(throws: RecordFormatError.self) { try read(bytes, .xml) }
    }

    static let manifest = """
        <manifest identifier="G-77a" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:l="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
        <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion><l:lom><l:general>
        <l:title><l:string language="vi">Toán lớp 6</l:string></l:title><l:language>vi</l:language>
        <l:description><l:string language="vi">Số tự nhiên.</l:string></l:description></l:general></l:lom></metadata>
        <organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="r">
        <item identifier="1"><title>Bài 1. Tập hợp</title><item identifier="2"><title>Bài tập</title></item></item></item></organization></organizations>
        <resources><resource identifier="x" type="webcontent" href="a.html"/></resources></manifest>
        """

    @Test("the manifest of a cartridge is one record, its items are the table of contents")
    func cartridge() throws {
        #expect(
            try xmlRecord(Self.manifest).values == [
                .identifier: ["G-77a"], .name: ["Toán lớp 6"], .inLanguage: ["vi"], .descriptionLanguage: ["vi"],
                .description: ["Số tự nhiên.", "Bài 1. Tập hợp; Bài tập"], .learningResourceType: ["course"],
            ])
    }

    @Test("SCORM: without LOM, the default organisation has the title")
    func scorm() throws {
        let record = try xmlRecord(
            """
            <manifest identifier="MANIFEST-01" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2">
            <organizations default="b"><organization identifier="a"><title>A</title></organization>
            <organization identifier="b"><title>An toàn điện</title><item><title>Mở đầu</title></item></organization></organizations></manifest>
            """)
        #expect(record[.name] == ["An toàn điện"])
        #expect(record[.identifier] == ["MANIFEST-01"])
        #expect(record[.description] == ["Mở đầu"])
    }

    @Test("damage never stops the reader, and cutting the bytes makes no difference")
    func damage() throws {
        var random = SplitMix(seed: 11)
        let files = [
            Self.marcXML, Self.manifest, LOMReadingTests.lom1, HeritageReadingTests.edm, HeritageReadingTests.lido,
        ]
        for file in files {
            for _ in 0..<60 {
                var bytes = Array(file.utf8)
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: 1..<bytes.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                    case 1: bytes.insert(contentsOf: Array("<x>&".utf8), at: place)
                    default: bytes.removeSubrange(place..<min(bytes.count, place + 12))
                    }
                }
                let whole = Result { try read(bytes, .xml) }
                let cut = Result { try read(bytes, .xml, chunk: Int.random(in: 1...9, using: &random)) }
                switch (whole, cut) {
                case (.success(let a), .success(let b)): #expect(a == b)
                case (.failure(let a), .failure(let b)): #expect("\(a)" == "\(b)")
                default: Issue.record("read one way, refused the other")
                }
            }
        }
    }
}
