/// A query as the ranking sees it: its words and neighbouring pairs, each once, with how much they count.
struct RankedQuery: Sendable {
    struct Word: Hashable, Sendable {
        let word: QueryWord
        /// Whether the word stands for one of the query.
        let isExpansion: Bool
        /// Whether the word tells anything alone: a syllable of a longer Vietnamese expansion does not, it counts with
        /// its neighbour.
        var countsAlone = true
        /// Times it stands in the query.
        var count: Double
    }

    /// Two words that stand side by side in the query, by their indexes.
    struct Pair: Hashable, Sendable {
        let first: Int
        let second: Int
        var count: Double
    }

    static let mostWords = 128

    private(set) var words: [Word] = []
    private(set) var pairs: [Pair] = []
    /// Keys of the query's own words in order, repetitions included, for telling a title that is the query.
    private(set) var sequence: [QueryWord] = []

    init(_ query: SearchQuery, expansions: [QueryExpansion]) {
        for clause in query.clauses {
            for (index, term) in clause.alternatives.enumerated() {
                add(term.words, isExpansion: false, continues: index == 0)
            }
        }
        for expansion in expansions { add(expansion.words, isExpansion: true, continues: false) }
        for expansion in expansions where expansion.words.count > 1 {
            for word in expansion.words where word.isSyllable {
                if let index = words.firstIndex(where: { $0.word.exact == word.exact && $0.isExpansion }) {
                    words[index].countsAlone = expansions.contains {
                        $0.words.count == 1 && $0.words[0].exact == word.exact
                    }
                }
            }
        }
    }

    private var last: Int?

    private mutating func add(_ added: [QueryWord], isExpansion: Bool, continues: Bool) {
        if !continues { last = nil }
        for word in added {
            if !isExpansion { sequence.append(word) }
            guard let index = index(of: word, isExpansion: isExpansion) else {
                last = nil
                continue
            }
            if let first = last {
                if let pair = pairs.firstIndex(where: { $0.first == first && $0.second == index }) {
                    pairs[pair].count += isExpansion ? 0 : 1
                } else {
                    pairs.append(Pair(first: first, second: index, count: 1))
                }
            }
            last = index
        }
    }

    /// The index of a word, which is added where it is new; nil where no more fit.
    private mutating func index(of word: QueryWord, isExpansion: Bool) -> Int? {
        if let index = words.firstIndex(where: { $0.word.exact == word.exact }) {
            if !isExpansion { words[index].count += 1 }
            return index
        }
        guard words.count < Self.mostWords else { return nil }
        words.append(Word(word: word, isExpansion: isExpansion, countsAlone: true, count: 1))
        return words.count - 1
    }
}
