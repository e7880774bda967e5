import CatalogueModel
import Vocabularies

/// What can be wrong with the value of a field, and what to do about it.
enum FieldFault {
    case missing
    case notAnIdentifier(String)
    case notAPublisherID(String)
    case notAnAddress(String, WebAddress.Fault, isRefused: Bool)
    case licenceMissing
    case licenceUnknown(String)
    case unknownCode(String, [LocalisedText])
    case notADate(String)
    case notADuration(String)
    case tooLong(limit: Int)
    case tooMany(found: Int, limit: Int)

    var severity: RecordProblem.Severity {
        switch self {
        case .missing, .notAnIdentifier, .notAPublisherID, .notAnAddress(_, _, isRefused: true): .refused
        default: .warning
        }
    }

    var reason: RecordProblem.Reason {
        switch self {
        case .missing, .licenceMissing: .missingField
        case .notAnIdentifier, .notAPublisherID, .notAnAddress, .notADate, .notADuration: .malformedValue
        case .licenceUnknown, .unknownCode: .unknownCode
        case .tooLong, .tooMany: .tooLong
        }
    }

    var message: LocalisedText {
        switch self {
        case .missing: text("Thiếu giá trị bắt buộc", "A required value is missing")
        case .notAnIdentifier(let value):
            text(
                "“\(short(value))” không dùng làm mã được: có khoảng trắng hoặc quá dài",
                "“\(short(value))” will not do as an identifier: it holds white space or is too long")
        case .notAPublisherID(let value):
            text("“\(short(value))” không phải là mã đơn vị", "“\(short(value))” is no institution identifier")
        case .notAnAddress(let value, let fault, _):
            text(
                "“\(short(value))” không phải là địa chỉ web: \(fault.message.vietnamese)",
                "“\(short(value))” is no web address: \(fault.message.english)")
        case .licenceMissing:
            text(
                "Không ghi giấy phép: tài nguyên chưa được tính vào chỉ tiêu học liệu mở",
                "No licence is given: the resource does not count for the open-material target")
        case .licenceUnknown(let value):
            text(
                "Chưa rõ giấy phép “\(short(value))”: tạm xếp vào nhóm E (chưa biết)",
                "The licence “\(short(value))” is not known: it counts as openness class E (unknown)")
        case .unknownCode(let value, _):
            text(
                "Danh mục không có “\(short(value))”, đã bỏ qua", "“\(short(value))” is not in the vocabulary; left out"
            )
        case .notADate(let value):
            text("“\(short(value))” không phải là ngày, đã bỏ qua", "“\(short(value))” is no date; left out")
        case .notADuration(let value):
            text(
                "“\(short(value))” không phải là khoảng thời gian, đã bỏ qua",
                "“\(short(value))” is no length of time; left out")
        case .tooLong(let limit):
            text("Dài quá \(limit) ký tự, đã cắt bớt", "Longer than \(limit) characters; it was cut")
        case .tooMany(let found, let limit):
            text("Có \(found) giá trị, chỉ giữ \(limit)", "\(found) values; the first \(limit) were kept")
        }
    }

    var remedy: LocalisedText {
        switch self {
        case .missing: text("Hãy điền giá trị này", "Fill it in")
        case .notAnIdentifier:
            text("Hãy dùng mã như can-tho-university:toan-1", "Use one such as can-tho-university:toan-1")
        case .notAPublisherID:
            text(
                "Hãy ghi mã trong danh bạ đơn vị, ví dụ can-tho-university",
                "Use its identifier in the register of institutions, for example can-tho-university")
        case .notAnAddress(_, let fault, _): fault.remedy
        case .licenceMissing, .licenceUnknown:
            text(
                "Hãy ghi địa chỉ giấy phép, ví dụ https://creativecommons.org/licenses/by/4.0/",
                "Give its address, for example https://creativecommons.org/licenses/by/4.0/")
        case .unknownCode(_, let suggestions):
            text(
                "Có thể dùng: \(suggestions.map(\.vietnamese).joined(separator: ", "))",
                "You may use: \(suggestions.map(\.english).joined(separator: ", "))")
        case .notADate: text("Hãy viết 2021, 2021-05-30 hoặc 30/05/2021", "Write 2021, 2021-05-30 or 30/05/2021")
        case .notADuration: text("Hãy viết PT1H30M, 1:30:00 hoặc 90 phút", "Write PT1H30M, 1:30:00 or 90 minutes")
        case .tooLong: text("Hãy viết ngắn lại", "Shorten it")
        case .tooMany: text("Hãy bớt giá trị", "Give fewer")
        }
    }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }

    private func short(_ value: String) -> String {
        value.unicodeScalars.count > 80 ? String(value.prefix(80)) + "…" : value
    }
}
