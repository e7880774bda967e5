import RecordFormats
import TextAnalysis
package import Vocabularies

/// A table as UTF-8, whatever encoding it was saved in.
package struct SpreadsheetText: Sendable {
    package let bytes: [UInt8]
    /// What it was saved in, where that was not UTF-8: for the report.
    package let encoding: LocalisedText?

    /// Recognises UTF-8, UTF-16 with or without a byte order mark, and the Vietnamese encodings from before Unicode by
    /// what their words become. Bytes of none of these stay as they are: reading tells in which lines.
    ///
    /// - Complexity: O(*n*), twice where it is not UTF-8.
    package init(_ bytes: [UInt8]) {
        if let text = Self.utf16(bytes) {
            self.init(text, encoding: "UTF-16")
        } else if String(validating: bytes, as: UTF8.self) == nil, !Self.isMostlyUTF8(bytes),
            let (text, encoding) = Self.legacy(bytes)
        {
            self.init(text, encoding: encoding.rawValue)
        } else {
            self.init(utf8: bytes)
        }
    }

    /// A spreadsheet file: an Excel workbook, or a table of text.
    ///
    /// - Throws: `RecordFormatError` for a workbook that cannot be read, and for what is no table at all.
    package init(file bytes: [UInt8], name: String) throws {
        if WorkbookTable.isWorkbook(bytes) {
            self.init(utf8: try WorkbookTable(bytes, file: name).bytes)
        } else {
            if let error = ForeignFile.error(bytes, file: name) { throw error }
            self.init(bytes)
        }
    }

    private init(utf8 bytes: [UInt8]) {
        self.bytes = bytes
        encoding = nil
    }

    private init(_ text: String, encoding name: String) {
        bytes = Array(text.utf8)
        encoding = LocalisedText(
            vietnamese: "Tệp được lưu bằng bảng mã \(name) và đã được chuyển sang Unicode.",
            english: "The file was saved in \(name), and was converted to Unicode.")
    }

    private static func utf16(_ bytes: [UInt8]) -> String? {
        let isBig: Bool
        var start = 0
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
            isBig = bytes[0] == 0xFE
            start = 2
        } else {
            // Headings are mostly ASCII: every other byte is nought.
            let head = bytes.prefix(64)
            let even = head.enumerated().count { $0.offset.isMultiple(of: 2) && $0.element == 0 }
            let odd = head.enumerated().count { !$0.offset.isMultiple(of: 2) && $0.element == 0 }
            guard head.count > 3, max(even, odd) * 3 > head.count, min(even, odd) == 0 else { return nil }
            isBig = even > odd
        }
        let (high, low) = isBig ? (0, 1) : (1, 0)
        let units = stride(from: start, to: bytes.count - 1, by: 2).map { index -> UInt16 in
            UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + low])
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// Whether broken bytes are the exception: then it is UTF-8 with some damage.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var good = 0
        var broken = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
            if scalar == "\u{FFFD}" { broken += 1 } else { good += 1 }
        }
        return good > broken
    }

    private static func legacy(_ bytes: [UInt8]) -> (text: String, LegacyEncoding)? {
        let text = String(String.UnicodeScalarView(bytes.lazy.map { Unicode.Scalar($0) }))
        // Addresses, codes and English would water the evidence down: only words with other letters testify.
        let words = text.split { $0.isASCII && !$0.isLetter && !$0.isNumber }
            .filter { $0.utf8.contains { $0 >= 0x80 } }.prefix(5000)
        guard let (_, encoding) = LegacyEncoding.repair(words.joined(separator: " ")), encoding != .numericReferences,
            let decoded = encoding.decode(text)
        else { return nil }
        return (decoded, encoding)
    }
}
