/// Letters of Vietnamese syllables packed into an integer, six bits a letter, for look-ups without strings.
///
/// A code of more than ten letters, or with letters of other alphabets, equals no code of a syllable.
struct LetterCode: Hashable {
    private static let other: UInt64 = 63
    private(set) var packed: UInt64 = 0

    var isEmpty: Bool { packed == 0 }

    @inline(__always)
    mutating func append(_ letter: UInt16) {
        packed = packed << 6 | Self.number(of: letter)
    }

    /// The code of lower-case letters; `đ` and the quality vowels are letters of their own.
    init(_ letters: some Sequence<UInt16>) {
        for letter in letters { append(letter) }
    }

    init() {}

    /// Rewrites a final y as i where Vietnamese spelling wavers (rule R6); returns whether it did.
    ///
    /// Only after `b h k l m n s t th v x qu` and nothing else: `tay` is not `tai`.
    mutating func unifyFinalY() -> Bool {
        guard packed & 63 == 25, Self.hasWaveringY(onset: packed >> 6) else { return false }
        packed = packed & ~63 | 9
        return true
    }

    private static func hasWaveringY(onset: UInt64) -> Bool {
        switch onset {
        case 2, 8, 11, 12, 13, 14, 19, 20, 22, 24: true  // b h k l m n s t v x
        case 20 << 6 | 8, 17 << 6 | 21: true  // th qu
        default: false
        }
    }

    @inline(__always)
    private static func number(of letter: UInt16) -> UInt64 {
        if letter &- 0x61 < 26 { return UInt64(letter &- 0x60) }
        return switch letter {
        case 0x103: 27  // ă
        case 0xE2: 28  // â
        case 0x111: 29  // đ
        case 0xEA: 30  // ê
        case 0xF4: 31  // ô
        case 0x1A1: 32  // ơ
        case 0x1B0: 33  // ư
        default: other
        }
    }
}

extension LetterCode {
    static let c = LetterCode("c".utf16)
    static let f = LetterCode("f".utf16)
    static let net = LetterCode("net".utf16)
}
