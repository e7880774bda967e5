/// Cuts text into words (rules R1–R4) and hands each to a sink, with its place in the text.
///
/// - Apostrophes join letters (`H'Mông` is one word), but an English possessive `'s` is dropped and a French elision
///   (`l'`, `d'`, `qu'` …: one or two letters before a vowel or h) is a word of its own.
/// - In scripts without spaces every two neighbouring characters are a word, and a lone one is.
struct WordScanner {
    private var word = WordBuffer()
    private var start = 0
    private var end = 0
    /// Characters of an unspaced run: where each begins and ends, and its scalars.
    private var run: [(range: Range<Int>, scalars: [UInt32])] = []

    /// - Parameter sink: called for every word in text order; the buffer is valid during the call only.
    /// - Complexity: O(*n*) in the bytes of `text`.
    mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ sink: (borrowing WordBuffer, Range<Int>) -> Void) {
        let table = ScalarTable.shared
        var offset = 0
        while offset < text.count {
            let (scalar, width) = Self.decode(text, at: offset)
            let next = offset + width
            switch table.scalarClass(scalar) {
            case .letter, .digit:
                flushRun(sink)
                if word.isEmpty { start = offset }
                table.decompose(scalar) { word.append($0) }
                end = next
            case .mark:
                if let last = run.indices.last {
                    run[last].scalars.append(scalar)
                    run[last].range = run[last].range.lowerBound..<next
                } else if !word.isEmpty {
                    table.decompose(scalar) { word.append($0) }
                    end = next
                }
            case .removed: break
            case .unspaced:
                flushWord(sink)
                var scalars: [UInt32] = []
                table.decompose(scalar) { scalars.append($0) }
                run.append((offset..<next, scalars))
            case .apostrophe:
                flushRun(sink)
                if !joins(text, apostropheAt: offset, width: width) { flushWord(sink) }
                let skipped = possessive(text, after: next)
                if skipped > 0 {
                    flushWord(sink)
                    offset = next + skipped
                    continue
                }
            case .separator:
                flushWord(sink)
                flushRun(sink)
            }
            offset = next
        }
        flushWord(sink)
        flushRun(sink)
    }

    private mutating func flushWord(_ sink: (borrowing WordBuffer, Range<Int>) -> Void) {
        guard !word.isEmpty else { return }
        sink(word, start..<end)
        word.clear()
    }

    /// Hands out the pairs of an unspaced run.
    private mutating func flushRun(_ sink: (borrowing WordBuffer, Range<Int>) -> Void) {
        guard !run.isEmpty else { return }
        var pair = WordBuffer()
        for index in run.indices where index + 1 < run.count || run.count == 1 {
            let last = min(index + 1, run.count - 1)
            pair.clear()
            for character in run[index...last] { character.scalars.forEach { pair.append($0) } }
            sink(pair, run[index].range.lowerBound..<run[last].range.upperBound)
        }
        run.removeAll(keepingCapacity: true)
    }

    /// Whether an apostrophe inside a word belongs to it: a letter follows, and it is no elision.
    private func joins(_ text: UnsafeBufferPointer<UInt8>, apostropheAt offset: Int, width: Int) -> Bool {
        let next = offset + width
        guard !word.isEmpty, next < text.count else { return false }
        let (following, _) = Self.decode(text, at: next)
        guard ScalarTable.shared.scalarClass(following) == .letter else { return false }
        let isElision = end - start <= 2 && Self.isElided(text[start]) && Self.opensElided(following)
        return !isElision
    }

    /// Bytes of a possessive `s` that ends a word, right after an apostrophe: 1, or 0.
    private func possessive(_ text: UnsafeBufferPointer<UInt8>, after offset: Int) -> Int {
        guard !word.isEmpty, offset < text.count, text[offset] | 0x20 == 0x73 else { return 0 }
        guard offset + 1 < text.count else { return 1 }
        let (following, _) = Self.decode(text, at: offset + 1)
        let follows = ScalarTable.shared.scalarClass(following)
        return follows == .separator ? 1 : 0
    }

    private static func isElided(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case 0x63, 0x64, 0x6A, 0x6C, 0x6D, 0x6E, 0x71, 0x73, 0x74: true
        default: false
        }
    }

    /// Vowels and h, with or without marks.
    private static func opensElided(_ scalar: UInt32) -> Bool {
        var first: UInt32?
        ScalarTable.shared.decompose(scalar) { first = first ?? $0 }
        return [0x61, 0x65, 0x68, 0x69, 0x6F, 0x75, 0x79, 0x153, 0xE6].contains(first ?? 0)
    }

    /// The scalar at `offset` and its width in bytes; text of a `String` is valid UTF-8, a stray byte counts as a separator.
    @inline(__always)
    static func decode(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, width: Int) {
        let first = UInt32(text[offset])
        if first < 0x80 { return (first, 1) }
        func continuation(_ index: Int) -> UInt32 {
            offset + index < text.count ? UInt32(text[offset + index]) & 0x3F : 0
        }
        if first < 0xE0 { return ((first & 0x1F) << 6 | continuation(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3) }
        return ((first & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3), 4)
    }
}
