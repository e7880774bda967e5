/// A BCP 47 language tag in its usual case, for example `vi`, `zh-Hant`, `pt-BR`.
package struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    /// Reads a tag in any case, with `-` or `_`; nil where the form is not BCP 47's (RFC 5646 §2.1, without
    /// extensions and private use).
    package init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let primary = parts.first, (2...3).contains(primary.utf8.count), parts.count <= 4,
            parts.allSatisfy({ (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isLetterOrDigit) }),
            primary.utf8.allSatisfy({ !(0x30...0x39).contains($0) })
        else { return nil }
        var tag = [primary.lowercased()]
        for part in parts.dropFirst() {
            switch part.utf8.count {
            case 2: tag.append(part.uppercased())
            case 4 where part.first?.isLetter == true:
                tag.append(part.prefix(1).uppercased() + part.dropFirst().lowercased())
            default: tag.append(part.lowercased())
            }
        }
        rawValue = tag.joined(separator: "-")
    }

    /// The language without script and region: what the language facet counts.
    package var primary: String { String(rawValue.prefix { $0 != "-" }) }

    package var description: String { rawValue }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }
}

extension LanguageTag: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let tag = Self(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is no language tag"))
        }
        self = tag
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
