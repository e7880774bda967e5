import CatalogueModel
import TextAnalysis
import Vocabularies

/// What is wrong with the value of a field, and what to do about it.
struct FieldFault {
    let severity: RecordProblem.Severity
    let reason: RecordProblem.Reason
    let message: LocalisedText
    let remedy: LocalisedText

    private init(
        _ severity: RecordProblem.Severity, _ reason: RecordProblem.Reason, _ message: LocalisedText,
        _ remedy: LocalisedText
    ) {
        self.severity = severity
        self.reason = reason
        self.message = message
        self.remedy = remedy
    }

    private static func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }

    private static func short(_ value: String) -> String {
        value.unicodeScalars.count > 80 ? String(value.prefix(80)) + "…" : value
    }
}

// MARK: What refuses a record

extension FieldFault {
    static let missing = Self(
        .refused, .missingField, text("Thiếu giá trị bắt buộc", "A required value is missing"),
        text("Hãy điền giá trị này", "Fill it in"))

    static func notAnIdentifier(_ value: String) -> Self {
        Self(
            .refused, .malformedValue,
            text(
                "“\(short(value))” không dùng làm mã được: có khoảng trắng hoặc quá dài",
                "“\(short(value))” will not do as an identifier: it holds white space or is too long"),
            text("Hãy dùng mã như can-tho-university:toan-1", "Use one such as can-tho-university:toan-1"))
    }

    static func notAPublisherID(_ value: String) -> Self {
        Self(
            .refused, .malformedValue,
            text("“\(short(value))” không phải là mã đơn vị", "“\(short(value))” is no institution identifier"),
            text(
                "Hãy ghi mã trong danh bạ đơn vị, ví dụ can-tho-university",
                "Use its identifier in the register of institutions, for example can-tho-university"))
    }

    static func notAnAddress(_ value: String, _ fault: WebAddress.Fault, isRefused: Bool) -> Self {
        Self(
            isRefused ? .refused : .warning, .malformedValue,
            text(
                "“\(short(value))” không phải là địa chỉ web: \(fault.message.vietnamese)",
                "“\(short(value))” is no web address: \(fault.message.english)"),
            fault.remedy)
    }
}

// MARK: What costs a value

extension FieldFault {
    private static let giveLicence = text(
        "Hãy ghi địa chỉ giấy phép, ví dụ https://creativecommons.org/licenses/by/4.0/",
        "Give its address, for example https://creativecommons.org/licenses/by/4.0/")

    static let licenceMissing = Self(
        .warning, .missingField,
        text(
            "Không ghi giấy phép: tài nguyên chưa được tính vào chỉ tiêu học liệu mở",
            "No licence is given: the resource does not count for the open-material target"),
        giveLicence)

    static func licenceUnknown(_ value: String) -> Self {
        Self(
            .warning, .unknownCode,
            text(
                "Chưa rõ giấy phép “\(short(value))”: tạm xếp vào nhóm E (chưa biết)",
                "The licence “\(short(value))” is not known: it counts as openness class E (unknown)"),
            giveLicence)
    }

    static func licencesContradict(_ finding: LicenceFinding) -> Self {
        let others = finding.overruled.joined(separator: ", ")
        let code = finding.licence.code
        return Self(
            .warning, .malformedValue,
            text(
                "Ghi nhiều giấy phép mâu thuẫn (\(code), \(others)): lấy giấy phép chặt nhất, \(code)",
                "Licences that contradict each other (\(code), \(others)): the strictest counts, \(code)"),
            text("Hãy chỉ ghi giấy phép của chính tài nguyên này", "State the licence of this resource only"))
    }

    static func accessIsNoLicence(_ value: String) -> Self {
        Self(
            .warning, .unknownCode,
            text(
                "“\(short(value))” chỉ nói là ai cũng đọc được, không phải là giấy phép",
                "“\(short(value))” says that anybody may read it, and is no licence"),
            giveLicence)
    }

    /// - Parameter suggestions: codes that may have been meant.
    static func unknownCode(_ value: String, _ suggestions: [LocalisedText]) -> Self {
        Self(
            .warning, .unknownCode,
            text(
                "Danh mục không có “\(short(value))”, đã bỏ qua", "“\(short(value))” is not in the vocabulary; left out"
            ),
            text(
                "Có thể dùng: \(suggestions.map(\.vietnamese).joined(separator: ", "))",
                "You may use: \(suggestions.map(\.english).joined(separator: ", "))"))
    }

    static func notADate(_ value: String, _ fault: DateText.Fault) -> Self {
        Self(
            .warning, .malformedValue,
            text(
                "“\(short(value))” \(fault.message.vietnamese), đã bỏ qua",
                "“\(short(value))” is \(fault.message.english); left out"),
            text("Hãy viết 2021, 2021-05-30 hoặc 30/05/2021", "Write 2021, 2021-05-30 or 30/05/2021"))
    }

    static func notADuration(_ value: String) -> Self {
        Self(
            .warning, .malformedValue,
            text(
                "“\(short(value))” không phải là khoảng thời gian, đã bỏ qua",
                "“\(short(value))” is no length of time; left out"),
            text(
                "Hãy viết 12:30 (phút:giây), 1:30:00, 90 phút hoặc 1 giờ 30 phút",
                "Write 12:30 (minutes:seconds), 1:30:00, 90 minutes or 1 hour 30 minutes"))
    }

    static func minutesAndSeconds(_ value: String) -> Self {
        Self(
            .warning, .malformedValue,
            text("“\(short(value))” được hiểu là phút và giây", "“\(short(value))” was read as minutes and seconds"),
            text(
                "Nếu là giờ và phút, hãy viết như 1 giờ 30 phút",
                "If hours and minutes are meant, write 1 hour 30 minutes"))
    }

    static func wrongCheckDigit(_ value: String) -> Self {
        Self(
            .warning, .malformedValue,
            text(
                "“\(short(value))” sai số kiểm tra: có chữ số bị nhầm hoặc thiếu, đã bỏ qua",
                "“\(short(value))” has a wrong check digit: a digit is wrong or missing; left out"),
            text("Hãy chép lại ISBN hoặc ISSN từ trang bìa", "Copy the ISBN or ISSN from the publication again"))
    }

    static func unregisteredHandle(_ value: String) -> Self {
        Self(
            .warning, .malformedValue,
            text(
                "“\(short(value))” có tiền tố handle chưa đăng ký, nhiều kho dùng chung, đã bỏ qua",
                "“\(short(value))” has a handle prefix that is not registered and that many share; left out"),
            text(
                "Hãy đăng ký tiền tố riêng tại handle.net và cấu hình trong DSpace",
                "Register a prefix of your own at handle.net and set it in DSpace"))
    }

    static func unknownIdentifier(_ value: String) -> Self {
        Self(
            .warning, .malformedValue,
            text(
                "Không nhận ra “\(short(value))” là mã số quốc tế nào, đã bỏ qua",
                "“\(short(value))” is no identifier of a known system; left out"),
            text("Hãy ghi như doi:10.1000/182, ISBN 978…", "Write it as doi:10.1000/182 or ISBN 978…"))
    }

    static func tooLong(limit: Int) -> Self {
        Self(
            .warning, .tooLong,
            text("Dài quá \(limit) ký tự, đã cắt bớt", "Longer than \(limit) characters; it was cut"),
            text("Hãy viết ngắn lại", "Shorten it"))
    }

    static func tooMany(found: Int, limit: Int) -> Self {
        Self(
            .warning, .tooLong,
            text("Có \(found) giá trị, chỉ giữ \(limit)", "\(found) values; the first \(limit) were kept"),
            text("Hãy bớt giá trị", "Give fewer"))
    }
}

// MARK: What is mended

extension FieldFault {
    static func legacyEncoding(_ value: String, _ encoding: LegacyEncoding) -> Self {
        Self(
            .warning, .malformedValue,
            text(
                "“\(short(value))” là chữ Việt theo bảng mã \(encoding.rawValue), đã chuyển sang Unicode",
                "“\(short(value))” is Vietnamese in \(encoding.rawValue), and was turned into Unicode"),
            text("Hãy lưu tệp dạng UTF-8 với phông Unicode", "Save the file as UTF-8, typed in a Unicode font"))
    }
}
