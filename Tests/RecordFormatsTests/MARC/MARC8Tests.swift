import CatalogueModel
import Foundation
import RecordFormats
import Testing
import Vocabularies

@Suite("MARC-8")
struct MARC8Tests {
    /// The title of a record in MARC-8.
    private func title(_ bytes: [UInt8]) throws -> ReadOutcome {
        var builder = MARCBuilder(flag: " ")
        builder.data("245", bytes: Array("00\u{1F}a".utf8) + bytes)
        return try #require(try read(builder.bytes, .marc).first)
    }

    @Test(
        "every script is decoded to NFC",
        arguments: [
            // Đường phố Việt: đ 0xB3, ơ 0xBC, ư 0xBD; marks before their letter.
            ([0xA3, 0xBD, 0xE1, 0xBC, 0x6E, 0x67], "Đường"), ([0x56, 0x69, 0xF2, 0xE3, 0x65, 0x74], "Việt"),
            ([0x76, 0x69, 0xE3, 0xF2, 0x65, 0x74], "việt"), ([0x74, 0x69, 0xE3, 0xE2, 0x65, 0x6E, 0x67], "tiếng"),
            ([0x74, 0x69, 0xE2, 0xE3, 0x65, 0x6E, 0x67], "tiếng"), ([0xAC, 0xAD, 0xBC, 0xBD, 0xA3, 0xB3], "ƠƯơưĐđ"),
            ([0x74, 0xE0, 0xBC], "tở"), ([0x63, 0xE2, 0xE6, 0x61, 0x6D], "cắm"), ([0x73, 0xF2, 0xBD], "sự"),
            // Greek, Cyrillic, Hebrew, Arabic by escape; back to ASCII.
            ([0x1B, 0x28, 0x53, 0x61, 0x62, 0x1B, 0x28, 0x42, 0x61], "αβa"), ([0x1B, 0x28, 0x53, 0x22, 0x61], "ά"),
            ([0x1B, 0x28, 0x4E, 0x6D, 0x49, 0x52], "Мир"),
            ([0x1B, 0x2C, 0x32, 0x60, 0x61], "אב"), ([0x1B, 0x28, 0x33, 0x47, 0x48], "اب"),
            ([0x1B, 0x29, 0x4E, 0xC1, 0xC2], "аб"),
            ([0x1B, 0x28, 0x51, 0x44], "ё"), ([0x1B, 0x29, 0x21, 0x45, 0xB2], "ø"),
            ([0x48, 0x1B, 0x62, 0x32, 0x1B, 0x73, 0x4F], "H₂O"), ([0x78, 0x1B, 0x70, 0x32, 0x1B, 0x73], "x²"),
            ([0x1B, 0x67, 0x61, 0x1B, 0x73], "α"),
            (Array("A &#x1EA1; &#xZZ; &amp; B".utf8), "A ạ &#xZZ; &amp; B"), ([0x88, 0x41, 0x89, 0x42], "AB"),
            ([0xC8, 0xC3, 0xC7], "€©ß"),
        ] as [([UInt8], String)])
    func scripts(bytes: [UInt8], expected: String) throws {
        let outcome = try title(bytes)
        #expect(outcome.record?[.name] == [expected])
        #expect(outcome.warnings.isEmpty)
    }

    @Test("East Asian characters are not decoded, and that is told")
    func eastAsian() throws {
        let outcome = try title([
            0x41, 0x20, 0x1B, 0x24, 0x31, 0x21, 0x30, 0x21, 0x21, 0x30, 0x22, 0x1B, 0x28, 0x42, 0x20, 0x42,
        ])
        #expect(outcome.record?[.name] == ["A \u{FFFD}\u{FFFD} B"])
        #expect(outcome.warnings.map(\.reason) == [.invalidEncoding])
        #expect(outcome.warnings[0].message.english.hasPrefix("2 Chinese, Japanese or Korean character(s)"))
    }

    @Test("bytes and escapes without a meaning are told")
    func faults() throws {
        let bad = try title([0x41, 0xD5, 0x42])
        #expect(bad.record?[.name] == ["A\u{FFFD}B"])
        #expect(bad.warnings.map(\.field) == ["245"])
        let escape = try title([0x41, 0x1B, 0x5B, 0x42])
        #expect(escape.record?[.name] == ["A[B"])
        #expect(escape.warnings.map(\.reason) == [.invalidEncoding])
    }

    @Test("a wrong flag for the encoding is told, and the text read as what it is")
    func wrongFlag() throws {
        var utf8 = MARCBuilder(flag: " ")
        utf8.data("245", "00$aTiếng Việt")
        let unflagged = try #require(try read(utf8.bytes, .marc).first)
        #expect(unflagged.record?[.name] == ["Tiếng Việt"])
        #expect(unflagged.warnings.map(\.field) == ["leader"])
        var marc8 = MARCBuilder(flag: "a")
        marc8.data("245", bytes: Array("00\u{1F}aVi".utf8) + [0xF2, 0xE3, 0x65, 0x74])
        let misflagged = try #require(try read(marc8.bytes, .marc).first)
        #expect(misflagged.record?[.name] == ["Việt"])
        #expect(misflagged.warnings.map(\.field) == ["leader"])
    }

    @Test(
        "other code pages are refused, not guessed at",
        arguments: [
            // Windows-1251 and 866: Кубань, Иванова; TCVN3: Giáo trình tin học.
            [0xCA, 0xF3, 0xE1, 0xE0, 0xED, 0xFC, 0x20, 0xC8, 0xE2, 0xE0, 0xED, 0xEE, 0xE2, 0xE0],
            [0x8A, 0xE3, 0xA1, 0xA0, 0xAD, 0xEC, 0x20, 0x88, 0xA2, 0xA0, 0xAD, 0xAE, 0xA2, 0xA0],
            Array("Gi".utf8) + [0xB8] + Array("o tr".utf8) + [0xD7] + Array("nh v".utf8) + [0xD2] + Array(" t".utf8) + [
                0xDE
            ] + Array("nh ".utf8) + [0xDC],
        ] as [[UInt8]])
    func codePages(bytes: [UInt8]) throws {
        for flag: Character in [" ", "a"] {
            var builder = MARCBuilder(flag: flag)
            builder.data("245", bytes: Array("00\u{1F}a".utf8) + bytes)
            let problem = try #require(try read(builder.bytes, .marc).first?.refusal)
            #expect(problem.reason == .invalidEncoding)
            #expect(problem.message.english.contains("field 245"))
        }
    }

    @Test(
        "lines in MARC-8 equal their pairs in UTF-8", .enabled(if: SharedData.isThere),
        arguments: ["edsu+pymarc/test", "ruby-marc+ruby-marc/test/marc8/data"])
    func pairs(folder: String) throws {
        let folder = "conformance/marc-fixtures/" + folder
        let marc8 = try SharedData.bytes(folder + "/test_marc8.txt").split(
            separator: 0x0A, omittingEmptySubsequences: false)
        let utf8 = try SharedData.bytes(folder + "/test_utf8.txt").split(
            separator: 0x0A, omittingEmptySubsequences: false)
        #expect(marc8.count == utf8.count)
        var compared = 0
        for (line, (before, after)) in zip(marc8, utf8).enumerated()
        where !before.isEmpty && !contains(before, [0x1B, 0x24]) {
            compared += 1
            var builder = MARCBuilder(flag: " ")
            builder.data("520", bytes: Array("  \u{1F}a".utf8) + before)
            let text = try read(builder.bytes, .marc).first?.record?[.description].first ?? ""
            let expected = String(decoding: after, as: UTF8.self).precomposedStringWithCanonicalMapping
            #expect(collapsed(text) == collapsed(expected), "line \(line + 1)")
        }
        #expect(compared > 500)
    }

    private func contains(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: wanted) }
    }

    private func collapsed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
