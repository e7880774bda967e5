/// Spells the keys of a word letter by letter, whatever its script: the slow and complete way.
///
/// `TokenScanner` takes it for words with combining marks, two tones or rare letters, and `Alphabet` for filling the
/// table of the fast way, so that both agree.
struct WordSpeller {
    /// What a spelt word states besides its keys.
    struct Spelling {
        var tone: UInt8 = 0
        var marks: LetterMarks = []
        /// Letters of the folded key.
        var code = LetterCode()
    }

    private let decomposer: Decomposer
    /// The word, decomposed.
    private(set) var scalars: [UInt32] = []

    init(_ decomposer: Decomposer) {
        self.decomposer = decomposer
    }

    mutating func removeAll() {
        scalars.removeAll(keepingCapacity: true)
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        if let syllable = syllable(completedBy: scalar) {
            scalars[scalars.count - 1] = syllable
        } else {
            decomposer.decompose(scalar, into: &scalars)
        }
    }

    /// The Korean syllable that the last letter makes with `scalar`, if any.
    func syllable(completedBy scalar: Unicode.Scalar) -> UInt32? {
        scalars.last.flatMap { Hangul.compose($0, scalar.value) }
    }

    /// Appends the keys of the word, without its tone, to `exact` and `folded`.
    func spell(exact: inout [UInt8], folded: inout [UInt8]) -> Spelling {
        var spelling = Spelling()
        spelling.tone = floatingTone()
        forEachLetter(leavingOutTones: spelling.tone > 0) { letter in
            spelling.marks.formUnion(letter.marks)
            exact.appendUTF8(scalar: Self.keyScalar(letter.composed))
            let folding = decomposer.folding(of: letter.base)
            if folding != nil, !letter.isQuality { spelling.marks.insert(.foreign) }
            for part in folding ?? [letter.base] {
                folded.appendUTF8(scalar: Self.keyScalar(part))
                spelling.code.append(UInt16(exactly: part) ?? .max)
            }
        }
        return spelling
    }

    /// Visits the letters of the word, each with as many of its marks as Unicode has a letter for.
    func forEachLetter(leavingOutTones: Bool, _ visit: (SpeltLetter) -> Void) {
        var next = 0
        while next < scalars.count {
            var letter = SpeltLetter(scalars[next])
            let standsOnNothing = isAccent(letter.base)
            next += 1
            while next < scalars.count, isAccent(scalars[next]) {
                let mark = scalars[next]
                next += 1
                if leavingOutTones, letter.isLatin, Tone(mark: mark) != nil { continue }
                letter.add(mark, by: decomposer)
            }
            if !standsOnNothing { visit(letter) }
        }
    }

    /// The only tone mark on a Latin letter of the word, as a number; 0 for none or several (rule R5).
    private func floatingTone() -> UInt8 {
        var tone: UInt8 = 0
        var isLatin = false
        for scalar in scalars {
            if !isAccent(scalar) {
                isLatin = SpeltLetter(scalar).isLatin
            } else if isLatin, let written = Tone(mark: scalar) {
                guard tone == 0 else { return 0 }
                tone = written.rawValue
            }
        }
        return tone
    }

    private func isAccent(_ value: UInt32) -> Bool {
        guard value >= 0x300, let scalar = Unicode.Scalar(value) else { return false }
        return Decomposer.isMark(scalar) && !Decomposer.isVowelSign(value)
    }

    /// FTS5 takes vowel signs for separators, but scalars for private use for letters: a key has the latter.
    private static func keyScalar(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x19B0...0x19C0, 0x19C8...0x19C9, 0x1CF2...0x1CF3: break  // Letters to Unicode, signs to FTS5.
        case 0x900..<0x1D00, 0xA800..<0xAC00:
            guard let sign = Unicode.Scalar(scalar), Decomposer.isMark(sign), Decomposer.isVowelSign(scalar) else {
                return scalar
            }
        default: return scalar
        }
        return scalar < 0x1D00 ? 0xE000 + scalar - 0x900 : 0xF400 + scalar - 0xA800
    }
}
