import TextAnalysis

/// Marks the words of a text that answer a query, by analysing the text again: ranges point into what the author wrote.
struct Highlighter {
    let words: [QueryWord]
    private let analyser = TextAnalyser()

    init(words: [QueryWord]) {
        self.words = words
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
            words.firstIndex { $0.key(meeting: token) != nil }.map { (token.range, $0) }
        }
    }

    /// The run of tokens within `length` bytes of text with the most different words of the query; ties go to the
    /// earliest.
    private func bestWindow(in tokens: [Token], length: Int) -> ArraySlice<Token> {
        let answers = tokens.map { token in words.firstIndex { $0.key(meeting: token) != nil } }
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
