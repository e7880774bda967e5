import Testing
import TextAnalysis

@Suite("Vietnamese pairs")
struct VietnamesePairTests {
    private let analyser = TextAnalyser()

    @Test("a query meets a text by the key the rules say", arguments: VietnamesePair.all)
    func meets(pair: VietnamesePair) {
        let words = analyser.tokens(of: pair.query)
        let text = analyser.tokens(of: pair.text)
        let level = words.map { word in text.map { self.level(of: word, in: $0) }.max() ?? .none }.min()
        #expect(level == pair.level)
    }

    /// Rule R9, as the store's query does it with three columns.
    private func level(of word: Token, in other: Token) -> VietnamesePair.Level {
        if word.exact == other.exact { return .exact }
        guard word.folded == other.folded else { return .none }
        switch word.marking {
        case .unmarked: return .folded
        case .quality where states(other.exact, atLeast: word.exact): return .folded
        case .quality, .tone: return analyser.keys(of: other.folded).unmarked.isEmpty ? .none : unmarkedLevel(other)
        }
    }

    private func unmarkedLevel(_ token: Token) -> VietnamesePair.Level {
        token.exact == token.folded && token.marking == .unmarked ? .unmarked : .none
    }

    /// Whether the marks of `key` include those of `part`.
    private func states(_ key: String, atLeast part: String) -> Bool {
        zip(key, part).allSatisfy { letter, given in letter == given || Self.bases[letter] == given }
    }

    private static let bases: [Character: Character] = [
        "ă": "a", "â": "a", "đ": "d", "ê": "e", "ô": "o", "ơ": "o", "ư": "u",
    ]
}
