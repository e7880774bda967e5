import CatalogueModel
import Vocabularies

/// Checks single values of an AMB record.
enum AMBValues {
    /// What `shape` asks that `value` is not; nil where it fits, and for lists and objects.
    static func demand(of shape: AMBShape, on value: JSONValue) -> LocalisedText? {
        switch shape {
        case .boolean: if case .bool = value { nil } else { .ambBoolean }
        case .languageMap: isLanguageMap(value) ? nil : .ambLanguageMap
        case .list, .listWithID, .object: nil
        default:
            if case .string(let text) = value { demand(of: shape, on: text) } else { .ambText }
        }
    }

    private static func demand(of shape: AMBShape, on text: String) -> LocalisedText? {
        switch shape {
        case .address: isAddress(text) ? nil : .ambAddress
        case .date: isDate(text) ? nil : .ambDate
        case .duration: text.hasPrefix("P") && ISODuration(text) != nil ? nil : .ambDuration
        case .digits: !text.isEmpty && text.utf8.allSatisfy(ASCII.isDigit) ? nil : .ambDigits
        case .hash: text.utf8.count == 64 && text.allSatisfy { $0.isASCII && $0.isHexDigit } ? nil : .ambHash
        case .mediaType: isMediaType(text) ? nil : .ambMediaType
        case .language: isLanguage(text) ? nil : .ambLanguage
        case .oneOf(let words): words.contains(text) ? nil : .ambOneOf(words)
        case .addressBelow(let prefixes): isBelow(prefixes, text) ? nil : .ambBelow(prefixes)
        default: nil
        }
    }

    /// Whether `text` is an http or https address that begins with one of `prefixes`.
    static func isBelow(_ prefixes: [String], _ text: String) -> Bool {
        let start = ["https://", "http://"].first(where: text.hasPrefix) ?? ""
        return !start.isEmpty && prefixes.contains { text.dropFirst(start.count).hasPrefix($0) }
    }

    private static func isAddress(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return false }
        return text[..<colon].utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 || ASCII.isDigit($0) || 0x2B...0x2E ~= $0 }
            && !text.contains(where: \.isWhitespace)
    }

    private static func isDate(_ text: String) -> Bool { PartialDate(text)?.day != nil && !text.contains(" ") }

    private static func isMediaType(_ text: String) -> Bool {
        let kinds = [
            "application", "audio", "example", "font", "image", "message", "model", "multipart", "text", "video",
        ]
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && kinds.contains(String(parts[0])) && !parts[1].isEmpty
    }

    private static func isLanguage(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { 0x61...0x7A ~= $0 }
    }

    private static func isLanguageMap(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value else { return false }
        return members.allSatisfy { member in
            if case .string = member.value { isLanguage(member.key) } else { false }
        }
    }
}
