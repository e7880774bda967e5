import TextAnalysis

/// The words of a text and runs of two and three of them, folded, with how much each weighs and where it stands.
///
/// Words of the title weigh three times as much, those of keywords twice. Words that stand everywhere count only inside runs.
struct TextFeatures: Sendable {
    struct Feature: Sendable {
        /// Folded words, separated by spaces.
        let key: String
        /// Square root of the occurrences, at most of three: the tenth says nothing new.
        var weight: Double
        /// The words of the text it is made of where it stands first.
        let words: Range<Int>

        var length: Int { words.count }
    }

    /// Where one word stands.
    private struct Word: Sendable {
        let part: Int
        let range: Range<Int>
        let folded: String
        let isSyllable: Bool
    }

    /// Letters of a word that tells something alone.
    private static let shortestWord = 5

    /// In the order in which they stand first.
    private(set) var features: [Feature] = []
    private var places: [String: Int] = [:]
    private var counts: [Double] = []
    /// All words in order; title, description and keywords are parts of the text, in UTF-8.
    private var words: [Word] = []
    private var parts: [[UInt8]] = []

    init(_ text: ClassifiedText) {
        add(text.title, times: 3)
        add(text.description, times: 1)
        for keyword in text.keywords { add(keyword, times: 2) }
        finish()
    }

    /// The features of one phrase.
    init(phrase: String) {
        add(phrase, times: 1)
        finish()
    }

    var keys: some Sequence<String> { features.lazy.map(\.key) }

    /// Words as the author wrote them, with what stands between them.
    ///
    /// - Parameter range: of words of one part, not empty.
    func text(of range: Range<Int>) -> String {
        let (first, last) = (words[range.lowerBound], words[range.upperBound - 1])
        let end = max(first.range.upperBound, last.range.upperBound)
        return String(decoding: parts[first.part][first.range.lowerBound..<end], as: UTF8.self)
    }

    func folded(of range: Range<Int>) -> String { words[range].map(\.folded).joined(separator: " ") }

    /// Whether the words say something by themselves: two or more, or a long one that is no Vietnamese syllable.
    func isTelling(_ range: Range<Int>) -> Bool {
        range.count > 1 || words[range].allSatisfy { !$0.isSyllable && $0.folded.count >= Self.shortestWord }
    }

    /// Whether it can stand alone: words that stand everywhere neither open nor close a phrase.
    static func isPhrase(_ feature: Feature) -> Bool {
        let words = feature.key.split(separator: " ").map(String.init)
        return ![words.first, words.last].contains { $0.map(everywhere.contains) ?? true }
    }

    func contains(_ key: String) -> Bool { places[key] != nil }

    private mutating func add(_ text: String, times: Double) {
        let tokens = TextAnalyser().tokens(of: text)
        let bytes = Array(text.utf8)
        let offset = words.count
        words += tokens.map {
            Word(part: parts.count, range: $0.range, folded: $0.folded, isSyllable: $0.isSyllable)
        }
        parts.append(bytes)
        for start in tokens.indices {
            var key = ""
            for length in 1...3 where start + length <= tokens.count {
                let token = tokens[start + length - 1]
                key += (length > 1 ? " " : "") + token.folded
                if length == 1, Self.everywhere.contains(key) || key.utf8.count < 2 { continue }
                if length > 1, Self.ends(bytes, from: tokens[start + length - 2].range.upperBound, token) { break }
                count(key, times, offset + start..<offset + start + length)
            }
        }
    }

    /// Whether a sentence or a clause ends between two words: what stands on both sides is no phrase.
    private static func ends(_ bytes: [UInt8], from end: Int, _ next: Token) -> Bool {
        // Bigrams of scripts without spaces overlap.
        guard end < next.range.lowerBound else { return false }
        let gap = bytes[end..<next.range.lowerBound]
        let hasSpace = gap.contains(UInt8(ascii: " "))
        return gap.contains { byte in
            switch UnicodeScalar(byte) {
            case "\n", "\r", ";", ":", "!", "?", "(", ")", "|": true
            // Not within `Node.js` and `1,5`.
            case ".", ",": hasSpace
            default: false
            }
        }
    }

    private mutating func count(_ key: String, _ times: Double, _ words: Range<Int>) {
        if let place = places[key] {
            counts[place] += times
        } else {
            places[key] = features.count
            features.append(Feature(key: key, weight: 0, words: words))
            counts.append(times)
        }
    }

    private mutating func finish() {
        for place in features.indices { features[place].weight = min(counts[place], 3).squareRoot() }
    }

    /// Folded words of Vietnamese and English that tell nothing by themselves.
    private static let everywhere = Set(
        """
        the of and a to in for with on an by from is are be how what your you it this that as or at
        va cua cho cac nhung mot la trong ve voi co duoc den tu theo khi nay do de o ra vao bai
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
