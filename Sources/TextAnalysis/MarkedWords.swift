/// The slow way of the scanner: words with combining marks, invisible scalars, apostrophes or rare letters.
extension TokenScanner {
    /// Reads the word at `position`; nil if nothing of it is left for a key.
    mutating func scanWordSlowly() -> ScannedToken? {
        let start = position
        var end = start
        var resume = start
        speller.removeAll()
        scanning: while resume < bytes.count {
            let (letter, width) = letter(at: resume)
            switch letter.kind {
            case .simple, .complex, .mark:
                append(scalar(at: resume).value)
                resume += width
                end = resume
            case .removed: resume += width
            case .apostrophe:
                switch join(at: resume + width) {
                case .joins: resume += width
                case .parts:
                    resume += width
                    break scanning
                case .possessive(let length):
                    resume += width + length
                    break scanning
                case .ends: break scanning
                }
            case .separator, .unspaced: break scanning
            }
        }
        position = resume
        var token = ScannedToken(range: start..<end, foldedStart: folded.count)
        let spelling = speller.spell(exact: &exact, folded: &folded)
        guard folded.count > token.foldedStart else { return nil }
        token.tone = spelling.tone
        token.marks = spelling.marks
        return finish(token, code: spelling.code)
    }

    mutating func append(_ value: UInt32) {
        if let scalar = Unicode.Scalar(value) { speller.append(scalar) }
    }

    /// What an apostrophe does to the letters around it.
    private enum Join {
        case joins, parts, ends
        /// The English possessive, of so many bytes after the apostrophe.
        case possessive(Int)
    }

    private func join(at offset: Int) -> Join {
        guard offset < bytes.count else { return .ends }
        let (next, width) = letter(at: offset)
        guard next.isInWord else { return .ends }
        if next.folded == 0x73, !isWord(at: offset + width) { return .possessive(width) }
        return isElision(before: next) ? .parts : .joins
    }

    private func isWord(at offset: Int) -> Bool {
        offset < bytes.count && (letter(at: offset).letter.isInWord || letter(at: offset).letter.kind == .mark)
    }

    /// Whether the word so far is a French article or pronoun before a vowel or h: `l'eau`, `d'histoire`, `qu'elle`.
    ///
    /// `M'Nông` and `H'Mông` go on with a consonant, or do not begin with such a word.
    private func isElision(before next: Letter) -> Bool {
        guard "aeiouyh".utf8.contains(where: { next.folded == UInt16($0) }) else { return false }
        let word = speller.scalars
        if word.count == 1 { return "cdjlmnst".unicodeScalars.contains { $0.value == word[0] } }
        return word == [0x71, 0x75]
    }
}
