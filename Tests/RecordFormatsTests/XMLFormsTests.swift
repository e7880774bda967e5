import CatalogueModel
import RecordFormats
import Testing

@Suite("MODS, DataCite and feeds")
struct XMLFormsTests {
    @Test("MODS")
    func mods() throws {
        let expected: [SourceField: [String]] = [
            .identifier: ["m-1"], .name: ["L'atlas: bản đồ Việt Nam. Tập 2"], .alternateName: ["Atlas mở"],
            .creator: ["Đỗ, Mai"],
            .learningResourceType: ["map", "textbook"], .publisherName: ["NXB Ví Dụ"], .datePublished: ["2019-04"],
            .inLanguage: ["vie"], .duration: ["90 phút"], .description: ["Tóm tắt"], .audience: ["teachers"],
            .keywords: ["Địa lí", "Việt Nam"], .about: ["0532"], .isBasedOn: ["https://goc.example/atlas"],
            .otherIdentifier: ["isbn:9786040000019", "doi:10.5555/atlas"], .url: ["https://kho.example/atlas"],
            .license: ["https://creativecommons.org/licenses/by/4.0/", "CC BY"],
        ]
        #expect(try xmlRecord(XMLFixtures.mods).values == expected)
    }

    @Test("DataCite")
    func dataCite() throws {
        let expected: [SourceField: [String]] = [
            .identifier: ["doi:10.5555/DL-1"], .name: ["Lượng mưa: 2001–2020"], .alternateName: ["Rainfall"],
            .creator: ["Hồ Sơn", "Đinh Biên"], .publisherName: ["Viện Ví Dụ"], .datePublished: ["2022-03-04"],
            .learningResourceType: ["data"], .keywords: ["Thủy văn"], .about: ["0532"], .inLanguage: ["vi"],
            .isBasedOn: ["https://doi.org/10.5555/goc"],
            .license: ["https://creativecommons.org/publicdomain/zero/1.0/", "CC0"],
            .description: ["Số liệu mưa."], .descriptionLanguage: ["vi"], .otherIdentifier: ["doi:10.5555/DL-1"],
            .url: ["https://doi.org/10.5555/DL-1"],
        ]
        #expect(try xmlRecord(XMLFixtures.dataCite).values == expected)
        let wrapped =
            "<oai_datacite xmlns='http://schema.datacite.org/oai/oai-1.1/'><payload>\(XMLFixtures.dataCite)</payload></oai_datacite>"
        #expect(try xmlRecord(wrapped).values == expected)
    }

    @Test("OpenAIRE's profile")
    func openAIRE() throws {
        let record = try xmlRecord(
            """
            <resource xmlns="http://namespace.openaire.eu/schema/oaire/" xmlns:datacite="http://datacite.org/schema/kernel-4"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><datacite:titles><datacite:title>Luận văn</datacite:title></datacite:titles>
            <datacite:creators><datacite:creator><datacite:creatorName>Bùi Tú</datacite:creatorName></datacite:creator></datacite:creators>
            <datacite:identifier identifierType="Handle">2027/9</datacite:identifier>
            <datacite:identifier identifierType="URL">https://kho.example/9</datacite:identifier>
            <dc:language>vie</dc:language><dc:publisher>Trường</dc:publisher><dc:description>Tóm tắt</dc:description>
            <resourceType resourceTypeGeneral="literature" uri="http://purl.org/coar/resource_type/c_bdcc">master thesis</resourceType>
            <licenseCondition uri="https://creativecommons.org/licenses/by/4.0/">CC BY</licenseCondition></resource>
            """)
        #expect(record[.name] == ["Luận văn"] && record[.creator] == ["Bùi Tú"] && record[.inLanguage] == ["vie"])
        #expect(record[.learningResourceType] == ["text"] && record[.url] == ["https://kho.example/9"])
        #expect(record[.license].first == "https://creativecommons.org/licenses/by/4.0/")
        #expect(record[.description] == ["Tóm tắt"] && record[.publisherName] == ["Trường"])
    }

    @Test("RSS with podcasts, media and Creative Commons: what the feed says holds where the item is silent")
    func rss() throws {
        let records = try read(XMLFixtures.rss, .xml).compactMap(\.record)
        let first: [SourceField: [String]] = [
            .identifier: ["tap-1"], .name: ["Tập 1: Thủy triều & mặt trăng"], .url: ["https://nghe.example/1"],
            .datePublished: ["2021-09-06"], .description: ["Vì sao nước lên?"], .keywords: ["Vật lí"],
            .duration: ["PT1H2M3S"],
            .learningResourceType: ["audio"], .inLanguage: ["vi"], .creator: ["Ban Biên Tập"],
            .license: ["https://creativecommons.org/licenses/by-sa/4.0/"],
        ]
        let second: [SourceField: [String]] = [
            .identifier: ["https://nghe.example/2"], .name: ["Tập 2"], .url: ["https://nghe.example/2"],
            .creator: ["Phạm Cảnh"],
            .description: ["Sóng âm"], .inLanguage: ["en"],
            .license: ["https://creativecommons.org/publicdomain/zero/1.0/"],
            .learningResourceType: ["video"], .duration: ["PT1M35S"], .keywords: ["sóng", "âm"],
        ]
        #expect(records.map(\.values) == [first, second])
    }

    @Test("what a damaged item says is not taken for the feed's")
    func damagedItem() throws {
        let damaged = XMLFixtures.rss.replacing("<title>Tập 1", with: "<title Tập 1", maxReplacements: 1).replacing(
            "<link>https://nghe.example/1</link>", with: "<language>fr</language><author>Kẻ Khác</author>")
        let outcomes = try read(damaged.replacing("<dc:creator>Phạm Cảnh</dc:creator>", with: ""), .xml)
        #expect(outcomes.map { $0.refusal?.reason } == [.malformedSyntax, nil])
        #expect(outcomes.values(.creator) == [["Ban Biên Tập"]])
    }

    @Test("Atom")
    func atom() throws {
        let records = try read(XMLFixtures.atom, .xml).compactMap(\.record)
        let first: [SourceField: [String]] = [
            .identifier: ["urn:uuid:1"], .otherIdentifier: ["urn:uuid:1"], .name: ["Hóa học vui"],
            .url: ["https://kho.example/hoa"],
            .learningResourceType: ["video"], .datePublished: ["2024-01-02"], .description: ["Fun chemistry"],
            .descriptionLanguage: ["en"], .keywords: ["Hóa học"], .inLanguage: ["vi"], .creator: ["Nhóm Kho"],
            .license: ["CC BY 4.0"],
        ]
        #expect(records.first?.values == first)
        #expect(records.last?[.description] == ["Hai ba"] && records.last?[.inLanguage] == ["en"])
        #expect(records.last?[.license] == ["https://creativecommons.org/licenses/by-nc/4.0/"])
        #expect(records.last?[.creator] == ["Ngô An"])
    }

    @Test("RSS 1.0")
    func rss1() throws {
        let record = try xmlRecord(XMLFixtures.rss1)
        #expect(record[.identifier] == ["https://tin.example/1"] && record[.url] == ["https://tin.example/1"])
        #expect(
            record[.inLanguage] == ["vi"] && record[.datePublished] == ["2020-05-06"]
                && record[.keywords] == ["Tin học"])
        #expect(record[.license] == ["https://creativecommons.org/licenses/by/4.0/"])
    }

    @Test(
        "dates of RFC 822 become ISO dates",
        arguments: [
            ("Mon, 06 Sep 2021 08:00:00 +0700", "2021-09-06"), ("6 Sep 21 08:00 GMT", "2021-09-06"),
            ("Fri, 31 Dec 1999 23:59:59 EST", "1999-12-31"), ("31 December 98", "1998-12-31"),
            ("2021-09-06", "2021-09-06"),
            ("Thu, 30 Feb 2021 00:00:00 GMT", "Thu, 30 Feb 2021 00:00:00 GMT"), ("hôm qua", "hôm qua"),
        ])
    func rfc822(text: String, expected: String) throws {
        let record = try xmlRecord(
            "<rss><channel><item><title>A</title><pubDate>\(text)</pubDate></item></channel></rss>")
        #expect(record[.datePublished] == [expected])
    }
}
