import CatalogueModel
import RecordFormats
import Testing

@Suite("Excel workbooks")
struct WorkbookTests {
    private static let workbook = """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
        <workbookPr/><sheets><sheet name="Học liệu" sheetId="1" r:id="rId2"/><sheet name="Khác" sheetId="2" r:id="rId1"/></sheets></workbook>
        """
    private static let relations = """
        <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>
        """
    private static let strings = """
        <sst><si><t>Tiêu đề</t></si><si><t>Địa chỉ</t></si><si><r><t xml:space="preserve">Trồng </t></r>\
        <r><t>lúa, ngô</t></r><rPh><t>đọc</t></rPh></si></sst>
        """
    private static let styles = """
        <styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0&quot;d m&quot;"/></numFmts>\
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>
        """

    private func table(_ rows: String, strings: String = strings) throws -> [String] {
        var archive = ZIPBuilder()
        archive.add("[Content_Types].xml", "<Types/>")
        archive.add("xl/worksheets/sheet2.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>")
        archive.add(
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>sai</v></c></row></sheetData></worksheet>")
        archive.add("xl/workbook.xml", Self.workbook)
        archive.add("xl/_rels/workbook.xml.rels", Self.relations)
        archive.add("xl/sharedStrings.xml", strings)
        archive.add("xl/styles.xml", Self.styles)
        let text = String(decoding: try WorkbookTable(archive.bytes, file: "t.xlsx").bytes, as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("The first sheet is read cell by cell: shared and own texts, figures, dates, gaps")
    func cells() throws {
        let lines = try table(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Ngày</t></is></c></row>
            <row r="3"><c r="A3" t="s"><v>2</v></c><c r="C3" s="1"><v>45292</v></c></row>
            <row r="4"><c r="B4"><v>2020</v></c><c r="C4" s="2"><v>61</v></c></row>
            <row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" s="3"><v>5</v></c><c r="C5" s="1"><v>1</v></c></row>
            """)
        #expect(
            lines == [
                "\"Tiêu đề\",\"Địa chỉ\",Ngày", "", "\"Trồng lúa, ngô\",,2024-01-01", ",2020,1900-03-01",
                "TRUE,5,1900-01-01", "",
            ])
    }

    @Test("Of a formula comes what it showed; one that shows nothing comes as text and is not computed")
    func formulas() throws {
        let lines = try table(
            """
            <row r="1"><c r="A1"><f>A2&amp;B2</f><v>7</v></c><c r="B1" t="str"><f>HYPERLINK("x")</f><v>thấy</v></c>\
            <c r="C1"><f>HYPERLINK("http://evil.example","x")</f></c></row>
            """)
        #expect(lines[0] == "7,thấy,\"=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\"")
    }

    @Test(
        "What is no workbook, is damaged or is made to do harm is refused in words",
        arguments: [
            [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0xFF, count: 500),
        ])
    func damaged(bytes: [UInt8]) {
        #expect(WorkbookTable.isWorkbook(bytes))
        #expect(throws: RecordFormatError.self) { try WorkbookTable(bytes, file: "t.xlsx") }
        var empty = ZIPBuilder()
        empty.add("a.txt", "x")
        #expect(throws: RecordFormatError.self) { try WorkbookTable(empty.bytes, file: "t.xlsx") }
    }

    @Test("Entities are never expanded, far cells and references into nothing do no harm")
    func hostile() throws {
        let bomb = "<!DOCTYPE sst [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>"
        #expect(throws: RecordFormatError.self) {
            try table("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", strings: bomb)
        }
        let lines = try table(
            """
            <row r="1"><c r="A1" t="s"><v>99999</v></c><c r="ZZZZZZZZ1"><v>1</v></c><c r="XFD1"><v>2</v></c><c r="B1"><v>3</v></c></row>
            <row r="999999999"><c r="A2"><v>4</v></c></row><row r="-1"><c><v>5</v></c></row>
            """)
        #expect(lines.count < 10 && lines[0].hasPrefix(",3"))
    }
}
