import CatalogueModel
import Vocabularies

// MARK: What makes a MARC record unreadable

extension RecordFault {
    private static let exportAgain = LocalisedText(
        vietnamese: "Hãy xuất lại từ phần mềm thư viện dạng ISO 2709 hoặc MARCXML, UTF-8",
        english: "Export it again from the library system as ISO 2709 or MARCXML, in UTF-8")

    static let noMARC = Self(
        .malformedSyntax, vietnamese: "Không thấy bản ghi MARC nào: thiếu dấu kết thúc trường và bản ghi (0x1E, 0x1D)",
        english: "There is no MARC record here: field and record terminators (0x1E, 0x1D) are missing",
        remedyVietnamese: "Hãy kiểm tra lại tệp, hoặc chọn định dạng khác (--format)",
        remedyEnglish: "Check the file, or choose another format (--format)")

    static func marcTooShort(bytes: Int) -> Self {
        marc(
            "Bản ghi MARC chỉ có \(bytes) byte, ngắn hơn phần đầu biểu (leader)",
            "The MARC record has only \(bytes) bytes, less than a leader and a field")
    }

    static func marcDirectory(_ vietnamese: String, _ english: String) -> Self {
        marc("Bảng mục lục (directory) của bản ghi MARC hỏng: \(vietnamese)", "The directory is broken: \(english)")
    }

    static let marcDeleted = Self(
        .withdrawn, vietnamese: "Bản ghi MARC được đánh dấu đã xóa (leader/05 = d)",
        english: "The MARC record is marked as deleted (leader/05 = d)",
        remedyVietnamese: "Nếu vẫn còn dùng, hãy sửa leader/05 thành c hoặc n",
        remedyEnglish: "If it is still in use, set leader/05 to c or n")

    static func marcNotBibliographic(type: Character) -> Self {
        Self(
            .wrongType,
            vietnamese: "Đây là bản ghi kiểm soát, phân loại hay vốn tư liệu (leader/06 = \(type)), không phải thư mục",
            english:
                "This is an authority, classification or holdings record (leader/06 = \(type)), not a bibliographic one",
            remedyVietnamese: "Hãy chỉ xuất bản ghi thư mục", remedyEnglish: "Export bibliographic records only")
    }

    static let unimarc = Self(
        .malformedSyntax, vietnamese: "Có trường 200 mà không có 245: đây có vẻ là UNIMARC, không phải MARC 21",
        english: "There is a field 200 and no 245: this seems to be UNIMARC, not MARC 21",
        remedyVietnamese: "Hãy chuyển sang MARC 21 hoặc Dublin Core trước",
        remedyEnglish: "Convert it to MARC 21 or Dublin Core first")

    /// - Parameter isUTF8: whether the leader says so.
    static func marcCodePage(tag: String, isUTF8: Bool) -> Self {
        let claim = isUTF8 ? "UTF-8 (leader/09 = a)" : "MARC-8 (leader/09 ≠ a)"
        return Self(
            .invalidEncoding,
            vietnamese:
                "Chữ không phải \(claim) như leader ghi, bắt đầu từ trường \(tag): có thể là bảng mã 1251, 866, TCVN3 …",
            english:
                "The text is not \(claim) as the leader has it, from field \(tag) on: perhaps code page 1251, 866, TCVN3 …",
            remedyVietnamese: "Hãy xuất lại với UTF-8 và leader/09 = a; ở đây không đoán bảng mã",
            remedyEnglish: "Export it again in UTF-8 with leader/09 = a; encodings are not guessed here")
    }

    private static func marc(_ vietnamese: String, _ english: String) -> Self {
        Self(
            .malformedSyntax, vietnamese: vietnamese, english: english, remedyVietnamese: exportAgain.vietnamese,
            remedyEnglish: exportAgain.english)
    }
}

// MARK: What costs a value, or nothing

extension RecordFault {
    static func marcJunk(bytes: Int) -> Self {
        marc("Bỏ qua \(bytes) byte lạ trước bản ghi", "\(bytes) stray byte(s) before the record were passed over")
            .asWarning()
    }

    static let marcLeaderNumbers = marc(
        "Độ dài ghi trong leader (00–04, 12–16) sai, đã đọc theo dấu kết thúc",
        "The lengths in the leader (00–04, 12–16) are wrong; the record was read by its terminators"
    ).asWarning(of: "leader")

    static let marcDirectoryMended = marc(
        "Bảng mục lục sai, các trường được đọc theo thứ tự",
        "The directory is wrong; the fields were read in their order"
    ).asWarning(of: "directory")

    static let marcUnclosed = marc(
        "Thiếu dấu kết thúc bản ghi (0x1D) ở cuối tệp", "The record terminator (0x1D) is missing at the end of the file"
    ).asWarning()

    static let marcUnflaggedUTF8 = Self(
        .invalidEncoding, vietnamese: "Leader/09 ghi MARC-8 nhưng chữ là UTF-8: đã đọc như UTF-8",
        english: "Leader/09 says MARC-8, but the text is UTF-8 and was read as such",
        remedyVietnamese: "Hãy đặt leader/09 = a khi xuất UTF-8",
        remedyEnglish: "Set leader/09 to a when exporting UTF-8"
    ).asWarning(of: "leader")

    static let marcMisflaggedMARC8 = Self(
        .invalidEncoding, vietnamese: "Leader/09 ghi UTF-8 nhưng chữ là MARC-8: đã đọc như MARC-8",
        english: "Leader/09 says UTF-8, but the text is MARC-8 and was read as such",
        remedyVietnamese: "Hãy xuất lại với UTF-8", remedyEnglish: "Export it again in UTF-8"
    ).asWarning(of: "leader")

    static func marcBadCharacters(_ count: Int, tag: String, isUTF8: Bool) -> Self {
        let name = isUTF8 ? "UTF-8" : "MARC-8"
        return Self(
            .invalidEncoding,
            vietnamese: "\(count) ký tự không phải \(name) đã thay bằng “\u{FFFD}”, đầu tiên ở trường \(tag)",
            english: "\(count) character(s) are no \(name) and were replaced by “\u{FFFD}”, the first in field \(tag)",
            remedyVietnamese: "Hãy sửa lại chữ ở nguồn", remedyEnglish: "Mend the text at its source"
        ).asWarning(of: tag)
    }

    static func marcBadEscapes(_ count: Int, tag: String) -> Self {
        Self(
            .invalidEncoding, vietnamese: "\(count) chuỗi thoát MARC-8 sai đã bỏ qua, đầu tiên ở trường \(tag)",
            english:
                "\(count) MARC-8 escape sequence(s) name no character set and were passed over, the first in field \(tag)",
            remedyVietnamese: "Hãy sửa lại chữ ở nguồn, hoặc xuất UTF-8",
            remedyEnglish: "Mend the text at its source, or export UTF-8"
        ).asWarning(of: tag)
    }

    static func marcEastAsian(_ count: Int) -> Self {
        Self(
            .invalidEncoding,
            vietnamese:
                "\(count) chữ Hán, Nhật hoặc Hàn trong mã EACC của MARC-8 không giải mã được, đã thay bằng “\u{FFFD}”",
            english:
                "\(count) Chinese, Japanese or Korean character(s) in MARC-8’s EACC are not decoded here and became “\u{FFFD}”",
            remedyVietnamese: "Hãy xuất bản ghi bằng UTF-8", remedyEnglish: "Export the record in UTF-8"
        ).asWarning()
    }

    static func marcBadTags(_ tags: [String]) -> Self {
        let list = tags.joined(separator: ", ")
        return marc("Nhãn trường sai: \(list)", "These tags are none: \(list)").asWarning()
    }

    static func marcBadIndicators(tag: String) -> Self {
        marc("Trường \(tag): thiếu hoặc sai chỉ thị", "Field \(tag): its indicators are missing or wrong").asWarning(
            of: tag)
    }

    static func marcBadSubfieldCode(tag: String) -> Self {
        marc(
            "Trường \(tag): mã trường con thiếu hoặc sai, đã đọc như $a",
            "Field \(tag): a subfield code is missing or wrong; its text was read as $a"
        ).asWarning(of: tag)
    }
}
