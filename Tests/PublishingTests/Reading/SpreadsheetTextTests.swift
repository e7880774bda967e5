import CatalogueModel
import Foundation
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Encodings of spreadsheets")
struct SpreadsheetTextTests {
    private static let table = """
        Mã,Tiêu đề,Địa chỉ,Mô tả
        1,Kỹ thuật trồng lúa nước,https://example.org/1,Hướng dẫn gieo sạ và chăm sóc ở đồng bằng
        2,Đường lối và chính sách,https://example.org/2,Bài giảng của trường đại học

        """
    /// TCVN 5712:1993 (TCVN3) of the letters above.
    private static let tcvn3: [Character: UInt8] = [
        "ã": 0xB7, "ê": 0xAA, "đ": 0xAE, "ề": 0xD2, "Đ": 0xA7, "ị": 0xDE, "ỉ": 0xD8, "ô": 0xAB, "ả": 0xB6, "ỹ": 0xFC,
        "ậ": 0xCB, "ồ": 0xE5, "ú": 0xF3, "ư": 0xAD, "ớ": 0xED, "ẫ": 0xC9, "ạ": 0xB9, "à": 0xB5, "ă": 0xA8, "ó": 0xE3,
        "ở": 0xEB, "ằ": 0xBB, "ờ": 0xEA, "ố": 0xE8, "í": 0xDD, "á": 0xB8, "ủ": 0xF1, "ọ": 0xE4,
    ]

    private static func encoded(_ text: String) -> [UInt8] {
        text.map { character in
            if let byte = tcvn3[character], byte > 0 { return byte }
            return character.asciiValue ?? UInt8(ascii: "?")
        }
    }

    @Test(
        "UTF-8, UTF-16 with and without a mark, and TCVN3 give the same text",
        arguments: ["utf8", "bom", "utf16le", "utf16be", "utf16-unmarked", "tcvn3"])
    func encodings(name: String) throws {
        let text = Self.table
        let bytes: [UInt8] =
            switch name {
            case "utf8": Array(text.utf8)
            case "bom": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            case "utf16le": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case "utf16be": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            case "utf16-unmarked":
                ("id," + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            default: Self.encoded(text)
            }
        let found = SpreadsheetText(bytes)
        #expect(String(decoding: found.bytes, as: UTF8.self).hasSuffix(text.replacing("\u{FEFF}", with: "")))
        #expect((found.encoding == nil) == (name == "utf8" || name == "bom"))
        if name == "tcvn3" { #expect(found.encoding?.vietnamese.contains("TCVN3") == true) }
    }

    @Test("UTF-8 with a broken byte stays UTF-8: reading says where it is broken")
    func damaged() {
        var bytes = Array(Self.table.utf8)
        bytes.insert(0xFF, at: bytes.count - 20)
        let found = SpreadsheetText(bytes)
        #expect(found.bytes == bytes && found.encoding == nil)
    }

    @Test("Any bytes are taken without a crash", arguments: 1...60)
    func anything(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 0...300, using: &generator)
        let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let found = SpreadsheetText(bytes)
        #expect(count == 0 || !found.bytes.isEmpty)
        _ = try? DepositReader(Fixture.reference).rows(
            of: found.bytes, as: .table(nil), name: "x", institution: "example")
    }
}
