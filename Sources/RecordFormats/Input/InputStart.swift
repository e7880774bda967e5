import CatalogueModel
import Vocabularies

/// Looks at the first bytes of a file: skips a byte order mark and refuses what is no UTF-8 text at all.
enum InputStart {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Throws: `RecordFormatError` for UTF-16, UTF-32, Office, zipped and compressed files.
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
            throw try isOffice(&stream)
                ? RecordFault.officeFile.fileError(at: SourceLocation(file: file, line: 1)) : zip(file)
        } else if start.starts(with: [0x1F, 0x8B]) {
            throw error(
                file, vietnamese: "Tệp đang được nén (gzip)", english: "The file is compressed (gzip)",
                remedyVietnamese: "Hãy đặt tên tệp như ten.jsonl.gz để đọc thẳng, hoặc giải nén trước: gunzip",
                remedyEnglish: "Name it like name.jsonl.gz to have it read, or unpack it first: gunzip")
        }
    }

    /// Office files begin with the list of their parts.
    private static func isOffice(_ stream: inout ByteStream) throws -> Bool {
        try stream.peek(64).dropFirst(30).starts(with: Array("[Content_Types].xml".utf8))
    }

    private static func zip(_ file: String) -> RecordFormatError {
        error(
            file, vietnamese: "Đây là tệp nén (zip), không phải văn bản", english: "This is a zip file, not text",
            remedyVietnamese: "Hãy đặt tên tệp .zip để đọc các bản ghi bên trong, hoặc giải nén trước",
            remedyEnglish: "Name it .zip to have the records in it read, or unpack it first")
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
