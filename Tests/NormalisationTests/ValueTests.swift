import CatalogueModel
import Foundation
import Normalisation
import Testing
import Vocabularies

@Suite("Cleaning values")
struct ValueTests {
    @Test(
        "text is trimmed, in NFC, with single spaces and no control characters",
        arguments: [
            ("Đại học", "Đại học"), ("  a \n\t b  ", "a b"), ("a\u{0}b\u{7}c", "abc"), ("a\u{A0}\u{3000}b", "a b"),
            ("\u{FEFF}a\u{202E}b", "ab"), ("e\u{301}", "\u{E9}"), ("Ca\u{302}\u{300}n", "Cần"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
            ("한국어".decomposedStringWithCanonicalMapping, "한국어"), ("a\u{85}b\u{2028}c", "a b c"), ("x\u{FFFF}", "x"),
        ])
    func cleanText(written: String, expected: String) throws {
        let title = try normalised([.name: [written]]).resource.title
        #expect(Array(title.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("cleaning twice changes nothing more")
    func idempotent() throws {
        for title in ["  Đ\u{300}ại \u{1}học", "a\r\nb", "ﬁ ½ e\u{328}\u{301}", "👩‍👩‍👧 x\u{FE0F}"] {
            let once = try normalised([.name: [title]]).resource.title
            #expect(try normalised([.name: [once]]).resource.title == once)
        }
    }

    @Test("titles and descriptions that are too long are cut at a word")
    func cut() throws {
        let words = String(repeating: "Đại số ", count: 5_000)
        let (resource, warnings) = try normalised([.name: [words], .description: [words]])
        #expect((990...1_000).contains(resource.title.count))
        #expect(resource.title.hasSuffix("…") && !resource.title.contains(" …"))
        #expect((19_990...20_000).contains(resource.description?.count ?? 0))
        #expect(warnings.map(\.reason) == [.tooLong, .tooLong])
        let fitting = String(repeating: "ộ", count: 1_000)
        #expect(try normalised([.name: [fitting]]).resource.title == fitting)
        #expect(try normalised([.name: [fitting + "a"]]).resource.title.count == 1_000)
    }

    @Test(
        "addresses of pages are taken as they are",
        arguments: [
            "https://a.vn", "http://a.vn/x?y=z#w", "HTTPS://A.VN/", "https://học-liệu.vn/sách", "https://a.vn:8080/x",
            "http://[2001:db8::1]/x", "https://a.vn/%20|{x}", "https://xn--hc-liu-p5a.vn/", "http://192.168.1.1/x",
        ])
    func addresses(written: String) throws {
        #expect(try normalised([.url: [written]]).resource.url == written)
    }

    @Test(
        "what is no address of a page is refused",
        arguments: [
            "www.a.vn", "a", "ftp://a.vn/x", "javascript:alert(1)", "data:text/html,x", "mailto:a@b.vn", "https://",
            "https:///x",
            "http://?x", "https://user:secret@a.vn/", "https://user@a.vn", "https://a.vn/a b", "https://a .vn",
            "https://a.vn:x/",
            "https://a.vn:99999/", "https://a.vn\\@b.vn/", "https://a.vn/<script>", "https://a.vn/\"", "//a.vn/x",
            "https://.",
            "https://a.vn/" + String(repeating: "x", count: 2_050), "file:///etc/passwd", "https://%61.vn",
        ])
    func noAddresses(written: String) {
        let problems = refusals([.url: [written]])
        #expect(problems.map(\.reason) == [.malformedValue])
        #expect(problems.map(\.field) == ["url"])
    }

    @Test("a bad address of another page costs that address only")
    func otherAddresses() throws {
        let (resource, warnings) = try normalised([.isBasedOn: ["x", "https://b.org"], .subjectOf: ["y"]])
        #expect(resource.isBasedOn == ["https://b.org"])
        #expect(resource.factsFrom == nil)
        #expect(warnings.map(\.field) == ["isBasedOn", "subjectOf"])
    }

    @Test(
        "dates are read as people write them",
        arguments: [
            ("2021", "2021"), ("2021-05", "2021-05"), ("2021-05-30", "2021-05-30"),
            ("2021-05-30T08:00:00Z", "2021-05-30"),
            ("2021-09-22 00:00:00-04", "2021-09-22"), ("30/05/2021", "2021-05-30"), ("1/2/2021", "2021-02-01"),
            ("30-5-2021", "2021-05-30"), ("30.05.2021", "2021-05-30"), ("05/2021", "2021-05"),
            ("2021/5/3", "2021-05-03"),
            ("năm 2021", "2021"), ("tháng 5 năm 2021", "2021-05"), ("ngày 30 tháng 5 năm 2021", "2021-05-30"),
            ("29/02/2024", "2024-02-29"), ("20210530", "2021-05-30"), ("May 2020", "2020-05"),
            ("30 May 2020", "2020-05-30"),
            ("May 30, 2020", "2020-05-30"), ("May 30th, 2020", "2020-05-30"), ("30 thg 5, 2021", "2021-05-30"),
            ("Sun, 30 May 2021 08:00:00 +0700", "2021-05-30"), ("06 Sep 2021", "2021-09-06"), ("mai 2020", "2020-05"),
            ("2021/22", "2021"), ("2021-2022", "2021"), ("2021–22", "2021"), ("1826–7", "1826"), ("1999-2000", "1999"),
            ("Năm học 2021-2022", "2021"), ("c1998", "1998"), ("[2004?]", "2004"), ("[c1998]", "1998"),
            ("©2010", "2010"),
            ("c.1785", "1785"), ("ca. 1998", "1998"), ("cop. 2010", "2010"), ("2004.", "2004"), ("1998-", "1998"),
            ("khoảng 1998", "1998"), ("Spring 2020", "2020"), ("Mùa xuân 2021", "2021"), ("Q3 2020", "2020"),
            ("2021-05-30T08:00:00.123+07:00", "2021-05-30"), ("Tháng 5/2021", "2021-05"),
        ])
    func dates(written: String, expected: String) throws {
        let (resource, warnings) = try normalised([.datePublished: [written]])
        #expect(resource.datePublished?.description == expected)
        #expect(warnings.isEmpty)
    }

    @Test(
        "dates that cannot be are dropped with a warning",
        arguments: [
            "30/02/2021", "29/02/2023", "2021-13", "05/30/2021", "0000", "21", "5/21", "30/05/21", "20211330", "soon",
            "19--", "[19--?]", "197-?", "201?", "19uu", "///", "99999", "1/2/3/2021", "9999", "2019-2021", "May",
            "30 May",
            "2nd edition 2010", "13 thg 13, 2021", "Monday 2020",
        ])
    func noDates(written: String) throws {
        let (resource, warnings) = try normalised([.datePublished: [written]])
        #expect(resource.datePublished == nil)
        #expect(warnings.map(\.reason) == [.malformedValue])
    }

    @Test(
        "lengths of time are read as people write them",
        arguments: [
            ("PT1H30M", 5_400), ("pt90m", 5_400), ("P3DT4H", 273_600), ("1:30:00", 5_400), ("00:12:30", 750),
            ("90 phút", 5_400),
            ("90phút", 5_400), ("2 giờ", 7_200), ("1 giờ 30 phút", 5_400), ("1.5 giờ", 5_400), ("2 tuần", 1_209_600),
            ("45 giây", 45), ("90 minutes", 5_400), ("1h30", 5_400), ("1h 30m 5s", 5_405),
            ("2 hours, 5 minutes", 7_500),
            ("3 tiếng", 10_800), ("003100", 1_860), ("khoảng 2 giờ", 7_200), ("1 hour and 30 minutes", 5_400),
            ("1,5 giờ", 5_400), ("90'", 5_400), ("1h30'", 5_400), ("P0Y0M0DT1H30M0S", 5_400), ("00:12:30.5", 750),
            ("1 giờ và 5 phút", 3_900), ("~ 2 hours", 7_200),
            ("1:02:03", 3_723), ("2 gio", 7_200), ("1 gio va 30 phut", 5_400), ("3 tieng", 10_800), ("45 min", 2_700),
        ])
    func durations(written: String, seconds: Int) throws {
        let (resource, warnings) = try normalised([.timeRequired: [written]])
        #expect(resource.timeRequired?.seconds == seconds)
        #expect(warnings.isEmpty)
    }

    @Test(
        "of two numbers the first is minutes; of a time to learn that is said, for hours may have been meant",
        arguments: [("12:30", 750), ("0:45", 45), ("90:00", 5_400)])
    func minutesAndSeconds(written: String, seconds: Int) throws {
        let played = try normalised([.duration: [written]])
        #expect(played.resource.duration?.seconds == seconds && played.warnings.isEmpty)
        let learned = try normalised([.timeRequired: [written]])
        #expect(learned.resource.timeRequired?.seconds == seconds)
        #expect(learned.warnings.map(\.message.vietnamese) == ["“\(written)” được hiểu là phút và giây"])
    }

    @Test(
        "what has no fixed length is dropped with a warning",
        arguments: [
            "90", "P1M", "P1Y", "PT", "PT0S", "3 tháng", "2 tín chỉ", "1:90:00", "12:75", "12:3", ":30", "-12:30",
            "-90 phút", "1:2:3:4", "phút", "30 phút 2 giờ",
            "-PT5M", "1e9 giờ", "P1Y0M0D", "xii, 300 p.", "10-12 hours", "999999",
            "9999999999999 giờ", "1::2", "x:y:z",
        ])
    func noDurations(written: String) throws {
        let (resource, warnings) = try normalised([.duration: [written]])
        #expect(resource.duration == nil)
        #expect(warnings.map(\.reason) == [.malformedValue])
    }
}
