import CatalogueModel
import RecordFormats
import Testing

@Suite("Reading LOM")
struct LOMReadingTests {
    static let lom1 = """
        <lom xmlns="http://ltsc.ieee.org/xsd/LOM">
         <general>
          <identifier><catalog>URI</catalog><entry>https://hoclieu.example.vn/lua/7</entry></identifier>
          <identifier><catalog>DOI</catalog><entry>10.1234/lua.7</entry></identifier>
          <title><string language="en">Rice pests</string><string language="vi">Sâu bệnh hại lúa</string></title>
          <language>vi</language>
          <description><string language="en">Pests</string><string language="vi">Nhận biết <![CDATA[<b>sâu</b>]]> bệnh</string></description>
          <keyword><string language="vi">rầy nâu</string></keyword><keyword><string>đạo ôn</string></keyword>
         </general>
         <lifeCycle>
          <contribute><role><source>LOMv1.0</source><value>author</value></role>
           <entity>BEGIN:VCARD
        VERSION:3.0
        N:Lê;Ánh;Thị;ThS.
        FN:Lê Thị Ánh
        END:VCARD</entity><date><dateTime>2020-03-01T00:00:00Z</dateTime></date></contribute>
          <contribute><role><value>publisher</value></role><entity>BEGIN:VCARD&#10;ORG:Đại học Cần Thơ;Khoa Nông nghiệp&#10;END:VCARD</entity>
           <date><dateTime>2021-05-30</dateTime></date></contribute>
          <contribute><role><value>validator</value></role><entity>Trần Văn Bảy</entity></contribute>
         </lifeCycle>
         <technical><format>video/mp4</format><location>https://hoclieu.example.vn/lua/7.mp4</location>
          <duration><duration>PT12M30S</duration></duration></technical>
         <educational>
          <learningResourceType><source>LOMv1.0</source><value>lecture</value></learningResourceType>
          <intendedEndUserRole><source>LOMv1.0</source><value>learner</value></intendedEndUserRole>
          <context><source>LOMv1.0</source><value>higher education</value></context>
          <typicalLearningTime><duration>PT1H</duration></typicalLearningTime>
         </educational>
         <rights><copyrightAndOtherRestrictions><value>yes</value></copyrightAndOtherRestrictions>
          <description><string>Theo CC BY-SA (https://creativecommons.org/licenses/by-sa/4.0/)</string></description></rights>
         <relation><kind><value>isbasedon</value></kind>
          <resource><identifier><entry>https://a.vn/goc</entry></identifier></resource></relation>
         <relation><kind><value>requires</value></kind>
          <resource><identifier><entry>https://a.vn/khac</entry></identifier></resource></relation>
         <classification><purpose><value>discipline</value></purpose>
          <taxonPath><source><string>ISCED-F 2013</string></source>
           <taxon><id>08</id><entry><string>Nông nghiệp</string></entry></taxon>
           <taxon><id>0811</id><entry><string>Trồng trọt</string></entry></taxon></taxonPath>
          <taxonPath><source><string>DDC</string></source><taxon><id>633.18</id></taxon></taxonPath></classification>
        </lom>
        """

    @Test("LOM 1.0: every field goes where it belongs")
    func ieee() throws {
        let record = try xmlRecord(Self.lom1)
        #expect(
            record.values == [
                .identifier: ["doi:10.1234/lua.7"], .otherIdentifier: ["doi:10.1234/lua.7"],
                .name: ["Sâu bệnh hại lúa"], .alternateName: ["Rice pests"],
                .description: ["Nhận biết sâu bệnh", "Pests"],
                .descriptionLanguage: ["vi"], .url: ["https://hoclieu.example.vn/lua/7.mp4"],
                .publisherName: ["Đại học Cần Thơ, Khoa Nông nghiệp"], .creator: ["Lê Thị Ánh"], .inLanguage: ["vi"],
                .license: [
                    "https://creativecommons.org/licenses/by-sa/4.0/",
                    "Theo CC BY-SA (https://creativecommons.org/licenses/by-sa/4.0/)",
                ],
                .learningResourceType: ["lecture"], .about: ["0811", "ddc:633.18"],
                .keywords: ["rầy nâu", "đạo ôn", "Trồng trọt"], .educationalLevel: ["higher education"],
                .audience: ["learner"], .datePublished: ["2021-05-30"], .timeRequired: ["PT1H"],
                .duration: ["PT12M30S"],
                .isBasedOn: ["https://a.vn/goc"], .coursePrerequisites: ["https://a.vn/khac"],
            ])
    }

    @Test(
        "the bindings of IMS, in any namespace and in none",
        arguments: [
            " xmlns=\"http://www.imsglobal.org/xsd/imsmd_v1p2\"",
            " xmlns=\"http://www.imsglobal.org/xsd/imsmd_rootv1p2p1\"", "",
            " xmlns=\"https://w3id.org/kim/hs-oer-lom\"",
        ])
    func ims(namespace: String) throws {
        let record = try xmlRecord(
            """
            <lom\(namespace)><general><title><langstring xml:lang="vi-VN">Đại số</langstring></title>
            <catalogentry><catalog>ISBN</catalog><entry><langstring>9786049654321</langstring></entry></catalogentry>
            <language>vi</language><keyword><langstring>toán</langstring></keyword></general>
            <lifecycle><contribute><role><source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
            <value><langstring xml:lang="x-none">Author</langstring></value></role>
            <centity><vcard>BEGIN:VCARD FN:Nguyễn Văn An ORG:Trường A END:VCARD</vcard></centity>
            <date><datetime>2019</datetime></date></contribute></lifecycle>
            <technical><format>audio/mpeg</format><location type="URI"> https://a.vn/1 </location>
            <duration><datetime>00:31:33</datetime></duration></technical>
            <educational><context><value><langstring>other</langstring></value></context>
            <typicalagerange><langstring>7-9</langstring></typicalagerange></educational>
            <rights><description><langstring xml:lang="x-t-cc-url">https://creativecommons.org/licenses/by/4.0</langstring></description></rights>
            </lom>
            """)
        #expect(
            record.values == [
                .identifier: ["isbn:9786049654321"], .otherIdentifier: ["isbn:9786049654321"], .name: ["Đại số"],
                .inLanguage: ["vi"], .keywords: ["toán"], .creator: ["Nguyễn Văn An"], .datePublished: ["2019"],
                .learningResourceType: ["audio"], .url: ["https://a.vn/1"], .duration: ["PT31M33S"],
                .audience: ["children"],
                .license: ["https://creativecommons.org/licenses/by/4.0"],
            ])
    }

    @Test(
        "names are found in vCards of every version",
        arguments: [
            ("BEGIN:VCARD\nVERSION:4.0\n  FN: Lê Thị Ánh \nEND:VCARD", "Lê Thị Ánh"),
            ("BEGIN:VCARD\nN:Lê;Ánh;Thị\nEND:VCARD", "Lê, Ánh"),
            ("BEGIN:VCARD\nN:;;\nORG:A\\, B;C\nEND:VCARD", "A, B, C"),
            ("begin:vcard\nfn;charset=utf-8:Ánh\nend:vcard", "Ánh"),
            ("BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=81nh\nEND:VCARD", "Ánh"),
            ("BEGIN:VCARD VERSION:3.0 N:Lê;Ánh FN:Lê Thị Ánh EMAIL:a@b.vn END:VCARD", "Lê Thị Ánh"),
            ("item1.FN", "item1.FN"),
            ("Lê Thị Ánh", "Lê Thị Ánh"), ("BEGIN:VCARD\nEMAIL:a@b.vn\nEND:VCARD", nil), ("", nil),
            ("BEGIN:VCARD", nil),
        ] as [(String, String?)])
    func vCards(card: String, name: String?) throws {
        let record = try xmlRecord(
            "<lom><lifecycle><contribute><role><value>author</value></role><entity>\(card)</entity></contribute></lifecycle></lom>"
        )
        #expect(record[.creator] == (name.map { [$0] } ?? []))
    }
}

/// The examples of the HS-OER profile of LOM: what stands in them.
@Suite("LOM examples", .enabled(if: SharedData.isThere))
struct LOMExampleTests {
    private static let folder = "conformance/lom-hs-oer/dini-ag-kim+hs-oer-lom-profil/"
    static let versions = ["20200116", "20200228", "20210506", "20210909", "draft"]

    /// File → a field of its and the values, which all versions share.
    static let stated: [(String, SourceField, [String])] = [
        ("classification-example", .keywords, ["Wirtschaftsmathematik", "Wirtschaftswissenschaften", "Mathematics"]),
        ("educational-example", .description, ["Das Arbeiten mit linearen Vektorabbildungen wird vermittelt."]),
        ("full-example-a", .name, ["Introduction to Difference Equations"]),
        ("full-example-a", .duration, ["PT31M33S"]),
        ("full-example-b", .name, ["Baustein 5 Classroom Action Research"]),
        ("full-example-b", .creator, ["Annika Kolb", "Ingrid Vonrhein", "Marita Schocker"]),
        ("full-example-b", .identifier, ["8dee40f6-0b22-4e5c-9d39-7ebeb7d20b9f"]),
        ("full-example-b", .otherIdentifier, ["hdl:10900.3/OER_qiYOaTBN"]), ("general-example", .inLanguage, ["de"]),
        ("lifecycle-example", .creator, ["Annika Kolb", "Ingrid Reimer"]), ("rights-example", .license, ["by-sa"]),
        ("technical-example", .duration, ["PT31M33S"]), ("metametadata-example", .name, []),
    ]

    @Test("every example is read as it says", arguments: versions)
    func examples(version: String) throws {
        let files = SharedData.files(Self.folder + version + "/examples").map { String($0.dropLast(4)) }
        for (file, field, expected) in Self.stated where files.contains(file) {
            let bytes = try SharedData.bytes(Self.folder + version + "/examples/" + file + ".xml")
            let found = try read(bytes, .xml).values(field).first
            let short = found?.map { value in
                // Versions differ in academic titles and in the form of the licence’s address.
                let name = value.replacing("Dr. ", with: "")
                return field == .license ? String(name.split(separator: "/").dropFirst(3).first ?? "") : name
            }
            #expect(short == expected, "\(file)")
        }
        #expect(Set(files).subtracting(Self.stated.map(\.0)) == ["datetime-example"])
    }

    @Test("a date alone is no record", arguments: versions)
    func fragment(version: String) throws {
        let bytes = try SharedData.bytes(Self.folder + version + "/examples/datetime-example.xml")
        #expect(throws: RecordFormatError.self) { try read(bytes, .xml) }
    }
}
