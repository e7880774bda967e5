import Foundation
import RecordFormats
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
    @Test("values stand in the order they were written, with commas between them")
    func order() {
        var json = JSONWriter()
        json.object { json in
            json.member("b", 1)
            json.member("a", ["x", "y"])
            json.key("o")
            json.object { _ in }
            json.key("l")
            json.array { json in
                json.null()
                json.bool(true)
                json.array { _ in }
                json.number(-1.5)
            }
            json.member("e", "")
            json.member("f", false)
            json.member("none", Double.nan)
        }
        let expected = #"{"b":1,"a":["x","y"],"o":{},"l":[null,true,[],-1.5],"e":"","f":false,"none":null}"#
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test(
        "text cannot leave the script it stands in",
        arguments: [
            ("</script>", #""\u003c/script\u003e""#), ("a&b", #""a\u0026b""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
            ("\"\\", #""\"\\""#), ("\n\r\t\u{0}\u{1F}", #""\n\r\t\u0000\u001f""#),
            ("“Cần Thơ” ‧ 📚", "\"“Cần Thơ” ‧ 📚\""),
        ])
    func escaping(text: String, expected: String) {
        var json = JSONWriter()
        json.string(text)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test("any text comes back as it was", arguments: 0..<20)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let pool: [Unicode.Scalar] = [
            "a", "\"", "\\", "<", "\u{0}", "\u{7F}", "\u{2028}", "‧", "ộ", "\u{301}", "📚", "\u{FFFD}", "&", "\n",
        ]
        for _ in 0..<50 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
                scalars.append(Bool.random(using: &random) ? pool.randomElement(using: &random) ?? "a" : any ?? "x")
            }
            let text = String(scalars)
            var json = JSONWriter()
            json.array { $0.string(text) }
            #expect(!json.bytes.contains { $0 == 0x3C || $0 == 0x3E || $0 == 0x26 || $0 < 0x20 })
            let read = try JSONDecoder().decode([String].self, from: Data(json.bytes))
            #expect(read.first.map { Array($0.utf8) } == Array(text.utf8))
        }
    }
}
