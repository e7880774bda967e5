import CatalogueModel
import RecordFormats
import Testing

@Suite("Reading Dublin Core")
struct DublinCoreReadingTests {
    private func dc(_ statements: String) throws -> SourceRecord {
        try xmlRecord(
            """
            <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="urn:xsi" xmlns:rdf="urn:rdf">\(statements)</oai_dc:dc>
            """)
    }

    @Test("a record of DSpace")
    func dspace() throws {
        let record = try #require(try read(XMLFixtures.oaiPage, .xml).first?.record)
        let expected: [SourceField: [String]] = [
            .identifier: ["oai:kho.example:1"], .name: ["Giáo trình lập trình web"], .creator: ["Trần Thị Bưởi"],
            .keywords: ["Lập trình"], .about: ["0613"], .description: ["Từ HTML đến máy chủ."],
            .datePublished: ["2023"],
            .learningResourceType: ["textbook"], .url: ["https://kho.example/handle/77/1"],
            .otherIdentifier: ["isbn:978-604-00-0001-2"], .inLanguage: ["vi-VN"],
            .license: ["https://creativecommons.org/licenses/by/4.0/", "Được phép dùng với điều kiện ghi công"],
            .publisherName: ["Trường Đại học Ví Dụ"], .isBasedOn: ["https://khac.example/sach"],
        ]
        #expect(record.values == expected)
    }

    @Test(
        "the address is the best of the identifiers",
        arguments: [
            (["https://a.vn/bitstream/1/x.pdf", "https://a.vn/handle/1"], "https://a.vn/handle/1"),
            (["https://a.vn/x.pdf", "10.5555/abc"], "https://doi.org/10.5555/abc"),
            (["doi:10.5555/abc"], "https://doi.org/10.5555/abc"), (["hdl:2027/x"], "https://hdl.handle.net/2027/x"),
            (["http://hdl.handle.net/123456789/7", "https://a.vn/7"], "https://a.vn/7"),
            (["http://hdl.handle.net/123456789/7"], "http://hdl.handle.net/123456789/7"),
            (["https://a.vn/x.pdf"], "https://a.vn/x.pdf"), (["Tạp chí, số 5 (2020), tr. 10.1"], nil),
            (["https://a.vn/1", "https://b.vn/2"], "https://a.vn/1"), (["10.5555 / abc"], nil),
        ] as [([String], String?)])
    func addresses(identifiers: [String], url: String?) throws {
        let record = try dc(
            identifiers.map { "<dc:identifier>\($0)</dc:identifier>" }.joined() + "<dc:title>A</dc:title>")
        #expect(record[.url] == (url.map { [$0] } ?? []))
    }

    @Test(
        "identifiers of the world are kept under their system",
        arguments: [
            ("https://doi.org/10.5555/A", "doi:10.5555/A"), ("http://dx.doi.org/10.5555/a", "doi:10.5555/a"),
            ("doi:10.5555/a", "doi:10.5555/a"), ("10.5555/a", "doi:10.5555/a"), ("ISSN 0317-8471", "issn:0317-8471"),
            ("issn:0317-847x", "issn:0317-847X"), ("urn:isbn:9780306406157", "isbn:9780306406157"),
            ("ISBN: 978 0 306 40615 7", "isbn:9780306406157"), ("urn:nbn:de:101:1-2019", "urn:nbn:de:101:1-2019"),
            ("http://hdl.handle.net/2027/x", "hdl:2027/x"), ("http://hdl.handle.net/123456789/1", nil), ("abc", nil),
            ("ISBNX", nil),
        ] as [(String, String?)])
    func worldIdentifiers(text: String, expected: String?) throws {
        let record = try dc("<dc:title>A</dc:title><dc:identifier>\(text)</dc:identifier>")
        #expect(record[.otherIdentifier] == (expected.map { [$0] } ?? []))
    }

    @Test("the title in the record's own language comes first, the others are other titles")
    func titleLanguages() throws {
        let titles = "<dc:title xml:lang='en'>Algebra</dc:title><dc:title xml:lang='vi'>Đại số</dc:title>"
        let vietnamese = try dc(titles + "<dc:language>vie</dc:language>")
        #expect(vietnamese[.name] == ["Đại số"] && vietnamese[.alternateName] == ["Algebra"])
        let unstated = try dc(titles)
        #expect(unstated[.name] == ["Algebra"] && unstated[.alternateName] == ["Đại số"])
        #expect(try dc("<dc:title>A</dc:title><dc:title>B</dc:title>")[.name] == ["A", "B"])
    }

    @Test("a description says its language, HTML in it becomes text")
    func descriptions() throws {
        let record = try dc(
            "<dc:title>A</dc:title><dc:description xml:lang='en'>&lt;p&gt;Waves &amp;amp; sound&lt;/p&gt;</dc:description>"
        )
        #expect(record[.description] == ["Waves & sound"] && record[.descriptionLanguage] == ["en"])
        let both = try dc("<dcterms:abstract>Tóm tắt</dcterms:abstract><dc:description>120 tr.</dc:description>")
        #expect(both[.description] == ["Tóm tắt"])
    }

    @Test(
        "the date of issue is found among others",
        arguments: [
            ("<dc:date>2024-01-01T00:00:00Z</dc:date><dc:date>2019-05</dc:date>", "2019-05"),
            ("<dcterms:created>2001</dcterms:created><dcterms:issued>2003-02-01</dcterms:issued>", "2003-02-01"),
            ("<dc:date>c2010</dc:date>", "2010"), ("<dc:date>[2011]</dc:date>", "2011"),
            ("<dc:date>12/05/2012</dc:date>", "12/05/2012"), ("<dc:date>2013-02-03T04:05:06Z</dc:date>", "2013-02-03"),
            ("<dcterms:modified>2020</dcterms:modified><dcterms:available>2018</dcterms:available>", "2018"),
        ])
    func dates(statements: String, expected: String) throws {
        #expect(try dc(statements)[.datePublished] == [expected])
    }

    @Test(
        "statements go where they belong",
        arguments: [
            ("<dc:type>http://purl.org/dc/dcmitype/MovingImage</dc:type>", SourceField.learningResourceType, ["video"]),
            ("<dc:type>info:eu-repo/semantics/masterThesis</dc:type>", .learningResourceType, ["text"]),
            ("<dc:type>http://purl.org/coar/resource_type/c_ddb1</dc:type>", .learningResourceType, ["data"]),
            ("<dc:type>Bài giảng</dc:type>", .learningResourceType, ["Bài giảng"]),
            ("<dc:format>video/mp4</dc:format>", .learningResourceType, ["video"]),
            ("<dc:format>video/mp4</dc:format><dc:type>Text</dc:type>", .learningResourceType, ["text"]),
            ("<dcterms:extent>01:30:00</dcterms:extent>", .duration, ["PT1H30M"]),
            ("<dc:format>90 phút</dc:format>", .duration, ["90 phút"]),
            ("<dc:format>120 tr.</dc:format>", .duration, []),
            ("<dcterms:extent>3 MB</dcterms:extent>", .duration, []),
            ("<dc:subject>http://id.example/054</dc:subject>", .about, ["http://id.example/054"]),
            ("<dc:subject xsi:type='x:ISCED'>054</dc:subject>", .about, ["054"]),
            ("<dc:subject>510</dc:subject>", .about, []),
            ("<dc:contributor rdf:role='edt'>Biên Tập</dc:contributor>", .creator, ["Biên Tập"]),
            ("<dcterms:audience>teachers</dcterms:audience>", .audience, ["teachers"]),
            ("<dcterms:educationLevel>THPT</dcterms:educationLevel>", .educationalLevel, ["THPT"]),
            ("<dcterms:license rdf:resource='https://l.example/'/>", .license, ["https://l.example/"]),
            ("<dc:language>other</dc:language>", .inLanguage, []),
            ("<dcterms:alternative>B</dcterms:alternative>", .alternateName, ["B"]),
            ("<dcterms:isVersionOf>https://v.example/</dcterms:isVersionOf>", .isVersionOf, ["https://v.example/"]),
            ("<dcterms:isPartOf>https://p.example/</dcterms:isPartOf>", .isPartOf, ["https://p.example/"]),
            ("<dcterms:isPartOf>Tập san</dcterms:isPartOf>", .isPartOf, []),
            ("<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>", .creator, ["A", "B"]),
            (
                "<dc:description>Submitted by A (a@b.vn) on 2020-01-01T00:00:00Z No. of bitstreams: 1</dc:description>",
                .description, []
            ),
        ])
    func statements(xml: String, field: SourceField, expected: [String]) throws {
        #expect(try dc("<dc:title>A</dc:title>" + xml)[field] == expected)
    }

    @Test(
        "the same is read from DSpace's own fields, XOAI, RDF and qualified Dublin Core",
        arguments: [
            """
            <dim:dim xmlns:dim="http://www.dspace.org/xmlns/dspace/dim"><dim:field mdschema="dc" element="title" lang="vi">Sóng</dim:field>
            <dim:field mdschema="dc" element="contributor" qualifier="author">Lý Âm</dim:field>
            <dim:field mdschema="dc" element="contributor" qualifier="advisor">Thầy</dim:field>
            <dim:field mdschema="dc" element="date" qualifier="accessioned">2020-01-01T00:00:00Z</dim:field>
            <dim:field mdschema="dc" element="date" qualifier="issued">2018</dim:field>
            <dim:field mdschema="dc" element="description" qualifier="provenance">Submitted by x on y</dim:field>
            <dim:field mdschema="dc" element="description" qualifier="abstract">Tóm</dim:field>
            <dim:field mdschema="dc" element="identifier" qualifier="citation">Sóng, https://khong.example/</dim:field>
            <dim:field mdschema="dc" element="identifier" qualifier="uri">https://a.vn/1</dim:field></dim:dim>
            """,
            """
            <metadata xmlns="http://www.lyncode.com/xoai"><element name="dc">
            <element name="title"><element name="vi"><field name="value">Sóng</field></element></element>
            <element name="contributor"><element name="author"><element name="none"><field name="value">Lý Âm</field></element></element></element>
            <element name="date"><element name="issued"><element name="none"><field name="value">2018</field></element></element></element>
            <element name="description"><element name="abstract"><element name="none"><field name="value">Tóm</field></element></element>
            <element name="provenance"><element name="none"><field name="value">Submitted by x on y</field></element></element></element>
            <element name="identifier"><element name="uri"><element name="none"><field name="value">https://a.vn/1</field></element></element></element>
            </element><element name="bundles"><element name="bundle"><field name="name">ORIGINAL</field></element></element></metadata>
            """,
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:dcterms="http://purl.org/dc/terms/"><rdf:Description rdf:about="https://a.vn/1"><dc:title>Sóng</dc:title>
            <dcterms:creator>Lý Âm</dcterms:creator><dcterms:abstract>Tóm</dcterms:abstract><dcterms:issued>2018</dcterms:issued>
            </rdf:Description></rdf:RDF>
            """,
            """
            <q:qualifieddc xmlns:q="http://dspace.org/qualifieddc/" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Sóng</dc:title><dc:creator>Lý Âm</dc:creator>
            <dcterms:abstract>Tóm</dcterms:abstract><dcterms:dateAccepted>2020-01-01T00:00:00Z</dcterms:dateAccepted>
            <dcterms:issued>2018</dcterms:issued><dc:identifier>https://a.vn/1</dc:identifier></q:qualifieddc>
            """,
        ])
    func serialisations(xml: String) throws {
        let record = try xmlRecord(xml)
        #expect(record[.name] == ["Sóng"] && record[.creator] == ["Lý Âm"] && record[.datePublished] == ["2018"])
        #expect(record[.description] == ["Tóm"] && record[.url] == ["https://a.vn/1"])
        #expect(record[.identifier] == ["https://a.vn/1"])
    }
}
