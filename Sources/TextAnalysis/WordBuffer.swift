/// The letters of one word while it is read, and its keys when it is done. One buffer serves a whole text.
///
/// A letter is a base scalar with up to one Vietnamese quality; the tone floats free of its letter (rule R5), so that
/// tone placement does not matter and misplaced tones are repaired. Marks of other languages stay with their letter.
struct WordBuffer {
    /// Base letters as scalars, Vietnamese qualities composed (`â` is one letter).
    private var letters: [UInt32] = []
    /// Foreign marks: position of the letter, mark.
    private var foreignMarks: [(letter: Int, mark: UInt32)] = []
    private var tones: [(letter: Int, mark: UInt32)] = []
    private var hasQuality = false

    var isEmpty: Bool { letters.isEmpty }

    mutating func clear() {
        letters.removeAll(keepingCapacity: true)
        foreignMarks.removeAll(keepingCapacity: true)
        tones.removeAll(keepingCapacity: true)
        hasQuality = false
    }

    /// - Parameter part: a letter, digit or mark from a lower-case decomposition.
    mutating func append(_ part: UInt32) {
        switch part {
        case 0x300, 0x301, 0x303, 0x309, 0x323:
            guard !letters.isEmpty else { return }
            tones.append((letters.count - 1, part))
        case 0x302, 0x306, 0x31B:
            guard let last = letters.last else { return }
            if let composed = Self.composed(last, part) {
                letters[letters.count - 1] = composed
                hasQuality = true
            } else {
                foreignMarks.append((letters.count - 1, part))
            }
        case 0x340: append(0x300)
        case 0x341: append(0x301)
        case 0x111:
            hasQuality = true
            letters.append(part)
        default:
            if part >= 0x300, ScalarTable.shared.scalarClass(part) == .mark {
                guard !letters.isEmpty else { return }
                foreignMarks.append((letters.count - 1, part))
            } else {
                letters.append(part)
            }
        }
    }

    /// Whether the tone marks, if any, are a Vietnamese word's: one at most, and no mark of another language.
    private var isPlain: Bool { foreignMarks.isEmpty && tones.count <= 1 }

    var marking: Marking {
        if !tones.isEmpty || !foreignMarks.isEmpty { return .tone }
        return hasQuality ? .quality : .unmarked
    }

    /// Whether letters may have lost a `y` to `i` (rule R6): `y` ends the word after a single listed onset.
    private func endsInFreeY(_ letters: [UInt32]) -> Bool {
        guard letters.last == 0x79 else { return false }
        switch letters.count {
        case 2: return [0x62, 0x68, 0x6B, 0x6C, 0x6D, 0x6E, 0x73, 0x74, 0x76, 0x78].contains(letters[0])
        case 3: return (letters[0] == 0x74 && letters[1] == 0x68) || (letters[0] == 0x71 && letters[1] == 0x75)
        default: return false
        }
    }

    /// Appends key E as UTF-8.
    func appendExact(to bytes: inout [UInt8]) {
        let freeY = isPlain && endsInFreeY(letters)
        if isPlain {
            for (index, letter) in letters.enumerated() {
                bytes.append(scalar: freeY && index == letters.count - 1 ? 0x69 : letter)
            }
            if let tone = tones.first { bytes.append(scalar: Self.superscript(tone.mark)) }
            return
        }
        var marks = foreignMarks + tones
        marks.sort { ($0.letter, $0.mark) < ($1.letter, $1.mark) }
        var next = 0
        for (index, letter) in letters.enumerated() {
            bytes.append(scalar: letter)
            while next < marks.count, marks[next].letter == index {
                bytes.append(scalar: Self.privateUse(marks[next].mark))
                next += 1
            }
        }
    }

    /// Appends key F as UTF-8.
    func appendFolded(to bytes: inout [UInt8]) {
        let folded = letters.count <= 3 && letters.last == 0x79 && endsInFreeY(letters.map(Self.base))
        var next = 0
        for (index, letter) in letters.enumerated() {
            if folded, index == letters.count - 1 {
                bytes.append(0x69)
            } else {
                Self.appendBase(letter, to: &bytes)
            }
            while next < foreignMarks.count, foreignMarks[next].letter <= index {
                // Vowel signs of Indic scripts are letters in all but name: without them words would fall together.
                if foreignMarks[next].letter == index, foreignMarks[next].mark >= 0x900,
                    foreignMarks[next].mark < 0x1AB0
                {
                    bytes.append(scalar: Self.privateUse(foreignMarks[next].mark))
                }
                next += 1
            }
        }
    }

    private static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
        switch (letter, mark) {
        case (0x61, 0x302): 0xE2
        case (0x61, 0x306): 0x103
        case (0x65, 0x302): 0xEA
        case (0x6F, 0x302): 0xF4
        case (0x6F, 0x31B): 0x1A1
        case (0x75, 0x31B): 0x1B0
        default: nil
        }
    }

    /// ¹ sắc, ² huyền, ³ hỏi, ⁴ ngã, ⁵ nặng. Compatibility decomposition turns superscripts of a text into digits, so
    /// no text yields these keys otherwise.
    private static func superscript(_ tone: UInt32) -> UInt32 {
        switch tone {
        case 0x301: 0xB9
        case 0x300: 0xB2
        case 0x309: 0xB3
        case 0x303: 0x2074
        default: 0x2075
        }
    }

    /// Marks become private-use scalars of plane 15: FTS5's `unicode61` keeps those within a term and most marks not.
    private static func privateUse(_ mark: UInt32) -> UInt32 { 0xF0000 + (mark & 0xFFFF) }

    private static func base(_ letter: UInt32) -> UInt32 {
        switch letter {
        case 0xE2, 0x103: 0x61
        case 0xEA: 0x65
        case 0xF4, 0x1A1: 0x6F
        case 0x1B0: 0x75
        case 0x111: 0x64
        default: letter
        }
    }

    private static func appendBase(_ letter: UInt32, to bytes: inout [UInt8]) {
        if letter < 0x80 { return bytes.append(UInt8(letter)) }
        switch letter {
        case 0xDF: bytes.append(contentsOf: [0x73, 0x73])
        case 0xE6: bytes.append(contentsOf: [0x61, 0x65])
        case 0x153: bytes.append(contentsOf: [0x6F, 0x65])
        case 0xFE: bytes.append(contentsOf: [0x74, 0x68])
        case 0xF8: bytes.append(0x6F)
        case 0x142: bytes.append(0x6C)
        case 0x131: bytes.append(0x69)
        case 0x127: bytes.append(0x68)
        case 0x167: bytes.append(0x74)
        default: bytes.append(scalar: base(letter))
        }
    }
}

extension [UInt8] {
    /// Appends the UTF-8 of a scalar value.
    @inline(__always)
    mutating func append(scalar: UInt32) {
        switch scalar {
        case 0..<0x80: append(UInt8(scalar))
        case 0x80..<0x800:
            append(UInt8(0xC0 | scalar >> 6))
            append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            append(UInt8(0xE0 | scalar >> 12))
            append(UInt8(0x80 | scalar >> 6 & 0x3F))
            append(UInt8(0x80 | scalar & 0x3F))
        default:
            append(UInt8(0xF0 | scalar >> 18 & 0x07))
            append(UInt8(0x80 | scalar >> 12 & 0x3F))
            append(UInt8(0x80 | scalar >> 6 & 0x3F))
            append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}
