/// Finds the tokens of a text one by one and writes their keys into two buffers.
struct TokenScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let alphabet: Alphabet
    private let syllables = SyllableTable.shared
    /// Key E of the tokens so far.
    var exact: [UInt8] = []
    /// Key F of the tokens so far.
    var folded: [UInt8] = []
    /// Offset of the next byte to read.
    var position = 0
    var speller: WordSpeller
    /// End of the last word, to tell `.NET` from `example.net`.
    private var lastWordEnd = -1
    /// Whether the character at `position` has been the second of a pair.
    var isInsideRun = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, alphabet: Alphabet) {
        self.bytes = bytes
        self.alphabet = alphabet
        speller = WordSpeller(alphabet.decomposer)
    }

    mutating func reserveCapacity() {
        exact.reserveCapacity(bytes.count + bytes.count / 4 + 8)
        folded.reserveCapacity(bytes.count + 8)
    }

    mutating func removeKeys() {
        exact.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
    }

    /// Parts the keys of the last token from those to come.
    mutating func endKeys() {
        exact.append(.space)
        folded.append(.space)
    }

    /// Puts the stem of the last word in place of its folded key.
    mutating func stemFolded(
        from start: Int, by stem: (UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>
    ) {
        guard EnglishStemmer.canStem(folded[start...]) else { return }
        let changed = folded.withUnsafeBufferPointer { bytes in
            let word = UnsafeBufferPointer(rebasing: bytes[start...])
            let stemmed = stem(word)
            return stemmed.elementsEqual(word) ? nil : Array(stemmed)
        }
        if let changed { folded.replaceSubrange(start..., with: changed) }
    }

    /// The next token, nil at the end of the text.
    mutating func next() -> ScannedToken? {
        while position < bytes.count {
            let (letter, width) = letter(at: position)
            switch letter.kind {
            case .simple, .complex:
                if let token = scanWord() { return token }
            case .unspaced:
                if let token = scanPair() { return token }
            case .separator, .mark, .removed, .apostrophe:
                position += width
            }
        }
        return nil
    }

    /// The letter at an offset, and how many bytes it takes.
    @inline(__always)
    func letter(at offset: Int) -> (letter: Letter, width: Int) {
        let (value, width) = scalar(at: offset)
        return (alphabet[value], width)
    }

    /// Decodes UTF-8, which is valid, for it is a string's.
    @inline(__always)
    func scalar(at offset: Int) -> (value: UInt32, width: Int) {
        let lead = UInt32(bytes[offset])
        if lead < 0x80 { return (lead, 1) }
        let second = UInt32(bytes[offset + 1] & 0x3F)
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
        let third = UInt32(bytes[offset + 2] & 0x3F)
        if lead < 0xF0 { return ((lead & 0xF) << 12 | second << 6 | third, 3) }
        return ((lead & 7) << 18 | second << 12 | third << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
    }

    /// Reads a word of simple letters; anything else goes the slow way from the start of the word.
    private mutating func scanWord() -> ScannedToken? {
        let exactStart = exact.count
        let foldedStart = folded.count
        var token = ScannedToken(range: position..<position, foldedStart: foldedStart)
        var code = LetterCode()
        var end = position
        scanning: while end < bytes.count {
            let (letter, width) = letter(at: end)
            switch letter.kind {
            case .simple where letter.tone == 0 || token.tone == 0:
                token.tone |= letter.tone
                token.marks.formUnion(letter.marks)
                exact.appendUTF8(letter.exact)
                folded.appendUTF8(letter.folded)
                code.append(letter.folded)
            case .separator, .unspaced: break scanning
            case .simple, .complex, .mark, .removed, .apostrophe:
                exact.removeLast(exact.count - exactStart)
                folded.removeLast(folded.count - foldedStart)
                return scanWordSlowly()
            }
            end += width
        }
        token.range = position..<end
        position = end
        return finish(token, code: code)
    }

    /// Completes the keys of a word whose letters are written.
    mutating func finish(_ word: ScannedToken, code: LetterCode) -> ScannedToken {
        var token = word
        var code = code
        if code.unifyFinalY() {
            folded[folded.count - 1] = UInt8(ascii: "i")
            if exact[exact.count - 1] == UInt8(ascii: "y") { exact[exact.count - 1] = UInt8(ascii: "i") }
        }
        if token.tone > 0, let tone = Tone(rawValue: token.tone) { exact.appendUTF8(tone.keySuffix) }
        token.isSyllable = syllables.isFolded(code)
        if token.tone == 0, token.marks.isEmpty { nameSoftware(&token, code: code) }
        lastWordEnd = token.range.upperBound
        return token
    }

    /// Gives `C++`, `C#`, `F#` and `.NET` keys of their own: `cpp`, `csharp`, `fsharp`, `dotnet`.
    private mutating func nameSoftware(_ token: inout ScannedToken, code: LetterCode) {
        let start = token.range.lowerBound
        if code == .c, follows("++") {
            token.range = start..<position + 2
            replaceKeys(from: token.foldedStart, by: "cpp")
        } else if code == .c || code == .f, follows("#") {
            token.range = start..<position + 1
            replaceKeys(from: token.foldedStart, by: code == .c ? "csharp" : "fsharp")
        } else if code == .net, start > 0, bytes[start - 1] == UInt8(ascii: "."), lastWordEnd < start - 1 {
            token.range = start - 1..<token.range.upperBound
            replaceKeys(from: token.foldedStart, by: "dotnet")
            token.isSyllable = false
            return
        } else {
            return
        }
        token.isSyllable = false
        position = token.range.upperBound
    }

    private func follows(_ sign: StaticString) -> Bool {
        let end = position + sign.utf8CodeUnitCount
        return end <= bytes.count
            && (position..<end).allSatisfy { bytes[$0] == sign.utf8Start[$0 - position] }
    }

    /// The keys of an unmarked token are alike and equally long.
    private mutating func replaceKeys(from foldedStart: Int, by name: String) {
        let length = folded.count - foldedStart
        exact.replaceSubrange((exact.count - length)..., with: name.utf8)
        folded.replaceSubrange(foldedStart..., with: name.utf8)
    }
}
