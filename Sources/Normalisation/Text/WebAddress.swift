import Vocabularies

/// Checks that text is the address of a page anybody may open.
package enum WebAddress {
    /// Whether `text` is an http or https address with a host.
    package static func isValid(_ text: String) -> Bool { fault(in: text) == nil }

    enum Fault {
        case noScheme
        case otherScheme
        case noHost
        case credentials
        case whiteSpace
        case badCharacter
        case badPort
        case tooLong
    }

    /// Bytes of UTF-8 an address may have.
    private static let limit = 2_048

    /// Why `text` is no http or https address with a host; nil where it is one. International names may stand as they are.
    static func fault(in text: String) -> Fault? {
        guard text.utf8.count <= limit else { return .tooLong }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t"..."\r", " ": return .whiteSpace
            case "\0"..<" ", "\u{7F}", "<", ">", "\"", "\\", "`": return .badCharacter
            case "!"..."~": continue
            default: if scalar.properties.isWhitespace { return .whiteSpace }
            }
        }
        let start = text.prefix(8).lowercased()
        guard let scheme = ["https://", "http://"].first(where: start.hasPrefix) else {
            return start.contains(":") ? .otherScheme : .noScheme
        }
        return authorityFault(text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }

    private static func authorityFault(_ authority: Substring) -> Fault? {
        if authority.contains("@") { return .credentials }
        var host = authority
        if let colon = authority.lastIndex(of: ":"), authority.last != "]" {
            host = authority[..<colon]
            let port = authority[colon...].dropFirst()
            guard port.isEmpty || UInt16(port) != nil else { return .badPort }
        }
        guard host.contains(where: { $0.isLetter || $0.isNumber }) else { return .noHost }
        let isName = host.utf8.allSatisfy {
            0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || $0 >= 0x80
        }
        let isNumber = host.hasPrefix("[") && host.hasSuffix("]")
        return isName || isNumber ? nil : .badCharacter
    }
}

extension WebAddress.Fault {
    var message: LocalisedText {
        switch self {
        case .noScheme: text("thiếu https://", "https:// is missing")
        case .otherScheme: text("chỉ dùng http hoặc https", "it is neither http nor https")
        case .noHost: text("thiếu tên máy chủ", "it names no host")
        case .credentials: text("có tên đăng nhập trong địa chỉ", "it holds a user name or password")
        case .whiteSpace: text("có khoảng trắng", "it holds white space")
        case .badCharacter: text("có ký tự không dùng được", "it holds a character that cannot stand there")
        case .badPort: text("số cổng sai", "its port is no number")
        case .tooLong: text("quá dài", "it is too long")
        }
    }

    var remedy: LocalisedText {
        switch self {
        case .credentials: text("Hãy bỏ phần trước dấu @", "Remove what stands before the @")
        case .whiteSpace: text("Hãy viết khoảng trắng thành %20", "Write a space as %20")
        default:
            text(
                "Hãy sao chép địa chỉ đầy đủ từ trình duyệt, bắt đầu bằng https://",
                "Copy the whole address from the browser, beginning with https://")
        }
    }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}
