/// Scripts written without spaces: overlapping pairs of characters stand for words.
extension TokenScanner {
    /// The pair that begins at `position`; a character alone is a token, the last of a run is none.
    mutating func scanPair() -> ScannedToken? {
        let start = position
        var token = ScannedToken(range: start..<start, foldedStart: folded.count)
        var (end, next) = spellCharacter(at: start)
        position = next
        if next < bytes.count, letter(at: next).letter.kind == .unspaced {
            (end, _) = spellCharacter(at: next)
            isInsideRun = true
        } else if isInsideRun {
            isInsideRun = false
            exact.removeLast(folded.count - token.foldedStart)
            folded.removeLast(folded.count - token.foldedStart)
            return nil
        }
        token.range = start..<end
        return token
    }

    /// Writes the keys of one character with its marks; returns its end and the start of what follows.
    private mutating func spellCharacter(at offset: Int) -> (end: Int, next: Int) {
        speller.removeAll()
        var (value, width) = scalar(at: offset)
        append(value)
        var end = offset + width
        var next = end
        scanning: while next < bytes.count {
            let kind = letter(at: next).letter.kind
            (value, width) = scalar(at: next)
            switch kind {
            case .mark: append(value)
            case .unspaced:
                guard isStacked || Unicode.Scalar(value).flatMap(speller.syllable(completedBy:)) != nil else {
                    break scanning
                }
                append(value)
            case .removed:
                next += width
                continue scanning
            default: break scanning
            }
            next += width
            end = next
        }
        _ = speller.spell(exact: &exact, folded: &folded)
        return (end, next)
    }

    /// Whether the character so far ends in the sign that puts the next consonant below it: Khmer coeng, Burmese virama.
    private var isStacked: Bool { speller.scalars.last == 0x17D2 || speller.scalars.last == 0x1039 }
}
