import CatalogueModel
import RecordFormats
import Testing

@Suite("Reading JSON")
struct JSONReadingTests {
    @Test(
        "one line is one record, whatever ends the lines",
        arguments: [
            "{\"name\":\"A\"}\n{\"name\":\"B\"}\n", "{\"name\":\"A\"}\r\n{\"name\":\"B\"}\r\n",
            "\u{FEFF}{\"name\":\"A\"}\n\n  \n{\"name\":\"B\"}", "\n\n{\"name\": \"A\"}\n\r\n\t{\"name\" : \"B\" } ",
        ])
    func lines(text: String) throws {
        #expect(try read(text).values(.name) == [["A"], ["B"]])
    }

    @Test(
        "a list and objects over many lines are cut by brackets",
        arguments: [
            "[{\"name\":\"A\"},{\"name\":\"B\"}]", "[\n  {\n \"name\": \"A\"\n },\n {\"name\": \"B\"}\n]\n",
            "\n [ {\"name\":\"A\"}\n,\n{\"name\":\"B\"} ] ", "{\n  \"name\": \"A\"\n}\n{\n  \"name\": \"B\"\n}",
            "{ \"about\": [],\n \"name\": \"A\" }\n{ \"name\":\n \"B\" }",
            "[{\"name\":\"A\",\"x\":{\"y\":[\"]}\\\"\"]}},{\"name\":\"B\"}]\n",
        ])
    func lists(text: String) throws {
        #expect(try read(text).values(.name) == [["A"], ["B"]])
    }

    @Test("a record keeps the line on which it begins")
    func linesOfRecords() throws {
        let text = "[\n{\n\"name\": \"A\"\n},\n\n{\"name\":\"B\"},\n7,\n{\"name\":\"C\"}\n]"
        let outcomes = try read(text)
        #expect(outcomes.compactMap { $0.record?.location.line } == [2, 6, 8])
        #expect(outcomes.compactMap { $0.refusal?.location.line } == [7])
        #expect(try read("\n\n{\"name\":\"A\"}\n\n{\"name\":\"B\"}").compactMap { $0.record?.location.line } == [3, 5])
    }

    @Test("an empty file has no records", arguments: ["", "\n", "\u{FEFF}", " \r\n\r\n", "[]", "[ ]\n"])
    func empty(text: String) throws {
        #expect(try read(text).isEmpty)
    }

    @Test(
        "escapes and characters of every plane come out as written",
        arguments: [
            ("\\u0110\\u1ea1i h\\u1ecdc", "Đại học"), ("\\ud83d\\udcda", "📚"), ("\\\"\\\\\\/", "\"\\/"),
            ("a\\tb\\nc", "a\tb\nc"), ("Cần Thơ", "Cần Thơ"), ("日本語", "日本語"), ("🇻🇳", "🇻🇳"),
        ])
    func escapes(written: String, expected: String) throws {
        #expect(try read("{\"name\":\"\(written)\"}").values(.name) == [[expected]])
    }

    @Test("half a surrogate pair becomes U+FFFD, with a warning", arguments: ["\\ud800", "\\udc00", "\\ud800\\u0041"])
    func loneSurrogates(written: String) throws {
        let outcome = try #require(try read("{\"name\":\"x\(written)\"}").first)
        #expect(outcome.record?[.name].first?.hasPrefix("x\u{FFFD}") == true)
        #expect(outcome.warnings.map(\.reason) == [.malformedValue])
    }

    @Test("numbers keep their digits", arguments: ["7", "-0", "1035", "12345678901234567890", "1.50", "2e5"])
    func numbers(digits: String) throws {
        #expect(try read("{\"identifier\":\(digits)}").values(.identifier) == [[digits]])
    }
}
