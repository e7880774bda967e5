/// Encodings of Vietnamese from before Unicode, and the usual accidents, as they show when their bytes are taken for
/// Latin-1 or Windows-1252 (`vietnamese-text.md`, rule R10).
package enum LegacyEncoding: String, CaseIterable, Sendable {
    case tcvn3 = "TCVN3 (ABC)"
    case vni = "VNI Windows"
    case viscii = "VISCII"
    case vps = "VPS"
    case windows1258 = "Windows-1258"
    /// UTF-8 that was read as Windows-1252.
    case mojibake = "UTF-8 read as Windows-1252"
    /// Letters written as `&#7885;`.
    case numericReferences = "HTML character references"

    /// Text that was in a legacy encoding, decoded; nil where it was not, which is nearly always.
    ///
    /// Accepted only if at least nine words in ten are Vietnamese syllables afterwards, and three in ten more than before.
    /// Text that has any Vietnamese letter outside Latin-1 is Unicode already, and left alone unless references stand in it.
    ///
    /// - Complexity: O(*n*), times the number of encodings for text that has letters beyond ASCII.
    package static func repair(_ text: String) -> (text: String, encoding: Self)? {
        guard text.utf8.contains(where: { $0 >= 0x80 }) || text.utf8.contains(0x26) && text.contains("&#") else {
            return nil
        }
        let before = syllableShare(of: text)
        guard before < 0.7 else { return nil }
        var best: (text: String, encoding: Self, share: Double)?
        for encoding in allCases {
            guard let decoded = encoding.decode(text) else { continue }
            let share = syllableShare(of: decoded)
            if share >= 0.9, share - before >= 0.3, share > best?.share ?? 0 { best = (decoded, encoding, share) }
        }
        return best.map { ($0.text, $0.encoding) }
    }

    /// Words that are Vietnamese syllables, by all words of letters; 1 for none, and unmarked words count as they are.
    private static func syllableShare(of text: String) -> Double {
        var words = 0
        var syllables = 0
        for token in TextAnalyser().tokens(of: text) where !token.exact.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            words += 1
            if Syllable.isValid(exact: token.exact) { syllables += 1 }
        }
        return words == 0 ? 1 : Double(syllables) / Double(words)
    }

    /// Text whose bytes were taken for Latin-1 or Windows-1252, decoded; nil where it holds anything else.
    package func decode(_ text: String) -> String? {
        switch self {
        case .tcvn3: Self.decode(text, by: Self.tcvn3Letters)
        case .viscii: Self.decode(text, by: Self.visciiLetters)
        case .vps: Self.decode(text, by: Self.vpsLetters)
        case .vni: Self.decodeVNI(text)
        case .windows1258: Self.decode(text, by: Self.windows1258Letters)
        case .mojibake: Self.decodeMojibake(text)
        case .numericReferences: Self.decodeReferences(text)
        }
    }

    private static func decode(_ text: String, by letters: [UInt8: Unicode.Scalar]) -> String? {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let byte = byte(of: scalar) else { return nil }
            scalars.append(letters[byte] ?? scalar)
        }
        return String(scalars)
    }

    /// Two characters make a letter where VNI has it so, else one does; capitals follow the first.
    private static func decodeVNI(_ text: String) -> String? {
        guard text.unicodeScalars.allSatisfy({ byte(of: $0) != nil }) else { return nil }
        var result = ""
        var rest = Substring(text)
        while let first = rest.first {
            let pair = rest.prefix(2).lowercased()
            if pair.count == 2, let letter = vniLetters[pair] {
                result += first.isUppercase ? letter.uppercased() : letter
                rest = rest.dropFirst(2)
            } else {
                let letter = vniLetters[first.lowercased()] ?? String(first)
                result += first.isUppercase ? letter.uppercased() : letter
                rest.removeFirst()
            }
        }
        return result
    }

    private static func decodeMojibake(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = byte(of: scalar) else { return nil }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func decodeReferences(_ text: String) -> String? {
        text.replacing(/&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});/) { match in
            let digits = match.1
            let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let scalar = value.flatMap({ Unicode.Scalar($0) }) else { return String(match.0) }
            return String(Character(scalar))
        }
    }

    /// The byte a character stands for where bytes were taken for Latin-1 or Windows-1252; nil for any other character.
    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        scalar.value < 0x100 ? UInt8(scalar.value) : windows1252[scalar]
    }

    /// What Windows-1252 has where Latin-1 has control characters.
    private static let windows1252: [Unicode.Scalar: UInt8] = {
        let letters = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
        return Dictionary(uniqueKeysWithValues: zip(letters, 0x80...0x9F as ClosedRange<UInt8>))
    }()

    /// Capitals with a tone have no place of their own: fonts of capitals print small letters.
    private static let tcvn3Letters = table(LegacyTables.tcvn3, LegacyTables.letters)
        .merging(zip(0xA1...0xA7 as ClosedRange<UInt8>, "ĂÂÊÔƠƯĐ".unicodeScalars)) { first, _ in first }
    private static let visciiLetters = table(LegacyTables.viscii, LegacyTables.letters)
        .merging(table(LegacyTables.visciiCapitals, LegacyTables.capitals)) { first, _ in first }
    private static let vpsLetters = table(LegacyTables.vps, LegacyTables.letters)
    private static let windows1258Letters: [UInt8: Unicode.Scalar] = [
        0xC3: "Ă", 0xE3: "ă", 0xD0: "Đ", 0xF0: "đ", 0xD5: "Ơ", 0xF5: "ơ", 0xDD: "Ư", 0xFD: "ư",
        0xCC: "\u{300}", 0xEC: "\u{301}", 0xD2: "\u{309}", 0xDE: "\u{303}", 0xF2: "\u{323}",
    ]
    private static let vniLetters = Dictionary(
        zip(LegacyTables.vni.split(separator: " ").map(String.init), LegacyTables.letters.map(String.init)),
        uniquingKeysWith: { first, _ in first })

    private static func table(_ codes: String, _ letters: String) -> [UInt8: Unicode.Scalar] {
        var table: [UInt8: Unicode.Scalar] = [:]
        var digits = codes[...]
        for letter in letters.unicodeScalars {
            if let byte = UInt8(digits.prefix(2), radix: 16), byte > 0 { table[byte] = letter }
            digits = digits.dropFirst(2)
        }
        return table
    }
}
