import CatalogueModel
import RecordFormats
import Vocabularies

/// Files that are chosen in place of a spreadsheet by mistake, told by their first bytes.
enum ForeignFile {
    private static let kinds: [(start: [UInt8], offset: Int, name: LocalisedText)] = [
        ([0x89] + Array("PNG".utf8), 0, LocalisedText(vietnamese: "ảnh PNG", english: "a PNG image")),
        ([0xFF, 0xD8, 0xFF], 0, LocalisedText(vietnamese: "ảnh JPEG", english: "a JPEG image")),
        (Array("GIF8".utf8), 0, LocalisedText(vietnamese: "ảnh GIF", english: "a GIF image")),
        (Array("WEBP".utf8), 8, LocalisedText(vietnamese: "ảnh WebP", english: "a WebP image")),
        (Array("%PDF-".utf8), 0, LocalisedText(vietnamese: "tệp PDF", english: "a PDF file")),
        (Array("{\\rtf".utf8), 0, LocalisedText(vietnamese: "văn bản RTF", english: "an RTF document")),
        (Array("ftyp".utf8), 4, LocalisedText(vietnamese: "tệp video", english: "a video")),
        ([0x1F, 0x8B], 0, LocalisedText(vietnamese: "tệp nén gzip", english: "a gzip file")),
        (Array("Rar!".utf8), 0, LocalisedText(vietnamese: "tệp nén RAR", english: "a RAR archive")),
    ]
    /// Workbooks of Excel before 2007 begin so, and so do documents of Word.
    private static let olderOffice: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// Why a file is no table; nil where it may be one.
    static func error(_ bytes: [UInt8], file: String) -> RecordFormatError? {
        if bytes.starts(with: olderOffice) {
            return error(
                LocalisedText(vietnamese: "tệp Office đời cũ (.xls, .doc)", english: "an old Office file (.xls, .doc)"),
                file,
                LocalisedText(
                    vietnamese: "Hãy mở trong Excel rồi lưu dạng .xlsx hoặc CSV UTF-8",
                    english: "Open it in Excel and save it as .xlsx or CSV UTF-8"))
        }
        let kind = kinds.first { bytes.dropFirst($0.offset).starts(with: $0.start) }?.name
        guard let kind else { return nil }
        return error(
            kind, file,
            LocalisedText(
                vietnamese: "Hãy chọn tệp Excel (.xlsx) hoặc CSV", english: "Choose an Excel (.xlsx) or CSV file"))
    }

    private static func error(_ name: LocalisedText, _ file: String, _ remedy: LocalisedText) -> RecordFormatError {
        RecordFormatError(
            location: SourceLocation(file: file, line: 1),
            message: LocalisedText(
                vietnamese: "Đây không phải là bảng tính mà là \(name.vietnamese)",
                english: "This is no spreadsheet but \(name.english)"), remedy: remedy)
    }
}
