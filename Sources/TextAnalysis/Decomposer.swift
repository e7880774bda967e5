/// Takes letters apart into lower-case base letters and marks, and puts them together again (rule R2).
///
/// The Swift standard library has no public normalisation, and Foundation's is too slow to call for every word.
struct Decomposer: Sendable {
    private var decompositions: [UInt32: (base: UInt32, mark: UInt32)] = [:]
    private var compositions: [UInt64: UInt32] = [:]
    private var substitutes: [UInt32: [UInt32]] = [:]
    private var foldings: [UInt32: [UInt32]] = [:]

    init() {
        decompositions.reserveCapacity(1024)
        compositions.reserveCapacity(1024)
        substitutes.reserveCapacity(1024)
        for (mark, composed, bases) in CanonicalPairs.table {
            for (letter, base) in zip(composed.unicodeScalars, bases.unicodeScalars) {
                decompositions[letter.value] = (base.value, mark.value)
                compositions[UInt64(base.value) << 32 | UInt64(mark.value)] = letter.value
            }
        }
        substitutes = Self.entries(CompatibilityForms.table)
        foldings = Self.entries(CompatibilityForms.foldings)
    }

    private static func entries(_ table: String) -> [UInt32: [UInt32]] {
        var entries: [UInt32: [UInt32]] = [:]
        for entry in table.unicodeScalars.split(separator: " ") {
            guard let letter = entry.first else { continue }
            entries[letter.value] = entry.dropFirst().map(\.value)
        }
        return entries
    }

    /// Whether `scalar` is a letter only through what it stands for.
    func isSubstituted(_ scalar: UInt32) -> Bool { substitutes[scalar] != nil }

    /// Appends the lower-case compatibility decomposition of `scalar`, keeping marks in canonical order.
    func decompose(_ scalar: Unicode.Scalar, into letters: inout [UInt32]) {
        let value = scalar.value
        if value < 0x80 {
            letters.append(value &- 0x41 < 26 ? value | 0x20 : value)
        } else if let plain = Self.plainForm(of: value) {
            decompose(plain, into: &letters)
        } else if let substitute = substitutes[value] {
            for part in substitute.compactMap(Unicode.Scalar.init) { decompose(part, into: &letters) }
        } else if let (base, mark) = decompositions[value] {
            for part in [base, mark].compactMap(Unicode.Scalar.init) { decompose(part, into: &letters) }
        } else if Self.isMark(scalar) {
            Self.insert(mark: scalar, into: &letters)
        } else if scalar.properties.changesWhenLowercased {
            for part in scalar.properties.lowercaseMapping.unicodeScalars { decompose(part, into: &letters) }
        } else if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
            letters.append(0x30 + UInt32(digit))
        } else {
            letters.append(value)
        }
    }

    /// The letter that `mark` makes of `base`, nil if Unicode has none.
    func compose(_ base: UInt32, _ mark: UInt32) -> UInt32? {
        compositions[UInt64(base) << 32 | UInt64(mark)]
    }

    /// What readers type for a letter without decomposition, nil where that is the letter itself.
    func folding(of letter: UInt32) -> [UInt32]? { foldings[letter] }

    /// ASCII for full-width and mathematical letters and digits.
    static func plainForm(of scalar: UInt32) -> Unicode.Scalar? {
        switch scalar {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar - 0xFEE0)
        case 0x1D400...0x1D6A3:
            Unicode.Scalar(0x61 + (scalar - 0x1D400) % 26)
        case 0x1D7CE...0x1D7FF: Unicode.Scalar(0x30 + (scalar - 0x1D7CE) % 10)
        default: nil
        }
    }

    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x370..<0x483, 0x1E00..<0x2000, 0x3400..<0xA000, 0xAC00..<0xD800: return false
        case 0x300..<0x370: return true
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Whether a mark writes a vowel, or a consonant below another, so that a word without it is another word.
    ///
    /// Holds for the scripts of South and South-East Asia; elsewhere marks may be left out.
    static func isVowelSign(_ mark: UInt32) -> Bool {
        switch mark {
        case 0x1AB0...0x1AFF: false
        case 0x900..<0x1D00, 0xA800..<0xAC00: true
        default: false
        }
    }

    /// Marks of one letter stand in the order of their combining classes, equal classes as written.
    private static func insert(mark: Unicode.Scalar, into letters: inout [UInt32]) {
        var place = letters.count
        let order = combiningClass(mark)
        if order > 0 {
            while place > 0, let before = Unicode.Scalar(letters[place - 1]), isMark(before),
                combiningClass(before) > order
            {
                place -= 1
            }
        }
        letters.insert(mark.value, at: place)
    }

    private static func combiningClass(_ mark: Unicode.Scalar) -> UInt8 {
        mark.properties.canonicalCombiningClass.rawValue
    }
}
