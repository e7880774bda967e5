import CatalogueModel
import RecordFormats
import Testing

@Suite("Reading XML")
struct XMLElementReaderTests {
    static let list = """
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
        let readings = try readXML(Self.list)
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
        var reader = xmlReader(Array(Self.list.utf8), chunk: 7)
        #expect(reader.root == nil)
        _ = try reader.next()
        #expect(reader.root?.name == XMLName("list", in: "urn:l"))
        #expect(reader.root?[attribute: "day"] == "1 & 2")
    }

    @Test("the root itself may be a unit")
    func rootUnit() throws {
        #expect(try readXML("<record xmlns='urn:l'><a/></record>").compactMap(\.unit).count == 1)
        #expect(try readXML("<record xmlns='urn:l'/>").compactMap(\.unit).map(\.parent) == [nil])
    }
}

func xmlReader(_ bytes: [UInt8], chunk: Int = 65_536, isUnit: ((XMLName, Int, XMLName?) -> Bool)? = nil)
    -> XMLElementReader
{
    var position = 0
    return XMLElementReader(
        file: "in",
        chunks: {
            guard position < bytes.count else { return nil }
            defer { position += chunk }
            return Array(bytes[position..<min(bytes.count, position + chunk)])
        },
        isUnit: isUnit ?? { name, depth, parent in
            name == XMLName("record", in: "urn:l") && (depth == 0 || parent?.local == "records")
        })
}

func readXML(_ bytes: [UInt8], chunk: Int = 65_536, isUnit: ((XMLName, Int, XMLName?) -> Bool)? = nil) throws
    -> [XMLReading]
{
    var reader = xmlReader(bytes, chunk: chunk, isUnit: isUnit)
    var readings: [XMLReading] = []
    while let reading = try reader.next() { readings.append(reading) }
    #expect(reader.bytesRead == bytes.count)
    return readings
}

func readXML(_ text: String, chunk: Int = 65_536) throws -> [XMLReading] { try readXML(Array(text.utf8), chunk: chunk) }

extension XMLReading {
    var unit: XMLUnit? { if case .unit(let unit) = self { unit } else { nil } }
    var refusal: RecordProblem? { if case .refused(let problem) = self { problem } else { nil } }
}
