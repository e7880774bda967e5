/// Turns text into search keys: the one analyser of documents and queries (`vietnamese-text.md`, rules R1–R9).
///
///     TextAnalyser().tokens(of: "Học tập, 2e édition").map(\.exact)   // ["hoc⁵", "tâp⁵", "2e", "edition¹"]
///     TextAnalyser().tokens(of: "Học tập, 2e édition").map(\.folded)  // ["hoc", "tap", "2e", "edition"]
package struct TextAnalyser: Sendable {
    package init() {}

    /// The words of `text` in order; empty where it has none.
    ///
    /// - Complexity: O(*n*) in the UTF-8 length of `text`.
    package func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        var exact: [UInt8] = []
        var folded: [UInt8] = []
        scan(text) { word, range in
            exact.removeAll(keepingCapacity: true)
            folded.removeAll(keepingCapacity: true)
            word.appendExact(to: &exact)
            word.appendFolded(to: &folded)
            tokens.append(
                Token(
                    range: range, exact: String(decoding: exact, as: UTF8.self),
                    folded: String(decoding: folded, as: UTF8.self), marking: word.marking))
        }
        return tokens
    }

    /// The keys of `text` for the index.
    ///
    /// - Complexity: O(*n*) in the UTF-8 length of `text`; no allocation per word.
    package func keys(of text: String) -> KeyText {
        var exact: [UInt8] = []
        var folded: [UInt8] = []
        var unmarked: [UInt8] = []
        exact.reserveCapacity(text.utf8.count)
        folded.reserveCapacity(text.utf8.count)
        scan(text) { word, _ in
            if !exact.isEmpty {
                exact.append(0x20)
                folded.append(0x20)
            }
            word.appendExact(to: &exact)
            let start = folded.count
            word.appendFolded(to: &folded)
            guard word.marking == .unmarked, Syllable.isPossible(folded[start...]) else { return }
            if !unmarked.isEmpty { unmarked.append(0x20) }
            unmarked.append(contentsOf: folded[start...])
        }
        return KeyText(
            exact: String(decoding: exact, as: UTF8.self), folded: String(decoding: folded, as: UTF8.self),
            unmarked: String(decoding: unmarked, as: UTF8.self))
    }

    /// The F keys of `text`, separated by `separator`: for slugs and comparisons.
    package func folded(_ text: String, separator: String = " ") -> String {
        tokens(of: text).map(\.folded).joined(separator: separator)
    }

    private func scan(_ text: String, _ sink: (borrowing WordBuffer, Range<Int>) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            var scanner = WordScanner()
            scanner.scan(bytes, sink)
        }
    }
}
