/// A letter on its way into the keys.
struct SpeltLetter {
    /// The letter without marks.
    private(set) var base: UInt32
    /// The letter with its marks.
    private(set) var composed: UInt32

    init(_ base: UInt32) {
        self.base = base
        composed = base
    }

    /// Leaves a mark out that Unicode has no letter for.
    mutating func add(_ mark: UInt32, by decomposer: Decomposer) {
        guard let letter = decomposer.compose(composed, mark) else { return }
        composed = letter
        // Japanese voicing marks make other letters, not marked ones.
        if isKana { base = letter }
    }

    /// One of `ă â đ ê ô ơ ư`.
    var isQuality: Bool {
        switch composed {
        case 0x103, 0xE2, 0x111, 0xEA, 0xF4, 0x1A1, 0x1B0: true
        default: false
        }
    }

    var marks: LetterMarks {
        if isQuality { return .quality }
        return composed != base ? .foreign : []
    }

    /// Tones are taken off Latin letters only: the Greek tonos is part of its letter.
    var isLatin: Bool { base < 0x250 }

    private var isKana: Bool { (0x3040...0x30FF).contains(base) }
}
