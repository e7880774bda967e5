import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("Reading XML")
struct XMLElementReaderTests {
    static let document = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- <record>not this</record> -->
        <list xmlns="urn:l" xmlns:d="urn:d" xml:lang="vi" day='1 &amp; 2'>
          <head><record/></head>
          <records>
            <record id="1"><d:title>Đại số &amp; hình học</d:title><![CDATA[<record>]]></record>
            <record id="2" d:kind="a&#233;&lt;">x<!-- </record> -->y<?php echo "</record>"; ?>z</record>
            <record xmlns="urn:other" id="3"/>
            <record id="4"><inner xmlns="urn:other"><record/></inner>
            </record>
          </records>
        </list>

        """

    @Test("units come as trees, with their line, their parent and the language around them")
    func units() throws {
        let readings = try readXML(Self.document)
        let units = readings.compactMap(\.unit)
        #expect(units.count == readings.count)
        #expect(units.map { $0.element[attribute: "id"] } == ["1", "2", "4"])
        #expect(units.map(\.location.line) == [6, 7, 9])
        #expect(units.allSatisfy { $0.parent == XMLName("records", in: "urn:l") && $0.language == "vi" })
        let first = units[0].element
        #expect(first.name == XMLName("record", in: "urn:l"))
        #expect(first.children.map(\.name) == [XMLName("title", in: "urn:d")])
        #expect(first.first("title")?.text == "Đại số & hình học")
        #expect(first.text == "Đại số & hình học<record>")
        #expect(units[1].element.content == [.text("xyz")])
        #expect(units[1].element.attributes[1].name == XMLName("kind", in: "urn:d"))
        #expect(units[1].element[attribute: "kind"] == "aé<")
        #expect(units[2].element.all("inner", "record").map(\.name.namespace) == ["urn:other"])
        #expect(units[2].element.children.map(\.line) == [9])
    }

    @Test("the root and its attributes can be asked for")
    func root() throws {
        var reader = XMLElementReader(
            file: "in", chunks: chunks(of: Array(Self.document.utf8), size: 7), isUnit: isTestUnit)
        #expect(reader.root == nil)
        _ = try reader.next()
        #expect(reader.root?.name == XMLName("list", in: "urn:l"))
        #expect(reader.root?[attribute: "day"] == "1 & 2")
    }

    @Test(
        "the root itself may be a unit", arguments: ["<record xmlns='urn:l'><a/></record>", "<record xmlns='urn:l'/>"])
    func rootUnit(text: String) throws {
        #expect(try readXML(text).compactMap(\.unit).map(\.parent) == [nil])
    }

    @Test("one document after another in one file is read")
    func severalDocuments() throws {
        let one = "<?xml version='1.0'?>\n<record xmlns='urn:l'/>\n"
        #expect(try readXML(one + one + one).compactMap(\.unit?.location.line) == [2, 4, 6])
    }

    @Test("line breaks and blanks that are text stay, white space that only lays out becomes one line break")
    func whiteSpace() throws {
        let element = try #require(
            try readXML(list("<record>\n\n   <a>    </a><b>x\n y</b>  <c/>\r\n</record>")).first?.unit?.element)
        #expect(
            element.content.map { if case .text(let text) = $0 { text } else { "" } } == ["\n", "", "", "  ", "", "\n"])
        #expect(element.children.map { $0.content } == [[.text("    ")], [.text("x\n y")], []])
    }

    @Test("a prefix that nothing declares costs a warning, not the record")
    func undeclaredPrefix() throws {
        let unit = try #require(try readXML(list("<record><dc:title>A</dc:title></record>", "<record/>")).first?.unit)
        #expect(unit.element.first("title")?.name == XMLName("title"))
        #expect(unit.warnings.map(\.message.english) == ["The prefix “dc:” is not declared by xmlns"])
    }
}

@Suite("Encodings of XML")
struct XMLEncodingTests {
    private func document(_ encoding: String, _ title: [UInt8]) -> [UInt8] {
        Array("<?xml version='1.0' encoding='\(encoding)'?><record xmlns='urn:l'>".utf8) + title
            + Array("</record>".utf8)
    }

    @Test(
        "the encoding of the declaration is honoured",
        arguments: [
            ("UTF-8", Array("Tiếng Việt".utf8), "Tiếng Việt"), ("iso-8859-1", [0xE9, 0x74, 0xE9], "été"),
            ("windows-1252", [0x93, 0x41, 0x94], "“A”"), ("windows-1258", [0xD0, 0xFD], "Đư"),
            ("KOI8-R", [0xCD, 0xC9, 0xD2], "мир"), ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B], "日本"),
            ("UTF-16", Array("giả".utf8), "giả"), ("US-ASCII", Array("chữ".utf8), "chữ"),
        ] as [(String, [UInt8], String)])
    func declared(encoding: String, bytes: [UInt8], text: String) throws {
        for chunk in [1, 3, 4096] {
            let unit = try #require(try readXML(document(encoding, bytes), chunk: chunk).first?.unit)
            #expect(unit.element.text == text)
            #expect(unit.warnings.isEmpty)
        }
    }

    @Test("UTF-16 is read, with or without a byte order mark", arguments: [[0xFF, 0xFE], [0xFE, 0xFF], [], [0]])
    func utf16(mark: [UInt8]) throws {
        let isLittle = mark == [0xFF, 0xFE] || mark.isEmpty
        let text = "<?xml version='1.0' encoding='UTF-16'?><record xmlns='urn:l'>Học 📚</record>"
        let words = text.utf16.flatMap {
            isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
        }
        for chunk in [1, 2, 3, 4096] {
            let units = try readXML((mark.count == 2 ? mark : []) + words, chunk: chunk).compactMap(\.unit)
            #expect(units.map(\.element.text) == ["Học 📚"])
        }
    }

    @Test("bytes that are no character of the encoding become U+FFFD")
    func undecodable() throws {
        let unit = try readXML(document("Shift_JIS", [0x41, 0xFF, 0x42])).first?.unit
        #expect(unit?.element.text == "A\u{FFFD}B")
    }

    @Test("a byte order mark is skipped")
    func byteOrderMark() throws {
        #expect(try readXML([0xEF, 0xBB, 0xBF] + Array("<record xmlns='urn:l'/>".utf8)).compactMap(\.unit).count == 1)
    }

    @Test("an encoding that is not known refuses the file, with its name")
    func unknown() throws {
        let error = #expect(throws: RecordFormatError.self) { try readXML(document("TCVN-99", [0x41])) }
        #expect(error?.message.english == "The encoding “TCVN-99” it declares is not known")
    }
}

@Suite("What is no XML to be read")
struct XMLRefusalTests {
    @Test(
        "an input that is no XML is refused for what it seems to be",
        arguments: [
            ("", RecordFormatError.Kind.empty, "empty"), (" \n\t", .empty, "empty"),
            ("<!DOCTYPE html><html><head><title>404 Not\nFound</title>", .webPage, "“404 Not Found”"),
            ("\n<html lang='vi'><body>Bảo trì</body></html>", .webPage, "HTML"),
            (
                "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><html/>", .webPage,
                "HTML"
            ),
            ("{\"error\": 1}", .unreadable, "JSON"), ("[]", .unreadable, "JSON"), ("%PDF-1.7", .unreadable, "PDF"),
            ("broken xml", .unreadable, "“broken xml”"), ("503 Service Unavailable", .unreadable, "503"),
            ("<", .unreadable, "no XML element"), ("<?xml version='1.0'?>", .unreadable, "no XML element"),
            ("<!-- x -->", .unreadable, "no XML element"),
        ] as [(String, RecordFormatError.Kind, String)])
    func noXML(text: String, kind: RecordFormatError.Kind, part: String) throws {
        for chunk in [1, 4096] {
            let error = #expect(throws: RecordFormatError.self) { try readXML(Array(text.utf8), chunk: chunk) }
            #expect(error?.kind == kind)
            #expect(error?.message.english.contains(part) == true, "\(error?.message.english ?? "")")
        }
    }

    @Test(
        "declarations of entities refuse the file, whatever they are",
        arguments: [
            "<!DOCTYPE a [<!ENTITY x 'y'>]>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
            "<!DOCTYPE a SYSTEM 'a.dtd' [ ]>", "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://e.example/x'> %p;]>",
            "<!DOCTYPE a [<!ENTITY a0 'ha'><!ENTITY a1 '&a0;&a0;&a0;'>]>",
        ])
    func entities(doctype: String) throws {
        let error = #expect(throws: RecordFormatError.self) {
            try readXML("<?xml version='1.0'?>\n\(doctype)\n<record xmlns='urn:l'>&x;</record>")
        }
        #expect(error?.kind == .entities)
        #expect(error?.location.line == 2)
    }

    @Test(
        "a DOCTYPE without declarations is passed over",
        arguments: [
            "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/rss-0.91.dtd\">",
            "<!DOCTYPE record>", "<!DOCTYPE record SYSTEM 'a>[b'>",
        ])
    func bareDoctype(doctype: String) throws {
        #expect(try readXML(doctype + "<record xmlns='urn:l'>A</record>").compactMap(\.unit?.element.text) == ["A"])
    }

    @Test("a DOCTYPE within a unit does not bring entities in")
    func lateDoctype() throws {
        let readings = try readXML(list("<record><!DOCTYPE a [<!ENTITY x 'y'>]>&x;</record>", "<record>B</record>"))
        #expect(readings.compactMap(\.unit?.element.text) == ["B"])
        #expect(readings.first?.refusal != nil)
    }

    @Test("warnings of a program before the document are passed over")
    func warningsBefore() throws {
        let text = "Warning: deprecated in x.php on line 3\n<?xml version='1.0'?><record xmlns='urn:l'/>"
        #expect(try readXML(text).compactMap(\.unit).count == 1)
    }
}
