import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("Reading MARC 21")
struct MARCReadingTests {
    @Test("a textbook of a Vietnamese library comes with every field")
    func textbook() throws {
        let outcome = try #require(try read(MARCBuilder.textbook.bytes, .marc).first)
        let record = try #require(outcome.record)
        #expect(outcome.warnings.isEmpty)
        #expect(record.location == SourceLocation(file: "in", line: 1))
        #expect(
            record.values == [
                .identifier: ["VN-CTU.000123"], .otherIdentifier: ["ISBN 9786049654321"],
                .name: ["Kỹ thuật trồng lúa: giáo trình"], .alternateName: ["Rice growing"],
                .description: ["Trình bày giống, đất, nước và phân bón cho cây lúa."], .descriptionLanguage: ["vie"],
                .url: ["https://thuvien.example.vn/sach/123"], .publisherName: ["Nhà xuất bản Đại học Cần Thơ"],
                .creator: ["Lê, Thị Ánh", "Trần, Văn Bảy"], .inLanguage: ["vie"],
                .license: ["https://creativecommons.org/licenses/by/4.0/", "Ghi công 4.0"],
                .learningResourceType: ["textbook", "text"], .about: ["ddc:630.7"],
                .keywords: ["Cây lúa – Việt Nam", "Nông nghiệp", "Đồng bằng sông Cửu Long"],
                .educationalLevel: ["Đại học"], .datePublished: ["2019"],
            ])
        #expect(record.namesInSource[.url] == "856 $u")
    }

    @Test(
        "a field goes where it belongs",
        arguments: [
            ("035", "  $a(OCoLC)77 1", SourceField.identifier, ["(OCoLC)77-1"]),
            ("022", "0 $a0317-8471$z1234", .otherIdentifier, ["ISSN 0317-8471"]),
            ("024", "7 $a10.1234/x.5$2doi", .otherIdentifier, ["doi:10.1234/x.5"]),
            ("024", "7 $a10.1234/x.5$2doi", .url, ["https://doi.org/10.1234/x.5"]),
            ("024", "7 $a2027/abc$2hdl", .otherIdentifier, ["hdl:2027/abc"]),
            ("024", "3 $a9780306406157", .otherIdentifier, []), ("020", "  $z123", .otherIdentifier, []),
            ("041", "1 $avieeng$hfre", .inLanguage, ["vie", "eng"]), ("041", "0 $acam", .inLanguage, ["khm"]),
            ("041", "07$avi$2iso639-1", .inLanguage, ["vi"]), ("041", "0 $aund", .inLanguage, []),
            ("240", "10$aWerke.$lEnglish", .alternateName, ["Werke"]),
            ("246", "30$aDạy học /", .alternateName, ["Dạy học"]),
            ("245", "00$a[Không tên].", .name, ["Không tên"]),
            ("245", "00$aTập san.$nSố 2,$pHè.", .name, ["Tập san. Số 2, Hè"]),
            ("245", "00$aLập trình C++ /$cA.", .name, ["Lập trình C++"]),
            ("260", "  $aH. :$bGiáo dục ;$c[2005?]", .publisherName, ["Giáo dục"]),
            ("260", "  $aH. :$bGiáo dục ;$c[2005?]", .datePublished, ["2005"]), ("260", "  $c19--", .datePublished, []),
            ("306", "  $a013005", .duration, ["PT1H30M5S"]),
            ("505", "0 $aChương 1 -- Chương 2", .description, ["Chương 1 -- Chương 2"]),
            ("506", "0 $aTruy cập mở.", .license, ["Truy cập mở"]),
            ("856", "40$uhttps://a.vn/x$rhttps://l.vn/", .license, ["https://l.vn/"]),
            (
                "856", "  $uhttps://creativecommons.org/licenses/by/4.0/", .license,
                ["https://creativecommons.org/licenses/by/4.0/"]
            ),
            ("856", "  $uhttps://creativecommons.org/licenses/by/4.0/", .url, []),
            ("856", "42$uhttps://a.vn/x", .url, []), ("856", "4 $uftp://a.vn/x", .url, []),
            ("521", "  $aNông dân.", .audience, ["Nông dân"]), ("385", "  $aTrẻ em", .audience, ["Trẻ em"]),
            ("655", " 7$aMaps.", .learningResourceType, ["map"]), ("655", " 7$aTranh lụa.", .keywords, ["Tranh lụa"]),
            ("336", "  $btdi", .learningResourceType, ["video"]), ("072", " 7$a0541$2isced-f", .about, ["0541"]),
            ("082", "00$a519.5/3$a[E]", .about, ["ddc:519.53"]),
            ("050", " 0$aQA76.73 .P22$bM33", .about, ["lcc:QA76.73"]),
            ("082", "00$aX", .about, []),
            ("082", "00$a51", .about, []),
            ("651", " 0$aCần Thơ (Việt Nam)$xLịch sử.", .keywords, ["Cần Thơ (Việt Nam) – Lịch sử"]),
            ("765", "0 $tGốc$uhttps://a.vn/goc", .translationOfWork, ["https://a.vn/goc"]),
            ("775", "08$tKhác$ohttps://a.vn/ban1", .isVersionOf, ["https://a.vn/ban1"]),
            ("773", "0 $tTập bài$whttps://a.vn/x$uhttps://a.vn/tap", .isPartOf, ["https://a.vn/tap"]),
            ("775", "08$tKhác", .isVersionOf, []),
            ("100", "1 $aTournier, Paul.", .creator, ["Tournier, Paul"]),
            ("100", "1 $aMullin, Virginia L.", .creator, ["Mullin, Virginia L."]),
            ("100", "0 $aHenri$bIV,$cvua Pháp", .creator, ["Henri IV vua Pháp"]),
            ("110", "2 $aTrường Đại học Cần Thơ.$bKhoa Luật.", .creator, ["Trường Đại học Cần Thơ. Khoa Luật"]),
            ("700", "1 $aA, B$4aut", .creator, ["A, B"]), ("700", "1 $aA, B$4trl", .creator, []),
            ("700", "1 $aA, B$4http://id.loc.gov/vocabulary/relators/aut", .creator, ["A, B"]),
            ("700", "1 $aA, B$edịch.", .creator, []),
            ("700", "12$aA, B$tTruyện", .creator, []), ("700", "1 $aA, B", .creator, ["A, B"]),
        ] as [(String, String, SourceField, [String])])
    func fields(tag: String, content: String, field: SourceField, expected: [String]) throws {
        var builder = MARCBuilder(type: "r")
        builder.data(tag, content)
        let outcome = try #require(try read(builder.bytes, .marc).first)
        #expect(outcome.record?[field] == expected)
        #expect(outcome.warnings.isEmpty)
    }

    @Test(
        "008 gives language, date, readers and kind where no field does",
        arguments: [
            ("a", "s2019    ", " ", SourceField.datePublished, ["2019"]),
            ("a", "e20190315", " ", .datePublished, ["2019-03-15"]),
            ("a", "e20190300", " ", .datePublished, ["2019-03"]), ("a", "s19uu    ", " ", .datePublished, []),
            ("a", "nuuuuuuuu", " ", .datePublished, []), ("a", "s2019    ", "j", .audience, ["children"]),
            ("a", "s2019    ", "g", .audience, ["general-public"]), ("a", "s2019    ", " ", .inLanguage, ["vie"]),
            ("a", "s2019    ", " ", .learningResourceType, ["text"]),
            ("g", "s2019    ", " ", .learningResourceType, ["video"]),
            ("j", "s2019    ", " ", .learningResourceType, ["audio"]),
            ("e", "s2019    ", " ", .learningResourceType, ["map"]),
        ] as [(Character, String, String, SourceField, [String])])
    func codedField(type: Character, date: String, readers: String, field: SourceField, expected: [String]) throws {
        var builder = MARCBuilder(type: type)
        builder.control("008", "210304" + date + "vm     " + readers + "            vie d")
        builder.data("245", "00$aA")
        #expect(try read(builder.bytes, .marc).first?.record?[field] == expected)
    }

    @Test("the address of the resource itself comes before that of a version, and of any other")
    func addresses() throws {
        var builder = MARCBuilder()
        builder.data("856", "4 $uhttps://a.vn/3")
        builder.data("856", "41$uhttps://a.vn/2")
        builder.data("856", "40$uhttps://a.vn/1")
        #expect(try read(builder.bytes, .marc).values(.url) == [["https://a.vn/1"]])
    }

    @Test(
        "records that describe no resource are refused with the reason",
        arguments: [
            ("00000dam a2200000 a 4500", "245", RecordProblem.Reason.withdrawn, "deleted"),
            ("00000nz  a2200000n  4500", "150", .wrongType, "authority"),
            ("00000nx  a2200000n  4500", "852", .wrongType, "holdings"),
            ("00000nam a2200000   450 ", "200", .malformedSyntax, "UNIMARC"),
        ])
    func unfit(leader: String, tag: String, reason: RecordProblem.Reason, word: String) throws {
        var builder = MARCBuilder()
        builder.leader = leader
        builder.data(tag, "  $aX")
        let problem = try #require(try read(builder.bytes, .marc).first?.refusal)
        #expect(problem.reason == reason)
        #expect(problem.message.english.contains(word))
    }

    @Test("MARC in JSON reads the same as ISO 2709")
    func json() throws {
        let json = """
            {"leader":"00000nam a2200000 a 4500","fields":[{"001":"7"},{"003":"VN-X"},\
            {"245":{"ind1":"0","ind2":"0","subfields":[{"a":"Toán :"},{"b":"lớp 6 /"},{"c":"A"}]}}]}
            """
        var builder = MARCBuilder()
        builder.control("001", "7")
        builder.control("003", "VN-X")
        builder.data("245", "00$aToán :$blớp 6 /$cA")
        let record = try #require(try read(json).first?.record)
        #expect(try read(builder.bytes, .marc).first?.record?.values == record.values)
        #expect(record[.name] == ["Toán: lớp 6"])
    }
}
