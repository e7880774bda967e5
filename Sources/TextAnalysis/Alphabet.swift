/// What every Unicode scalar is to the scanner.
///
/// A table covers the scalars below U+3000, which hold all letters of Vietnamese and of the languages beside it; the
/// rest follows rules.
///
/// - Complexity: built once a process, in about two milliseconds.
struct Alphabet: Sendable {
    static let shared = Alphabet()

    let decomposer = Decomposer()
    /// Row *n* is scalar *n*.
    private(set) var rows: [Letter] = []

    private init() {
        var speller = WordSpeller(decomposer)
        rows = (0..<0x3000).map { row(for: $0, speller: &speller) }
    }

    @inline(__always)
    subscript(value: UInt32) -> Letter {
        value < 0x3000 ? rows[Int(value)] : letter(beyondTable: value)
    }

    /// The letter a scalar from U+3000 on is.
    private func letter(beyondTable value: UInt32) -> Letter {
        if let plain = Decomposer.plainForm(of: value) { return rows[Int(plain.value)] }
        switch value {
        case 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA,
            0x30FC...0x318E, 0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
            0xF900...0xFAD9, 0xFF66...0xFF9D, 0x20000...0x3FFFF:
            return Letter(kind: .unspaced)
        case 0xFF9E, 0xFF9F, 0x3099, 0x309A: return Letter(kind: .mark)
        case 0x3000...0x3370, 0x1F000...0x1FAFF: return Letter(kind: .separator)
        default: return Letter(kind: kind(of: value))
        }
    }

    private func row(for value: UInt32, speller: inout WordSpeller) -> Letter {
        var letter = Letter(kind: kind(of: value))
        guard letter.kind == .complex, let scalar = Unicode.Scalar(value) else { return letter }
        speller.removeAll()
        speller.append(scalar)
        var exact: [UInt8] = []
        var folded: [UInt8] = []
        let spelling = speller.spell(exact: &exact, folded: &folded)
        guard let exactLetter = Self.only(exact), let foldedLetter = Self.only(folded) else { return letter }
        letter.kind = .simple
        letter.tone = spelling.tone
        letter.marks = spelling.marks
        letter.exact = exactLetter
        letter.folded = foldedLetter
        return letter
    }

    /// The scalar `bytes` consists of, nil if they are none or several.
    private static func only(_ bytes: [UInt8]) -> UInt16? {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first else { return nil }
        return UInt16(exactly: scalar.value)
    }

    private func kind(of value: UInt32) -> Letter.Kind {
        switch value {
        case 0x27, 0x2BB, 0x2BC, 0x2018, 0x2019: return .apostrophe
        case 0x340, 0x341, 0x343: return .mark
        default: if decomposer.isSubstituted(value) { return .complex }
        }
        guard let scalar = Unicode.Scalar(value) else { return .separator }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            return Self.isUnspaced(value) ? .unspaced : .complex
        case .decimalNumber, .letterNumber, .otherNumber: return .complex
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .format: return .removed
        default: return .separator
        }
    }

    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF: true
        default: false
        }
    }
}
