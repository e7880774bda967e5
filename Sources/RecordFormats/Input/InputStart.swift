import CatalogueModel
import Vocabularies

/// Looks at the first bytes of a file: skips a byte order mark and refuses what is no UTF-8 text at all.
enum InputStart {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Throws: `RecordFormatError` for UTF-16, UTF-32, zipped (Excel) and compressed files.
    static func check(_ stream: inout ByteStream, file: String) throws {
        let start = Array(try stream.peek(4))
        if start.starts(with: byteOrderMark) {
            stream.skip(3)
        } else if isUTF16(start) {
            throw error(
                file, vietnamese: "Tệp được ghi bằng UTF-16", english: "The file is written in UTF-16",
                remedyVietnamese: "Hãy lưu lại tệp với bảng mã UTF-8 (trong Excel: “CSV UTF-8”)",
                remedyEnglish: "Save it again as UTF-8 (in Excel: “CSV UTF-8”)")
        } else if start == [0x50, 0x4B, 0x03, 0x04] {
            throw error(
                file, vietnamese: "Đây là tệp nén hoặc sổ tính Excel, không phải văn bản",
                english: "This is a zip file or an Excel workbook, not text",
                remedyVietnamese: "Hãy giải nén, hoặc mở trong Excel rồi lưu dạng “CSV UTF-8”",
                remedyEnglish: "Unpack it, or open it in Excel and save it as “CSV UTF-8”")
        } else if start.starts(with: [0x1F, 0x8B]) {
            throw error(
                file, vietnamese: "Tệp đang được nén (gzip)", english: "The file is compressed (gzip)",
                remedyVietnamese: "Hãy giải nén trước: gunzip", remedyEnglish: "Unpack it first: gunzip")
        }
    }

    private static func isUTF16(_ start: [UInt8]) -> Bool {
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return true }
        guard start.count == 4 else { return false }
        let zeros = start.map { $0 == 0 }
        return zeros == [false, true, false, true] || zeros == [true, false, true, false]
            || zeros == [true, true, true, false] || zeros == [false, true, true, true]
    }

    private static func error(
        _ file: String, vietnamese: String, english: String, remedyVietnamese: String, remedyEnglish: String
    ) -> RecordFormatError {
        RecordFormatError(
            location: SourceLocation(file: file, line: 1),
            message: LocalisedText(vietnamese: vietnamese, english: english),
            remedy: LocalisedText(vietnamese: remedyVietnamese, english: remedyEnglish))
    }
}
