/// Builds a sort key word by word: letters, then tones and other marks, then case.
struct SortKeyWriter {
    private enum Weight {
        static let end: UInt8 = 1
        static let space: UInt8 = 2
        static let number: UInt8 = 3
        static let foreignMarks: UInt8 = 8
        static let otherLetter: UInt8 = 0xF0
        static let level: UInt8 = 2
        static let smallLetter: UInt8 = 2
        static let capital: UInt8 = 3
    }

    private static let order: [UInt32: UInt8] = {
        var weights: [UInt32: UInt8] = [:]
        for letter in "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars {
            weights[letter.value] = UInt8(0x20 + weights.count)
        }
        return weights
    }()

    private let alphabet: Alphabet
    private var speller: WordSpeller
    private var primary: [UInt8] = []
    private var marks: [UInt8] = []
    private var cases: [UInt8] = []
    /// Digits of the number being read.
    private var digits: [UInt8] = []

    init(_ alphabet: Alphabet) {
        self.alphabet = alphabet
        speller = WordSpeller(alphabet.decomposer)
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        switch alphabet[scalar.value].kind {
        case .simple, .complex, .unspaced:
            speller.append(scalar)
            if scalar.properties.isCased {
                cases.append(scalar.properties.isLowercase ? Weight.smallLetter : Weight.capital)
            }
        case .mark: speller.append(scalar)
        case .removed, .apostrophe: break
        case .separator: endWord()
        }
    }

    mutating func finish() -> [UInt8] {
        endWord()
        if primary.last == Weight.space { primary.removeLast() }
        while cases.last == Weight.smallLetter { cases.removeLast() }
        return primary + [Weight.end] + marks + [Weight.end] + cases
    }

    private mutating func endWord() {
        guard !speller.scalars.isEmpty else { return }
        speller.forEachLetter(leavingOutTones: true) { letter in
            let folding = letter.isQuality ? [letter.composed] : alphabet.decomposer.folding(of: letter.base)
            for part in folding ?? [letter.base] { appendPrimary(part) }
        }
        endNumber()
        primary.append(Weight.space)
        appendMarks()
        speller.removeAll()
    }

    private mutating func appendPrimary(_ letter: UInt32) {
        if (0x30...0x39).contains(letter) {
            digits.append(UInt8(letter))
            return
        }
        endNumber()
        if let weight = Self.order[letter] {
            primary.append(weight)
        } else {
            primary.append(Weight.otherLetter)
            primary += [16, 8, 0].map { UInt8(truncatingIfNeeded: letter >> $0) }
        }
    }

    /// The longer number is the larger, once zeros in front are gone.
    private mutating func endNumber() {
        guard !digits.isEmpty else { return }
        let value = digits.drop { $0 == 0x30 }
        primary += [Weight.number, UInt8(clamping: value.count)] + value
        digits.removeAll(keepingCapacity: true)
    }

    /// A byte for the tone of a word, and its whole spelling only if it has marks of other languages.
    private mutating func appendMarks() {
        var exact: [UInt8] = []
        var folded: [UInt8] = []
        let spelling = speller.spell(exact: &exact, folded: &folded)
        if spelling.marks.contains(.foreign) {
            marks.append(Weight.foreignMarks)
            marks += exact
        } else {
            marks.append(Weight.level + (Tone(rawValue: spelling.tone)?.collationOrder ?? 0))
        }
    }
}
