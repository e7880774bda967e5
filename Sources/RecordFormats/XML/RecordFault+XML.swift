import CatalogueModel
import Vocabularies

extension RecordFault {
    /// - Parameter line: on which the fault was found.
    static func xml(_ fault: XMLSyntaxFault, line: Int) -> Self {
        let detail = detail(of: fault)
        let remedy = remedy(of: fault)
        return Self(
            reason(of: fault), vietnamese: "XML sai ở dòng \(line): \(detail.vietnamese)",
            english: "The XML breaks in line \(line): \(detail.english)", remedyVietnamese: remedy.vietnamese,
            remedyEnglish: remedy.english)
    }

    private static func reason(of fault: XMLSyntaxFault) -> RecordProblem.Reason {
        switch fault {
        case .tooLong: .tooLong
        case .invalidEncoding, .forbiddenCharacter: .invalidEncoding
        default: .malformedSyntax
        }
    }

    private static func detail(of fault: XMLSyntaxFault) -> LocalisedText {
        switch fault {
        case .mismatch(let open, let close):
            words("thẻ <\(open)> lại đóng bằng </\(close)>", "<\(open)> is closed by </\(close)>")
        case .neverCloses(let name): words("thẻ <\(name)> không được đóng", "<\(name)> never closes")
        case .brokenTag: words("một thẻ viết dở dang", "a tag is broken off")
        case .tooDeep:
            words("lồng nhau quá \(XMLUnitScan.depthLimit) tầng", "over \(XMLUnitScan.depthLimit) levels of nesting")
        case .tooManyAttributes:
            words(
                "một thẻ có quá \(XMLUnitScan.attributeLimit) thuộc tính",
                "a tag with over \(XMLUnitScan.attributeLimit) attributes")
        case .tooManyNamespaces: words("quá nhiều khai báo không gian tên", "too many namespace declarations")
        case .tooLong: words("bản ghi dài quá giới hạn 4 MiB", "the record is longer than the limit of 4 MiB")
        case .undefinedEntity(let name): words("thực thể &\(name); không được định nghĩa", "&\(name); is not defined")
        case .endsTooEarly: words("kết thúc giữa chừng", "it ends too early")
        case .invalidEncoding: words("có byte không phải UTF-8", "bytes that are not UTF-8")
        case .forbiddenCharacter:
            words("có ký tự điều khiển mà XML cấm", "a control character that XML forbids")
        case .duplicateAttribute: words("một thuộc tính ghi hai lần", "an attribute stands there twice")
        case .other(let message): words(message, message)
        }
    }

    private static func remedy(of fault: XMLSyntaxFault) -> LocalisedText {
        switch fault {
        case .tooLong:
            words(
                "Hãy bỏ dữ liệu nhúng, hoặc xem lại thẻ không đóng", "Leave embedded data out, or look for an open tag")
        case .tooDeep, .tooManyAttributes, .tooManyNamespaces:
            words("Hãy xem lại công cụ ghi tệp này", "Look at the tool that wrote the file")
        default:
            words(
                "Hãy sửa chỗ này ở nguồn; các bản ghi khác vẫn được đọc",
                "Mend it at its source; other records are read")
        }
    }

    private static func words(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}

// MARK: What was mended

extension RecordFault {
    static func mended(_ repair: XMLRepair) -> Self {
        let parts: [(count: Int, text: LocalisedText)] = [
            (
                repair.invalidBytes,
                words("byte không phải UTF-8 thay bằng “\u{FFFD}”", "byte(s) replaced by “\u{FFFD}”")
            ),
            (repair.forbiddenCharacters, words("ký tự điều khiển bị bỏ", "control character(s) removed")),
            (repair.entities, words("thực thể HTML thay bằng ký tự", "HTML entities replaced by characters")),
            (repair.bareAmpersands, words("dấu & thành &amp;", "bare & made &amp;")),
            (repair.bareBrackets, words("dấu < thành &lt;", "bare < made &lt;")),
        ]
        let told = parts.filter { $0.count > 0 }
        let vietnamese = told.map { "\($0.count) \($0.text.vietnamese)" }.joined(separator: ", ")
        let english = told.map { "\($0.count) \($0.text.english)" }.joined(separator: ", ")
        return Self(
            .malformedSyntax, vietnamese: "XML sai đã được sửa: \(vietnamese)",
            english: "Malformed XML was mended: \(english)",
            remedyVietnamese: "Hãy sửa công cụ ghi XML ở nguồn", remedyEnglish: "Mend the tool that writes the XML"
        ).asWarning()
    }

    static func undeclaredPrefix(_ prefix: String) -> Self {
        Self(
            .malformedSyntax, vietnamese: "Tiền tố “\(prefix):” không được khai báo bằng xmlns",
            english: "The prefix “\(prefix):” is not declared by xmlns",
            remedyVietnamese: "Hãy khai báo xmlns:\(prefix) ở phần tử ngoài",
            remedyEnglish: "Declare xmlns:\(prefix) on an outer element"
        ).asWarning()
    }
}
