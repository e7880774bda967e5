package import Vocabularies

/// Why usage cannot be read or counted.
package enum UsageError: Error, Hashable, CustomStringConvertible {
    case notAUsageFile(String)
    case period(String)
    case robotList(file: String, line: Int, pattern: String)
    case unknownInstitution(String)
    case unreadableLog(String)
    /// A file without a single line of an access log.
    case noLog(String)
    /// Made-up use must not be mixed with real use.
    case hasRealUse

    package var message: LocalisedText {
        switch self {
        case .notAUsageFile(let path):
            LocalisedText(
                vietnamese: "“\(path)” không phải tệp thống kê sử dụng.", english: "“\(path)” is no file of usage.")
        case .period(let text):
            LocalisedText(
                vietnamese:
                    "Kỳ “\(text.prefix(40))” chưa đúng. Viết tháng như 2026-11, tháng đầu không sau tháng cuối.",
                english:
                    "The period “\(text.prefix(40))” will not do. Write months like 2026-11, the first not after the last."
            )
        case .robotList(let file, let line, let pattern):
            LocalisedText(
                vietnamese: "\(file), dòng \(line): mẫu “\(pattern)” không phải biểu thức chính quy.",
                english: "\(file), line \(line): the pattern “\(pattern)” is no regular expression.")
        case .unknownInstitution(let id):
            LocalisedText(
                vietnamese: "Danh bạ không có đơn vị “\(id.prefix(80))”.",
                english: "The register has no institution “\(id.prefix(80))”.")
        case .hasRealUse:
            LocalisedText(
                vietnamese: "Thư mục này có số liệu thật; không trộn số mô phỏng vào. Hãy dùng --data khác.",
                english: "This folder has real use; made-up use is not mixed in. Use another --data.")
        case .noLog(let name):
            LocalisedText(
                vietnamese: "“\(name)” không có dòng nào theo Combined Log Format; không đếm gì từ tệp này.",
                english: "“\(name)” has no line in Combined Log Format; nothing was counted from it.")
        case .unreadableLog(let name):
            LocalisedText(
                vietnamese: "Không đọc được nhật ký “\(name)”.", english: "The log “\(name)” cannot be read.")
        }
    }

    package var description: String { message.english }
}
