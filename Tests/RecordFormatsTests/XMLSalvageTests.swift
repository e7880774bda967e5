import CatalogueModel
import Foundation
import RecordFormats
import Testing
import Vocabularies

@Suite("Damaged XML")
struct XMLSalvageTests {
    @Test(
        "what programs commonly get wrong is mended, and told",
        arguments: [
            ("A & B", "A & B", "1 bare &"), ("A &copy B", "A &copy B", "1 bare &"),
            ("?a=1&b=2;", "?a=1&b=2;", "1 bare &"),
            ("A&nbsp;B&ndash;C", "A\u{A0}B–C", "2 HTML entities"), ("&unknown;", "&unknown;", "1 bare &"),
            ("5 < 6", "5 < 6", "1 bare <"), ("a <3 b", "a <3 b", "1 bare <"),
            ("A\u{1}B\u{C}", "AB", "2 control character(s)"), ("A&#0;&#x1F;B", "AB", "2 control character(s)"),
            ("A\u{FFFF}B", "AB", "1 control character(s)"), ("&amp;&#233;&& ", "&é&&", "2 bare &"),
            ("<i t='a&b'>x</i>", "x", "1 bare &"), ("<![CDATA[a & b\u{2}]]>", "a & b", "1 control character(s)"),
        ])
    func mended(damaged: String, text: String, told: String) throws {
        let readings = try readXML(list("<record>\(damaged)</record>", "<record>next</record>"))
        #expect(readings.compactMap(\.unit?.element.text) == [text, "next"])
        let warnings = try #require(readings.first?.unit?.warnings)
        #expect(warnings.count == 1 && warnings[0].severity == .warning)
        #expect(warnings[0].message.english.contains(told), "\(warnings[0].message.english)")
        #expect(readings.last?.unit?.warnings == [])
    }

    @Test(
        "bytes that are not UTF-8 become U+FFFD",
        arguments: [[0xFF], [0xC0, 0x80], [0xE1, 0xBA], [0x80]] as [[UInt8]])
    func notUTF8(bad: [UInt8]) throws {
        let parts = list("<record>A|B</record>", "<record>C</record>").split(separator: "|").map { Array($0.utf8) }
        let readings = try readXML(parts[0] + bad + parts[1])
        #expect(readings.compactMap(\.unit).count == 2)
        #expect(readings.first?.unit?.element.text == "A" + String(repeating: "\u{FFFD}", count: bad.count) + "B")
        #expect(readings.first?.unit?.warnings.count == 1)
    }

    @Test(
        "what cannot be mended costs one record, and says what is wrong",
        arguments: [
            ("<record><a>x</b></record>", "<a> is closed by </b>"),
            ("<record><a>x</record>", "<a> is closed by </record>"),
            ("<record><a>x", "<record> never closes"), ("<record><a b='x>y</a></record>", "a tag is broken off"),
            ("<record><a b='1' b='2'/></record>", "an attribute stands there twice"),
            ("<record><!-- x</record>", "<record> never closes"),
            ("<record><![CDATA[x</record>", "<record> never closes"),
            ("<record><a b=c/></record>", "AttValue"), ("<record><!ELEMENT x></record>", "a tag is broken off"),
            ("<record><a </record>", "a tag is broken off"), ("<rekord>x</record>", "<rekord> is closed by </record>"),
            ("<record><?pi x</record>", "<record> never closes"), ("</other>", "<records> is closed by </other>"),
        ])
    func refused(damaged: String, told: String) throws {
        let readings = try readXML(list("<record>1</record>", damaged, "<record>2</record>", "<record>3</record>"))
        #expect(readings.compactMap(\.unit?.element.text) == ["1", "2", "3"])
        let problems = readings.compactMap(\.refusal)
        #expect(problems.count == 1)
        #expect(problems.first?.message.english.contains(told) == true, "\(problems.map(\.message.english))")
        #expect(problems.first?.location.line == 4)
    }

    @Test("a document that ends within a record keeps what came before")
    func cutOff() throws {
        let bytes = Array(list("<record>1</record>", "<record>2</record>", "<record><a>Tiếng Việt</a></record>").utf8)
        let third = try #require(String(decoding: bytes, as: UTF8.self).range(of: "<record><a>"))
        let start = String(decoding: bytes, as: UTF8.self)[..<third.lowerBound].utf8.count
        let length = "<record><a>Tiếng Việt</a></record>".utf8.count
        for end in start + 1..<start + length {
            let readings = try readXML(Array(bytes[..<end]))
            #expect(readings.compactMap(\.unit?.element.text) == ["1", "2"])
            #expect(readings.compactMap(\.refusal).count == 1, "\(end)")
            #expect(readings.last?.refusal?.message.english.contains("cut off") == true, "\(end)")
        }
        let afterAll = try readXML(Array(bytes[..<(start + length)]))
        #expect(afterAll.compactMap(\.unit).count == 3 && afterAll.last?.refusal != nil)
    }

    @Test(
        "a document that ends with an end tag of nothing is read to its end",
        arguments: ["</x>", "</list></list>", "</"])
    func strayEnd(end: String) throws {
        let readings = try readXML(list("<record>1</record>").dropLast() + end)
        #expect(readings.compactMap(\.unit).count == 1 && readings.compactMap(\.refusal).count == 1)
    }

    @Test("one byte of damage in one record leaves all others, in order", arguments: 1...6 as ClosedRange<UInt64>)
    func oneByte(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let records = (0..<8).map { index in
            "  <record n=\"\(index)\">\n<head kind=\"a\"><id>\(index)</id></head><meta><d:dc xml:lang='vi'><d:title>Bài \(index) &amp; "
                + "câu hỏi</d:title><d:url>http://a.vn/?x=1&amp;y=\(index)</d:url></d:dc></meta></record>"
        }
        let odd = Array("<>&\"'/!?=;#[- \u{0}\u{1}x".utf8) + [0x80, 0xC3, 0xFF]
        for _ in 0..<150 {
            let hurt = Int.random(in: 0..<8, using: &random)
            var parts = records.map { Array($0.utf8) }
            let place = Int.random(in: 2..<parts[hurt].count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: parts[hurt][place] = odd.randomElement(using: &random) ?? 0
            case 1: parts[hurt].remove(at: place)
            default: parts[hurt].insert(odd.randomElement(using: &random) ?? 0, at: place)
            }
            let start = Array("<list xmlns='urn:l' xmlns:d='urn:d'><records>\n".utf8)
            let readings = try readXML(start + parts.joined(separator: [0x0A]) + Array("</records></list>".utf8))
            let found = readings.compactMap(\.unit).map { $0.element.all("head", "id").first?.text ?? "" }
            let others = (0..<8).filter { $0 != hurt }.map(String.init)
            let text = String(decoding: parts[hurt], as: UTF8.self)
            #expect(found.filter { others.contains($0) }.prefix(8) == others[...], "\(text)")
            #expect(readings.compactMap(\.refusal).count <= 2, "\(text)")
        }
    }
}

@Suite("Limits of XML")
struct XMLLimitTests {
    @Test("a record of 4 MiB is read, a longer one is refused, and the next one is read")
    func length() throws {
        let frame = "<record></record>".utf8.count
        let fitting = String(repeating: "a", count: RecordReader.recordLimit - frame)
        let readings = try readXML(
            list("<record>\(fitting)</record>", "<record>\(fitting)a</record>", "<record>B</record>"))
        #expect(readings.map { $0.refusal?.reason } == [nil, .tooLong, nil])
        #expect(readings.last?.unit?.element.text == "B")
    }

    @Test("12 MB in one element between records cost little memory and no record")
    func longText() throws {
        let filler = [UInt8](repeating: 0x61, count: 1 << 20)
        for tag in ["<x>|</x>", "<!--|-->", "<record>|</record>"] {
            let frame = list("<record>1</record>", tag, "<record>2</record>").split(separator: "|").map {
                Array($0.utf8)
            }
            var position = -1
            var reader = XMLElementReader(
                file: "in",
                chunks: {
                    position += 1
                    return position == 0 ? frame[0] : position <= 12 ? filler : position == 13 ? frame[1] : nil
                }, isUnit: isTestUnit)
            var texts: [String] = []
            while let reading = try reader.next() { texts += [reading.unit?.element.text].compactMap { $0 } }
            #expect(texts == ["1", "2"], "\(tag)")
        }
    }

    @Test(
        "100 levels are read, 101 and a hundred thousand are refused",
        arguments: [(99, true), (100, false), (100_000, false)])
    func depth(levels: Int, isRead: Bool) throws {
        let nested = String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
        let readings = try readXML(list("<record>\(nested)</record>", "<record>B</record>"))
        #expect((readings.first?.unit != nil) == isRead)
        #expect(readings.last?.unit?.element.text == "B")
        #expect(throws: RecordFormatError.self) { try readXML(String(repeating: "<a>", count: 101)) }
    }

    @Test("256 attributes are read, more are refused", arguments: [(256, true), (257, false), (100_000, false)])
    func attributes(count: Int, isRead: Bool) throws {
        let attributes = (0..<count).map { "a\($0)='x'" }.joined(separator: " ")
        let readings = try readXML(list("<record><b \(attributes)/></record>", "<record>B</record>"))
        #expect((readings.first?.unit != nil) == isRead)
        #expect(readings.last?.unit?.element.text == "B")
    }

    @Test("namespace declarations nested without end are refused")
    func namespaces() throws {
        let tag = "<a " + (0..<100).map { "xmlns:p\($0)='u'" }.joined(separator: " ") + ">"
        let nested = String(repeating: tag, count: 50) + String(repeating: "</a>", count: 50)
        let readings = try readXML(list("<record>\(nested)</record>", "<record>B</record>"))
        #expect(readings.map { $0.unit == nil } == [true, false])
    }

    @Test(
        "input made to be searched again and again takes no longer than its length",
        arguments: [
            "<record>", "<record><!--", "<record><![CDATA[", "<record a='", "<record><?", "<record><a>", "</a>",
            "<a b='",
        ])
    func quadratic(piece: String) throws {
        let text = "<list xmlns='urn:l'><records>" + String(repeating: piece, count: 300_000 / piece.utf8.count)
        let clock = ContinuousClock()
        let elapsed = clock.measure { _ = try? readXML(Array(text.utf8)) }
        #expect(elapsed < .seconds(60))
    }
}
