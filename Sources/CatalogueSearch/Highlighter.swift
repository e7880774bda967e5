import TextAnalysis

/// Marks the words of a text that answer a query, by analysing the text again: ranges point into what the author wrote.
struct Highlighter {
    private let words: [QueryWord]
    private let analyser = TextAnalyser()
    /// Indexes of words by their keys, so that most tokens are told from all words by one look.
    private let byExact: [String: Int]
    private let byFolded: [String: [Int]]
    private let byStem: [String: Int]
    private let stemInitials: Set<UInt8>

    init(words: [QueryWord]) {
        self.words = words
        var byExact: [String: Int] = [:]
        var byFolded: [String: [Int]] = [:]
        var byStem: [String: Int] = [:]
        for (index, word) in words.enumerated() {
            if byExact[word.exact] == nil { byExact[word.exact] = index }
            byFolded[word.folded, default: []].append(index)
            if word.marking == .unmarked, byStem[word.stem ?? word.folded] == nil {
                byStem[word.stem ?? word.folded] = index
            }
        }
        self.byExact = byExact
        self.byFolded = byFolded
        self.byStem = byStem
        stemInitials = Set(byStem.keys.compactMap(\.utf8.first))
    }

    /// The word a token answers, if any.
    private func word(answeredBy token: Token) -> Int? {
        if let index = byExact[token.exact] { return index }
        if let index = byFolded[token.folded]?.first(where: { words[$0].key(meeting: token, analyser: analyser) != nil }
        ) {
            return index
        }
        guard let initial = token.folded.utf8.first, stemInitials.contains(initial),
            let stem = analyser.stem(of: token)
        else { return nil }
        return byStem[stem]
    }

    func highlight(_ text: String) -> HighlightedText {
        HighlightedText(text: text, highlights: merged(matches(in: text).map(\.range), in: text))
    }

    /// The part of `text` that answers most of the query, of about `length` characters, cut between words; the
    /// beginning where nothing answers. An ellipsis stands where text was cut.
    func snippet(of text: String, length: Int = 220) -> HighlightedText {
        let tokens = analyser.tokens(of: text)
        let window = bestWindow(in: tokens, length: length)
        guard let first = window.first, let last = window.last else {
            return HighlightedText(text: String(text.prefix(length)))
        }
        let utf8 = text.utf8
        let isFromStart = first.range.lowerBound == tokens[0].range.lowerBound
        let isToEnd = last.range.upperBound == tokens[tokens.count - 1].range.upperBound
        let from = isFromStart ? utf8.startIndex : utf8.index(utf8.startIndex, offsetBy: first.range.lowerBound)
        let to = isToEnd ? utf8.endIndex : utf8.index(utf8.startIndex, offsetBy: last.range.upperBound)
        let cut = (isFromStart ? "" : "… ") + text[from..<to] + (isToEnd ? "" : " …")
        return highlight(cut)
    }

    private func matches(in text: String) -> [(range: Range<Int>, word: Int)] {
        analyser.tokens(of: text).compactMap { token in
            word(answeredBy: token).map { (token.range, $0) }
        }
    }

    /// The run of tokens within `length` bytes of text with the most different words of the query; ties go to the
    /// earliest.
    private func bestWindow(in tokens: [Token], length: Int) -> ArraySlice<Token> {
        let answers = tokens.map { word(answeredBy: $0) }
        var best = 0..<0
        var bestScore = -1
        for start in tokens.indices where start == 0 || answers[start] != nil {
            // Two words of context before the first hit read better than a hit at the very edge.
            let from = max(0, start - 2)
            var end = from
            var seen: Set<Int> = []
            while end < tokens.count,
                tokens[end].range.upperBound - tokens[from].range.lowerBound <= length * 3 / 2
            {
                if let word = answers[end] { seen.insert(word) }
                end += 1
            }
            if seen.count > bestScore, end > from {
                best = from..<end
                bestScore = seen.count
            }
        }
        return tokens[best]
    }

    /// Highlights with nothing but a space between them become one.
    private func merged(_ ranges: [Range<Int>], in text: String) -> [Range<Int>] {
        let bytes = text.utf8
        var merged: [Range<Int>] = []
        for range in ranges {
            if let last = merged.last, range.lowerBound == last.upperBound + 1,
                bytes[bytes.index(bytes.startIndex, offsetBy: last.upperBound)] == 0x20
            {
                merged[merged.count - 1] = last.lowerBound..<range.upperBound
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
