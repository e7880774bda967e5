import CatalogueModel
import RecordFormats
import Testing
import Vocabularies

@Suite("Reading CSV")
struct CSVReadingTests {
    @Test(
        "the separator is learnt from the header",
        arguments: [
            "identifier,name,url,publisher\n1,A,u,p\n", "identifier;name;url;publisher\r\n1;A;u;p\r\n",
            "identifier\tname\turl\tpublisher\n1\tA\tu\tp", "sep=;\nidentifier;name;url;publisher\n1;A;u;p",
            "\u{FEFF}\"Identifier\",\" NAME \",\"Url\",\"Publisher\"\n\"1\",\"A\" , \"u\",p",
            "Mã,TIÊU ĐỀ,Địa chỉ/Đường dẫn,Đơn vị\n\n1,A,u,p\n,,,\n", "mã;tiêu đề;liên kết;nhà xuất bản\n1;A;u;p",
        ])
    func separators(text: String) throws {
        let records = try read(text, .csv).compactMap(\.record)
        #expect(records.count == 1)
        #expect(records.first?.values == [.identifier: ["1"], .name: ["A"], .url: ["u"], .publisher: ["p"]])
    }

    @Test("every Vietnamese heading of the form has a field")
    func headings() throws {
        let headings = [
            "Mã", "Tiêu đề", "Mô tả", "Địa chỉ", "Đơn vị", "Tác giả", "Ngôn ngữ", "Giấy phép", "Loại", "Lĩnh vực",
            "Từ khóa",
            "Trình độ", "Đối tượng", "Năm", "Thời lượng",
        ]
        let cells = headings.indices.map { "v\($0)" }
        let text = headings.joined(separator: ",") + "\n" + cells.joined(separator: ",")
        let outcome = try #require(try read(text, .csv).first)
        #expect(outcome.warnings.isEmpty)
        #expect(outcome.record?.values.count == headings.count)
        #expect(outcome.record?.namesInSource[.datePublished] == "Năm")
    }

    @Test(
        "cells are read as RFC 4180 and life have them",
        arguments: [
            ("\"a \"\"b\"\" c\"", "a \"b\" c"), ("\"a,b\"", "a,b"), ("5\" disk", "5\" disk"),
            ("\"two\r\nlines\"", "two\nlines"),
            ("\"a\n\nb\"", "a\n\nb"), ("\"\"\"\"", "\""), ("Tiếng Việt", "Tiếng Việt"), ("  x  ", "x"),
        ])
    func cells(written: String, expected: String) throws {
        let outcomes = try read("identifier,name,url,publisher\n1,\(written),u,p\n2,B,u,p\n", .csv)
        #expect(outcomes.values(.name) == [[expected], ["B"]])
    }

    @Test("a record keeps the line on which it begins")
    func lines() throws {
        let text = "identifier,name,url,publisher\n1,\"a\nb\n\nc\",u,p\n\n2,B,u,p\n3,x\n"
        let outcomes = try read(text, .csv)
        #expect(outcomes.compactMap { $0.record?.location.line } == [2, 7])
        #expect(outcomes.compactMap { $0.refusal?.location.line } == [8])
    }

    @Test(
        "lists within a cell are split",
        arguments: [
            (",", "a|b", ["a", "b"]), (",", "a; b ;", ["a", "b"]), (",", "\"Nguyễn A, B\"", ["Nguyễn A, B"]),
            (";", "a|b", ["a", "b"]), (";", "\"a;b\"", ["a;b"]), ("\t", "a;b|c", ["a", "b", "c"]),
        ])
    func lists(separator: String, cell: String, expected: [String]) throws {
        let header = ["identifier", "name", "url", "publisher", "creator"].joined(separator: separator)
        let row = ["1", "A; B | C", "http://u;v|w", "p", cell].joined(separator: separator)
        let record = try read(
            header + "\n" + (separator == ";" ? row.replacing("A; B | C", with: "A").replacing(";v", with: "") : row),
            .csv)
        #expect(record.values(.creator) == [expected])
        #expect(record.values(.name)[0].count == 1)
        #expect(record.values(.url)[0].count == 1)
    }

    @Test("keywords may be separated by commas")
    func keywords() throws {
        let text = "identifier,name,url,publisher,keywords\n1,A,u,p,\"toán, hình học\"\n2,B,u,p,\"a, b; c\""
        #expect(try read(text, .csv).values(.keywords) == [["toán", "hình học"], ["a, b", "c"]])
    }

    @Test(
        "a bad row is refused, telling what is wrong, and the next one is read",
        arguments: [
            ("1,A,u", "3 cells where the header has 4"), ("1,A,u,p,q", "5 cells where the header has 4"),
            ("1,\"A\"x,u,p", "Line 3: text follows the quotation mark that closes a cell"),
            ("1,A\u{0},u,p", "The record holds a NUL character"),
        ])
    func badRows(row: String, message: String) throws {
        let outcomes = try read("identifier,name,url,publisher\n0,First,u,p\n\(row)\n2,Last,u,p\n", .csv)
        #expect(outcomes.map { $0.refusal?.message.english } == [nil, message, nil])
        #expect(outcomes.values(.name) == [["First"], ["Last"]])
    }

    @Test("a quotation mark that never closes is reported with the line on which it opens")
    func openQuote() throws {
        let outcomes = try read("identifier,name,url,publisher\n1,A,u,p\n2,\"x\ny\",\"B,u,p\n3,C,u,p\n", .csv)
        #expect(outcomes.values(.name) == [["A"]])
        #expect(outcomes.last?.refusal?.message.english == "The quotation mark that opens in line 4 never closes")
        #expect(outcomes.last?.refusal?.location.line == 3)
    }

    @Test("a row that is not UTF-8 is refused by line and byte")
    func notUTF8() throws {
        let bytes = Array("identifier,name,url,publisher\n1,\"A\nTi".utf8) + [0xEA] + Array("ng\",u,p\n2,B,u,p\n".utf8)
        let outcomes = try read(bytes, .csv)
        #expect(outcomes[0].refusal?.message.english == "Byte 3 of line 3 is 0xEA: this is not UTF-8")
        #expect(outcomes[1].record?[.name] == ["B"])
    }

    @Test("unknown columns are reported once")
    func unknownColumns() throws {
        let outcomes = try read("identifier,name,url,publisher,Ghi chú\n1,A,u,p,x\n2,B,u,p,y", .csv)
        #expect(outcomes.map { $0.warnings.map(\.field) } == [["Ghi chú"], []])
    }

    @Test(
        "a table without a usable header is refused as a whole",
        arguments: ["", "\n\n", "a,b,c\n1,2,3", "identifier,name,url\n1,A,u", "{\"name\":\"A\"}", "\"unclosed\n1,2"])
    func unusableHeader(text: String) {
        #expect(throws: RecordFormatError.self) { try read(text, .csv) }
    }

    @Test("the error names the missing columns and those there are")
    func headerError() {
        let error = #expect(throws: RecordFormatError.self) { try read("Mã,Tiêu đề,Ghi chú\n", .csv) }
        #expect(error?.message.vietnamese == "Dòng tiêu đề thiếu cột: Địa chỉ, Đơn vị")
        #expect(error?.description(in: .vietnamese).contains("Mã, Tiêu đề, Ghi chú") == true)
    }
}
