/// What the scanner must know of one Unicode scalar: a row of `Alphabet`, eight bytes long.
struct Letter {
    enum Kind: UInt8 {
        /// Ends a word: spaces, punctuation, symbols, controls.
        case separator
        /// Has one scalar a key, below U+10000.
        case simple
        /// Any other letter or digit.
        case complex
        /// A letter of a script written without spaces.
        case unspaced
        /// A combining mark.
        case mark
        /// Invisible, in the middle of a word too (rule R3).
        case removed
        case apostrophe
    }

    var kind: Kind
    /// Floating tone, 0 for none (rule R5).
    var tone: UInt8 = 0
    var marks: LetterMarks = []
    /// The letter in lower case with its quality, without its tone; set if the letter is simple.
    var exact: UInt16 = 0
    /// The letter without marks; set if the letter is simple.
    var folded: UInt16 = 0

    var isInWord: Bool { kind == .simple || kind == .complex }
}
