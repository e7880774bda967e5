/// Identifies a learning resource for good: it comes from the source's own identifier, never from the title.
///
/// Shape: `institution:local-part`, for example `openstax:calculus-volume-1`.
package struct ResourceID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package let rawValue: String

    /// The identifier, or nil where `text` is empty, longer than 200 bytes of UTF-8, or holds white space or control
    /// characters: an identifier must survive a URL, a shell and a spreadsheet.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 200,
            text.unicodeScalars.allSatisfy({
                $0.value < 0x7f ? $0.value > 0x20 : $0.value > 0x7f && !$0.properties.isWhitespace
            })
        else { return nil }
        rawValue = text
    }

    package var description: String { rawValue }

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let id = Self(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is no resource identifier"))
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
