/// A token the scanner has just found; its keys are the ends of the scanner's buffers.
struct ScannedToken {
    var range: Range<Int>
    /// Where the folded key starts in the scanner's buffer.
    var foldedStart: Int
    var tone: UInt8 = 0
    var marks: LetterMarks = []
    /// Whether the folded key is spelt like a Vietnamese syllable.
    var isSyllable = false

    var marking: Marking {
        guard isSyllable, !marks.contains(.foreign) else { return .unmarked }
        if tone > 0 { return .tone }
        return marks.contains(.quality) ? .quality : .unmarked
    }

    var isUnmarkedSyllable: Bool { isSyllable && tone == 0 && marks.isEmpty }

    /// Whether the index holds the stem of this word for its folded key, where it can have one.
    func isStemmed(isEnglish: Bool) -> Bool { tone == 0 && marks.isEmpty && (isEnglish || !isSyllable) }
}
