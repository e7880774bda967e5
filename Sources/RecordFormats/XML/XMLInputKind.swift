import CatalogueModel
import Foundation
import Vocabularies

/// What an input seems to be, told by its first bytes.
enum XMLInputKind: Equatable {
    case xml
    case empty
    /// A web page, often one that tells an error, and its title where it has one.
    case webPage(title: String)
    case json
    case pdf
    case text(start: String)

    /// - Parameter start: the first bytes, in UTF-8.
    init(_ start: ArraySlice<UInt8>) {
        var rest = start
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        rest = rest.drop { ASCII.isBlank($0) || $0 == 0 }
        let text = String(decoding: rest, as: UTF8.self)
        switch rest.first {
        case nil: self = .empty
        case XMLByte.less: self = Self.isWebPage(text) ? .webPage(title: Self.title(text)) : .xml
        case ASCII.openBrace, ASCII.openBracket: self = .json
        case 0x25 where text.hasPrefix("%PDF"): self = .pdf
        default:
            // Warnings of a program may stand before the document.
            if text.contains("<?xml") { self = .xml } else { self = .text(start: Self.shortened(text)) }
        }
    }

    private static func isWebPage(_ text: String) -> Bool {
        let start = text.prefix(1024).lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return true }
        // XHTML: a declaration, then a DOCTYPE or the element itself.
        guard let root = start.firstMatch(of: #/<(?:!doctype\s+)?([a-z_][^\s/>]*)/#) else { return false }
        return root.1 == "html" || ["head", "body", "title", "script", "center", "h1"].contains(root.1)
    }

    private static func title(_ text: String) -> String {
        guard let opening = text.range(of: "<title", options: .caseInsensitive),
            let start = text[opening.upperBound...].firstIndex(of: ">")
        else { return "" }
        return shortened(plainText(ofHTML: String(text[start...].dropFirst().prefix { $0 != "<" })))
    }

    private static func shortened(_ text: String) -> String {
        String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(80))
    }

    /// - Throws: `RecordFormatError` for anything but XML.
    func check(file: String) throws {
        guard let message else { return }
        throw RecordFormatError(
            location: SourceLocation(file: file, line: 1), message: message,
            remedy: LocalisedText(
                vietnamese: "Hãy mở địa chỉ hoặc tệp này để xem, rồi lấy lại dữ liệu XML",
                english: "Open the address or file to see what it says, and get the XML again"), kind: errorKind)
    }

    private var errorKind: RecordFormatError.Kind {
        switch self {
        case .empty: .empty
        case .webPage: .webPage
        default: .unreadable
        }
    }

    private var message: LocalisedText? {
        switch self {
        case .xml: nil
        case .empty: words("Không có gì ở đây: trống", "There is nothing here: it is empty")
        case .webPage(let title):
            words(
                "Đây là trang web HTML, không phải XML" + (title.isEmpty ? "" : ": “\(title)”"),
                "This is an HTML page, not XML" + (title.isEmpty ? "" : ": “\(title)”"))
        case .json: words("Đây là JSON, không phải XML", "This is JSON, not XML")
        case .pdf: words("Đây là tệp PDF, không phải XML", "This is a PDF file, not XML")
        case .text(let start):
            words("Đây không phải XML; nó bắt đầu bằng “\(start)”", "This is not XML; it begins with “\(start)”")
        }
    }

    private func words(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}
