import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import RecordFormats
import TestSupport
import Testing
import Vocabularies

@Suite("Reading what institutions send")
struct DepositReaderTests {
    private let reader = DepositReader(Fixture.reference)

    private func table(_ text: String, institution: String? = "example") throws -> [DepositRow] {
        try reader.rows(of: Array(text.utf8), as: .table(nil), name: "t.csv", institution: institution)
    }

    private func resource(_ row: DepositRow) throws -> LearningResource {
        guard case .resource(let resource, _) = row.content else {
            throw try #require(row.problems.first)
        }
        return resource
    }

    @Test(
        "Vietnamese and English headings, commas, semicolons and tabs all say the same",
        arguments: [
            "Tiêu đề,Địa chỉ,Lĩnh vực\nTrồng lúa,https://example.org/1,083\n",
            "Tiêu đề;Địa chỉ;Lĩnh vực\nTrồng lúa;https://example.org/1;083\n",
            "title\turl\tsubject\nTrồng lúa\thttps://example.org/1\tnuôi tôm\n",
            "sep=;\r\nname;Link;Ngành\r\nTrồng lúa;https://example.org/1;Thủy sản\r\n",
            "\u{FEFF}TIÊU ĐỀ,ĐỊA CHỈ,LĨNH VỰC\n\"Trồng lúa\",\"https://example.org/1\",\"Fisheries\"\n",
        ])
    func headings(text: String) throws {
        let rows = try table(text)
        let resource = try resource(try #require(rows.first))
        #expect(rows.count == 1 && resource.title == "Trồng lúa" && resource.subjects == ["083"])
        #expect(resource.publisher.id == "example" && resource.id.rawValue == "example:trong-lua")
    }

    @Test("A table without a column every resource needs is refused as a whole, with what it has")
    func missingColumn() throws {
        let error = #expect(throws: RecordFormatError.self) { try table("Tiêu đề,Mô tả\nA,B\n") }
        #expect(error?.message.vietnamese == "Dòng tiêu đề thiếu cột: Địa chỉ")
        #expect(error?.remedy.vietnamese.contains("Tiêu đề, Mô tả") == true)
        #expect(throws: RecordFormatError.self) { try table("") }
    }

    @Test(
        "Formulas are text, and said to be formulas",
        arguments: ["=HYPERLINK(\"http://evil.example\",\"x\")", "@SUM(A1)", "+cmd|' /C calc'!A0", "-cmd(1)"])
    func formulas(formula: String) throws {
        let cell = "\"" + formula.replacing("\"", with: "\"\"") + "\""
        let row = try #require(try table("Tiêu đề,Địa chỉ\n\(cell),https://example.org/1\n").first)
        #expect(try resource(row).title == formula)
        #expect(row.problems.contains { $0.message.vietnamese.contains("công thức") && $0.severity == .warning })
    }

    @Test("Figures with a sign are no formulas", arguments: ["-5 °C trong tủ lạnh", "+84 và các mã vùng"])
    func figures(title: String) throws {
        let row = try #require(try table("Tiêu đề,Địa chỉ\n\(title),https://example.org/1\n").first)
        #expect(try resource(row).title == title && row.problems.allSatisfy { $0.field == "license" })
    }

    @Test("HTML and scripts in any field are text or nothing, never markup or an address to run")
    func hostile() throws {
        let attack = "<script>alert(1)</script><b onclick=x>đậm</b>"
        var values = Dictionary(uniqueKeysWithValues: SourceField.allCases.map { ($0, [attack]) })
        values[.identifier] = nil
        values[.publisher] = nil
        values[.publisherName] = nil
        let refused = reader.row(of: values, institution: "example")
        guard case .refused = refused.content else {
            Issue.record("\(refused)")
            return
        }
        #expect(refused.problems.contains { $0.field == "url" && $0.severity == .refused })
        for url in ["javascript:alert(1)", "data:text/html,x", "https://a@b.example", "https://x.example/\"><script>"] {
            values[.url] = [url]
            guard case .refused = reader.row(of: values, institution: "example").content else {
                Issue.record("\(url)")
                continue
            }
        }
        values[.url] = ["https://example.org/1"]
        let resource = try resource(reader.row(of: values, institution: "example"))
        #expect(!resource.title.isEmpty && resource.url == "https://example.org/1")
        #expect(resource.isBasedOn.isEmpty && resource.translationOfWork.isEmpty && resource.factsFrom == nil)
    }

    @Test("Ten thousand tags are bounded, and said to be too many")
    func tags() throws {
        let tags = (0..<10_000).map { "thẻ \($0)" }
        let row = reader.row(
            of: [.name: ["A"], .url: ["https://example.org/1"], .keywords: tags], institution: "example")
        #expect(try resource(row).keywords.count == 100)
        #expect(row.problems.contains { $0.field == "keywords" })
    }

    @Test("A record of another institution is known by identifier and name; one's own name passes")
    func strangers() throws {
        let header = "Tiêu đề,Địa chỉ,Đơn vị\n"
        for own in ["example", "Trường Thử", "TRƯỜNG THỬ", "truong thu", ""] {
            _ = try resource(try #require(try table(header + "A,https://example.org/1,\(own)\n").first))
        }
        for other in ["other", "Trường Khác"] {
            let row = try #require(try table(header + "A,https://example.org/1,\(other)\n").first)
            guard case .foreign(let named) = row.content else {
                Issue.record("\(row)")
                continue
            }
            #expect(named == other)
        }
    }

    @Test("A curator's records name their institution, which the register must know")
    func curators() throws {
        let header = "Tiêu đề,Địa chỉ,Đơn vị\n"
        #expect(
            try resource(table(header + "A,https://a.example,example\n", institution: nil)[0]).publisher.id == "example"
        )
        for text in ["A,https://a.example,\n", "A,https://a.example,nobody\n"] {
            guard case .refused = try table(header + text, institution: nil)[0].content else {
                Issue.record("\(text)")
                continue
            }
        }
    }

    @Test("More records than a batch takes are refused as a whole")
    func tooMany() throws {
        let text = "Tiêu đề,Địa chỉ\n" + String(repeating: "A,https://example.org/1\n", count: 10_001)
        #expect(throws: RecordFormatError.self) { try table(text) }
    }
}
