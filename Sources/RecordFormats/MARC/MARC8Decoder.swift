import Foundation

/// Decodes MARC-8 (MARC 21 Specifications, Character Sets part 2) into NFC text.
///
/// All sets are decoded but EACC, whose table of some 16,000 characters is not carried along: each of its characters
/// becomes U+FFFD and is counted. Marks stand before their letter in MARC-8 and after it in Unicode. `&#xNNNN;` stands
/// for a character MARC-8 lacks (Specifications, Character Sets part 4).
///
/// - Complexity: O(*n*) in the number of bytes.
struct MARC8Decoder {
    private enum CharacterSet {
        case ascii
        case table(MARC8Set)
        case eastAsian
    }

    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var lower = CharacterSet.ascii
    private var upper = CharacterSet.table(.ansel)
    private var marks: [Unicode.Scalar] = []
    private var scalars = String.UnicodeScalarView()
    private var result = MARC8Text()

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// Reads `bytes` from the state every field and subfield begins with: ASCII below, ANSEL above.
    static func decode(_ bytes: ArraySlice<UInt8>) -> MARC8Text {
        var decoder = Self(bytes)
        decoder.run()
        return decoder.result
    }

    private mutating func run() {
        while position < bytes.endIndex {
            switch bytes[position] {
            case 0x1B: takeEscape()
            case 0x20: takeSingle(" ")
            case 0x00...0x1F, 0x7F: takeControl(bytes[position])
            case 0x80...0xA0, 0xFF: takeUpperControl(bytes[position])
            case 0x21...0x7E: takeCharacter(in: lower)
            default: takeCharacter(in: upper)
            }
        }
        result.strayMarks += marks.count
        scalars.append(contentsOf: marks)
        result.text = String(scalars).precomposedStringWithCanonicalMapping
    }
}

// MARK: Escape sequences

extension MARC8Decoder {
    private mutating func takeEscape() {
        let rest = bytes[(position + 1)...].prefix(4)
        guard let (set, isUpper, length) = Self.designation(Array(rest)) else {
            result.brokenEscapes += 1
            position += 1
            return
        }
        if isUpper { upper = set } else { lower = set }
        position += 1 + length
    }

    /// The set that the bytes after an escape name, which half it is for, and how many bytes name it.
    private static func designation(_ bytes: [UInt8]) -> (CharacterSet, isUpper: Bool, length: Int)? {
        guard let first = bytes.first else { return nil }
        if let set = technique1(first) { return (set, false, 1) }
        var length = 1
        var isUpper = first == 0x29 || first == 0x2D
        if first == 0x24 {
            guard bytes.count > 1 else { return nil }
            if [0x28, 0x29, 0x2C, 0x2D].contains(bytes[1]) {
                isUpper = bytes[1] == 0x29 || bytes[1] == 0x2D
                length = 2
            }
        } else if first != 0x28, first != 0x2C, !isUpper {
            return nil
        }
        if length < bytes.count, bytes[length] == 0x21 { length += 1 }
        guard length < bytes.count, let set = set(named: bytes[length]) else { return nil }
        return (set, isUpper, length + 1)
    }

    /// The sets that are reached by one byte alone.
    private static func technique1(_ byte: UInt8) -> CharacterSet? {
        switch byte {
        case 0x62: .table(.subscripts)
        case 0x67: .table(.greekSymbols)
        case 0x70: .table(.superscripts)
        case 0x73: .ascii
        default: nil
        }
    }

    private static func set(named byte: UInt8) -> CharacterSet? {
        switch byte {
        case 0x31: .eastAsian
        case 0x32: .table(.basicHebrew)
        case 0x33: .table(.basicArabic)
        case 0x34: .table(.extendedArabic)
        case 0x42: .ascii
        case 0x45: .table(.ansel)
        case 0x4E: .table(.basicCyrillic)
        case 0x51: .table(.extendedCyrillic)
        case 0x53: .table(.basicGreek)
        default: technique1(byte)
        }
    }
}

// MARK: Characters

extension MARC8Decoder {
    private mutating func takeCharacter(in set: CharacterSet) {
        let place = bytes[position] & 0x7F
        switch set {
        case .ascii:
            if place == 0x26, takeReference() { return }
            takeSingle(Unicode.Scalar(place))
        case .eastAsian: takeEastAsian()
        case .table(let table):
            guard let scalar = table[place] else {
                takeUndefined()
                return
            }
            if table.isMark(place) {
                marks.append(scalar)
                position += 1
            } else {
                takeSingle(scalar)
            }
        }
    }

    /// Takes one byte that stands for `scalar`, and puts the marks read before it behind it.
    private mutating func takeSingle(_ scalar: Unicode.Scalar) {
        position += 1
        append(scalar)
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        scalars.append(scalar)
        guard !marks.isEmpty else { return }
        if marks.count > 2 || scalar == " " || scalar == "\u{FFFD}" { result.strayMarks += marks.count }
        scalars.append(contentsOf: marks.count == 2 ? Self.ordered(marks, on: scalar) : marks)
        marks.removeAll(keepingCapacity: true)
    }

    /// The tone of a Vietnamese vowel comes after its circumflex or breve, which alone makes `ế` of the three; records
    /// hold them in both orders.
    private static func ordered(_ marks: [Unicode.Scalar], on base: Unicode.Scalar) -> [Unicode.Scalar] {
        let isVowel = "aeoAEO".unicodeScalars.contains(base)
        let isShape = marks[1] == "\u{302}" || marks[1] == "\u{306}"
        let isTone = ["\u{300}", "\u{301}", "\u{303}", "\u{309}"].contains(marks[0])
        return isVowel && isShape && isTone ? marks.reversed() : marks
    }

    private mutating func takeUndefined() {
        result.undefined += 1
        takeSingle("\u{FFFD}")
    }

    /// Three bytes of EACC.
    private mutating func takeEastAsian() {
        let half = bytes[position] & 0x80
        let character = bytes[position...].prefix(3)
        guard character.count == 3, character.allSatisfy({ $0 & 0x80 == half && 0x21...0x7E ~= $0 & 0x7F }) else {
            takeUndefined()
            return
        }
        result.eastAsian += 1
        position += 3
        append("\u{FFFD}")
    }

    /// `&#xNNNN;`, one to six hexadecimal digits.
    private mutating func takeReference() -> Bool {
        guard bytes[position...].starts(with: [0x26, 0x23, 0x78]) else { return false }
        let digits = bytes[(position + 3)...].prefix(7).prefix { $0 != ASCII.semicolon }
        guard (1...6).contains(digits.count), bytes[digits.endIndex...].first == ASCII.semicolon,
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), value >= 0x20,
            let scalar = Unicode.Scalar(value)
        else { return false }
        position = digits.endIndex + 1
        append(scalar)
        return true
    }

    private mutating func takeControl(_ byte: UInt8) {
        if byte == ASCII.tab || byte == ASCII.newline || byte == ASCII.carriageReturn {
            takeSingle(" ")
        } else {
            takeUndefined()
        }
    }

    /// Of the upper control codes MARC-8 has four: around a part not sorted by (dropped), and two joiners.
    private mutating func takeUpperControl(_ byte: UInt8) {
        switch byte {
        case 0x88, 0x89: position += 1
        case 0x8D: takeSingle("\u{200D}")
        case 0x8E: takeSingle("\u{200C}")
        default: takeUndefined()
        }
    }
}
