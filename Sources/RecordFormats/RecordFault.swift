import CatalogueModel
import Vocabularies

/// What is wrong with the form of one record, and what to do about it.
struct RecordFault: Error, Hashable {
    private let reason: RecordProblem.Reason
    private var severity = RecordProblem.Severity.refused
    private var field: String?
    private var message: LocalisedText
    private let remedy: LocalisedText

    init(
        _ reason: RecordProblem.Reason, vietnamese: String, english: String, remedyVietnamese: String,
        remedyEnglish: String
    ) {
        self.reason = reason
        message = LocalisedText(vietnamese: vietnamese, english: english)
        remedy = LocalisedText(vietnamese: remedyVietnamese, english: remedyEnglish)
    }

    /// The same fault, which costs a value of `field` and not the record.
    func asWarning(of field: String? = nil) -> Self {
        var fault = self
        fault.severity = .warning
        fault.field = field
        return fault
    }

    /// The same fault, with what it is in before its message.
    func about(_ subject: LocalisedText) -> Self {
        var fault = self
        fault.message = LocalisedText(
            vietnamese: "\(subject.vietnamese): \(message.vietnamese)",
            english: "\(subject.english): \(message.english)")
        return fault
    }

    /// The same fault, with the record's place in a file that has no lines.
    ///
    /// - Parameter offset: of its first byte, from 0.
    func inRecord(_ number: Int, offset: Int) -> Self {
        about(
            LocalisedText(
                vietnamese: "Bản ghi thứ \(number), từ byte \(offset)", english: "Record \(number), from byte \(offset)"
            ))
    }

    func problem(at location: SourceLocation) -> RecordProblem {
        RecordProblem(
            location: location, severity: severity, field: field, reason: reason, message: message, remedy: remedy)
    }

    /// The fault where it makes the whole file unreadable.
    func fileError(at location: SourceLocation) -> RecordFormatError {
        RecordFormatError(location: location, message: message, remedy: remedy)
    }
}

// MARK: Bytes and syntax

extension RecordFault {
    static func tooLong(bytes: Int) -> Self {
        Self(
            .tooLong, vietnamese: "Bản ghi dài \(bytes) byte, quá giới hạn 4 MiB",
            english: "The record is \(bytes) bytes long; the limit is 4 MiB",
            remedyVietnamese: "Hãy bỏ dữ liệu nhúng, hoặc xem lại chỗ thiếu dấu xuống dòng hay dấu ngoặc kép",
            remedyEnglish: "Leave embedded data out, or look for a missing line end or quotation mark")
    }

    /// - Parameter offset: of the first bad byte in its line, from 0.
    static func notUTF8(line: Int, offset: Int, byte: UInt8) -> Self {
        Self(
            .invalidEncoding, vietnamese: "Dòng \(line), byte thứ \(offset + 1) là \(hex(byte)): không phải UTF-8",
            english: "Byte \(offset + 1) of line \(line) is \(hex(byte)): this is not UTF-8",
            remedyVietnamese: "Hãy lưu lại tệp với bảng mã UTF-8", remedyEnglish: "Save the file as UTF-8")
    }

    static let nulCharacter = Self(
        .invalidEncoding, vietnamese: "Bản ghi có ký tự NUL", english: "The record holds a NUL character",
        remedyVietnamese: "Hãy xuất lại tệp dạng văn bản UTF-8", remedyEnglish: "Export the file again as UTF-8 text")

    static let fileCutOff = Self(
        .malformedSyntax, vietnamese: "Tệp có vẻ bị cắt cụt: hết tệp giữa chừng một bản ghi",
        english: "The file seems cut off: it ends in the middle of a record",
        remedyVietnamese: "Hãy tải hoặc xuất lại tệp", remedyEnglish: "Download or export the file again")

    static func syntax(_ error: JSONSyntaxError) -> Self {
        let detail = detail(of: error.fault)
        return Self(
            .malformedSyntax, vietnamese: "JSON sai ở byte thứ \(error.offset + 1): \(detail.vietnamese)",
            english: "The JSON breaks at byte \(error.offset + 1): \(detail.english)",
            remedyVietnamese: "Hãy sửa chỗ này, hoặc xuất lại bằng công cụ ghi JSON",
            remedyEnglish: "Mend it, or export it with a tool that writes JSON")
    }

    private static func detail(of fault: JSONSyntaxError.Fault) -> LocalisedText {
        switch fault {
        case .endsTooEarly: text("dòng kết thúc giữa chừng một giá trị", "the line ends in the middle of a value")
        case .unexpectedByte(let byte):
            text("không chờ đợi \(shown(byte)) ở đây", "\(shown(byte)) is not expected here")
        case .controlCharacter(let byte):
            text("ký tự điều khiển \(hex(byte)) trong chuỗi", "a control character \(hex(byte)) within a string")
        case .badEscape: text("sau \\ phải là một trong \"\\/bfnrtu", "\\ must be followed by one of \"\\/bfnrtu")
        case .badNumber: text("số viết sai", "a malformed number")
        case .nulCharacter: text("ký tự NUL", "a NUL character")
        case .tooDeep: text("lồng nhau quá 64 tầng", "more than 64 levels of nesting")
        }
    }

    private static func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.utf8.count == 1 ? "0" : "") + digits
    }

    private static func shown(_ byte: UInt8) -> String {
        0x21...0x7E ~= byte ? "“\(Character(Unicode.Scalar(byte)))”" : hex(byte)
    }
}

// MARK: Tables

extension RecordFault {
    static func cellCount(found: Int, expected: Int) -> Self {
        Self(
            .malformedSyntax, vietnamese: "Dòng có \(found) ô, tiêu đề có \(expected) cột",
            english: "\(found) cells where the header has \(expected)",
            remedyVietnamese: "Hãy đặt ô có dấu phân cách hoặc dấu xuống dòng trong ngoặc kép",
            remedyEnglish: "Put cells that hold the separator or a line break in quotation marks")
    }

    static func quoteNeverCloses(line: Int) -> Self {
        Self(
            .malformedSyntax, vietnamese: "Dấu ngoặc kép mở ở dòng \(line) không được đóng",
            english: "The quotation mark that opens in line \(line) never closes",
            remedyVietnamese: "Hãy thêm dấu \" ở cuối ô", remedyEnglish: "Add the closing \" at the end of the cell")
    }

    static func textAfterQuote(line: Int) -> Self {
        Self(
            .malformedSyntax, vietnamese: "Dòng \(line): có chữ ngay sau dấu ngoặc kép đóng ô",
            english: "Line \(line): text follows the quotation mark that closes a cell",
            remedyVietnamese: "Trong ô có ngoặc kép, hãy viết dấu \" thành \"\"",
            remedyEnglish: "Write a \" within a quoted cell as \"\"")
    }
}

// MARK: Values

extension RecordFault {
    /// - Parameter found: what stands there instead of an object.
    static func notAnObject(_ found: JSONValue) -> Self {
        let kind =
            switch found {
            case .array: text("một danh sách", "a list")
            case .string: text("một chuỗi", "a string")
            case .number: text("một số", "a number")
            case .null, .bool, .object: text("null, true hoặc false", "null, true or false")
            }
        return Self(
            .wrongType, vietnamese: "Mỗi bản ghi phải là một đối tượng JSON {…}, ở đây là \(kind.vietnamese)",
            english: "A record is a JSON object {…}; this is \(kind.english)",
            remedyVietnamese: "Hãy ghi mỗi bản ghi là một đối tượng {…}",
            remedyEnglish: "Write every record as one object {…}")
    }

    static func loneSurrogates(_ count: Int) -> Self {
        Self(
            .malformedValue, vietnamese: "\(count) ký tự \\ud… bị hỏng, đã thay bằng “\u{FFFD}”",
            english: "\(count) broken \\ud… character(s) were replaced by “\u{FFFD}”",
            remedyVietnamese: "Hãy sửa lại chữ ở nguồn", remedyEnglish: "Mend the text at its source"
        ).asWarning()
    }

    static func wrongType(field: String) -> Self {
        Self(
            .wrongType, vietnamese: "Giá trị của “\(field)” không phải là chữ",
            english: "The value of “\(field)” is no text",
            remedyVietnamese: "Hãy ghi một chuỗi, hoặc đối tượng có “name”",
            remedyEnglish: "Write a string, or an object with a “name”"
        ).asWarning(of: field)
    }

    static func unknownField(_ name: String) -> Self {
        Self(
            .unknownField, vietnamese: "Trường “\(name)” không dùng được, đã bỏ qua",
            english: "The field “\(name)” is not known and was left aside",
            remedyVietnamese: "Hãy dùng tên trường của schema.org, hoặc một tệp ánh xạ (--mapping)",
            remedyEnglish: "Use the schema.org name, or a mapping file (--mapping)"
        ).asWarning(of: name)
    }

    static func unlistedValue(field: String, value: String) -> Self {
        var fault = Self(
            .unknownCode, vietnamese: "Bảng giá trị không có “\(value)”",
            english: "“\(value)” is not in the table of values",
            remedyVietnamese: "Hãy thêm giá trị này vào “values” của tệp ánh xạ",
            remedyEnglish: "Add it to the “values” of the mapping file")
        fault.field = field
        return fault
    }
}
