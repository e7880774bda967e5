/// The marks of a letter or word other than a floating tone.
struct LetterMarks: OptionSet {
    let rawValue: UInt8

    /// A mark of `ă â ê ô ơ ư đ`.
    static let quality = LetterMarks(rawValue: 1)
    /// A mark no Vietnamese syllable has, or a second tone.
    static let foreign = LetterMarks(rawValue: 2)
}
