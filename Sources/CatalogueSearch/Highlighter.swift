import TextAnalysis

/// Marks the words of a text that answer a query, by analysing the text again: ranges point into what the author wrote.
struct Highlighter {
    /// A token by its range in UTF-8, and the word of the query it answers, if any.
    private struct Place {
        let range: Range<Int>
        let word: Int?
    }

    private let words: [QueryWord]
    private let analyser = TextAnalyser()
    private let byExact: [String: Int]
    private let byFolded: [String: [Int]]
    private let byStem: [String: Int]
    /// Most tokens answer nothing; this tells without making them.
    private let filter: WordFilter

    init(words: [QueryWord]) {
        self.words = words
        var byExact: [String: Int] = [:]
        var byFolded: [String: [Int]] = [:]
        var byStem: [String: Int] = [:]
        var filter = WordFilter()
        for (index, word) in words.enumerated() {
            if byExact[word.exact] == nil { byExact[word.exact] = index }
            byFolded[word.folded, default: []].append(index)
            filter.insert(folded: word.folded)
            let stem = word.stem ?? word.folded
            if word.marking == .unmarked, byStem[stem] == nil {
                byStem[stem] = index
                filter.insert(stem: stem)
            }
        }
        self.byExact = byExact
        self.byFolded = byFolded
        self.byStem = byStem
        self.filter = filter
    }

    func highlight(_ text: String) -> HighlightedText {
        HighlightedText(text: text, highlights: merged(places(in: text)[...], in: text))
    }

    /// The part of `text` that answers most of the query, of about `length` characters, cut between words; the
    /// beginning where nothing answers. An ellipsis stands where text was cut.
    func snippet(of text: String, length: Int = 220) -> HighlightedText {
        let places = places(in: text)
        let window = bestWindow(in: places, length: length)
        guard let first = window.first, let last = window.last else {
            return HighlightedText(text: String(text.prefix(length)))
        }
        let bytes = text.utf8
        let start = window.startIndex == 0 ? 0 : first.range.lowerBound
        let end = window.endIndex == places.count ? bytes.count : last.range.upperBound
        let from = bytes.index(bytes.startIndex, offsetBy: start)
        let to = bytes.index(from, offsetBy: end - start)
        let before = window.startIndex == 0 ? "" : "… "
        let after = window.endIndex == places.count ? "" : " …"
        let moved = before.utf8.count - start
        return HighlightedText(
            text: before + text[from..<to] + after,
            highlights: merged(window, in: text).map { $0.lowerBound + moved..<$0.upperBound + moved })
    }

    private func places(in text: String) -> [Place] {
        var places: [Place] = []
        places.reserveCapacity(text.utf8.count / 4)
        analyser.forEachToken(of: text) { range, folded, token in
            places.append(Place(range: range, word: filter.mayAnswer(folded) ? word(answeredBy: token()) : nil))
        }
        return places
    }

    /// The word a token answers, if any.
    private func word(answeredBy token: Token) -> Int? {
        if let index = byExact[token.exact] { return index }
        if let index = byFolded[token.folded]?.first(where: { words[$0].key(meeting: token, analyser: analyser) != nil }
        ) {
            return index
        }
        guard !byStem.isEmpty, let stem = analyser.stem(of: token) else { return nil }
        return byStem[stem]
    }

    /// The run of tokens within `length` bytes of text with the most different words of the query; ties go to the
    /// earliest.
    private func bestWindow(in places: [Place], length: Int) -> ArraySlice<Place> {
        var best = 0..<0
        var bestScore = -1
        // The start of the last window that a word was counted in.
        var counted = [Int](repeating: -1, count: words.count)
        for start in places.indices where start == 0 || places[start].word != nil {
            // Two words of context before the first hit read better than a hit at the very edge.
            let from = max(0, start - 2)
            var end = from
            var score = 0
            while end < places.count, places[end].range.upperBound - places[from].range.lowerBound <= length * 3 / 2 {
                if let word = places[end].word, counted[word] != start {
                    counted[word] = start
                    score += 1
                }
                end += 1
            }
            if score > bestScore, end > from {
                best = from..<end
                bestScore = score
            }
        }
        return places[best]
    }

    /// Ranges of the words found; those with nothing but a space between them become one.
    private func merged(_ places: ArraySlice<Place>, in text: String) -> [Range<Int>] {
        let bytes = text.utf8
        var merged: [Range<Int>] = []
        for place in places where place.word != nil {
            let range = place.range
            if let last = merged.last, range.lowerBound == last.upperBound + 1,
                bytes[bytes.index(bytes.startIndex, offsetBy: last.upperBound)] == 0x20
            {
                merged[merged.count - 1] = last.lowerBound..<range.upperBound
            } else if let last = merged.last, range.lowerBound <= last.upperBound {
                // Pairs of scripts without spaces overlap.
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
