import Testing

@testable import RankedPostings

/// FTS5 is the oracle: whatever it finds, scores and counts, ranked postings find, score and count alike.
@Suite("Ranked postings answer as FTS5 does")
struct OracleTests {
    static let seeds = Array(UInt64(1)...12)

    private static func key(_ word: String) -> TermKey { TermKey(.folded, word) }

    private static func words(_ corpus: RandomCorpus, _ source: inout RandomSource, most: Int) -> [String] {
        let count = 1 + source.below(most)
        return (0..<count).map { _ in
            source.chance(4) ? "unheard" : corpus.words[source.below(corpus.words.count) * source.below(100) / 100]
        }
    }

    @Test("The best of any words have the scores of bm25(), to the last bit, in its order", arguments: seeds)
    func anyOf(seed: UInt64) throws {
        var source = RandomSource(seed: seed)
        let corpus = try RandomCorpus(&source)
        for _ in 0..<12 {
            let words = Self.words(corpus, &source, most: 8)
            let limit = [1, 10, 37, 400][source.below(4)]
            let expected = try corpus.ranked(words.joined(separator: " OR "), limit: limit)
            let found = corpus.index.search(PostingsQuery(anyOf: words.map(Self.key)), top: limit)
            #expect(found.hits.map(\.id) == expected.map(\.id), "\(words)")
            #expect(found.hits.map(\.score) == expected.map(\.score), "\(words)")
            let counted = corpus.index.search(PostingsQuery(anyOf: words.map(Self.key)), top: limit, [.total, .facets])
            #expect(counted.hits == found.hits, "counting changes no hit: \(words)")
        }
    }

    @Test("The best of all words have the scores of bm25(), to the last bit, in its order", arguments: seeds)
    func allOf(seed: UInt64) throws {
        var source = RandomSource(seed: seed &+ 1000)
        let corpus = try RandomCorpus(&source)
        for _ in 0..<12 {
            let words = Self.words(corpus, &source, most: 4)
            let limit = [1, 10, 37, 400][source.below(4)]
            let expected = try corpus.ranked(words.joined(separator: " AND "), limit: limit)
            let found = corpus.index.search(PostingsQuery(allOf: words.map(Self.key)), top: limit)
            #expect(found.hits.map(\.id) == expected.map(\.id), "\(words)")
            #expect(found.hits.map(\.score) == expected.map(\.score), "\(words)")
            let counted = corpus.index.search(PostingsQuery(allOf: words.map(Self.key)), top: limit, [.total, .facets])
            #expect(counted.hits == found.hits, "counting changes no hit: \(words)")
        }
    }

    @Test("Any mixture of words, exclusions and filters matches as MATCH does, counts as GROUP BY", arguments: seeds)
    func mixed(seed: UInt64) throws {
        var source = RandomSource(seed: seed &+ 2000)
        let corpus = try RandomCorpus(&source)
        for _ in 0..<8 {
            var query = PostingsQuery(leaves: [], match: nil)
            var expression: String?
            if source.chance(90) {
                let (match, text) = Self.match(corpus, depth: 3, &query, &source)
                query.match = match
                expression = text
                if source.chance(40) {
                    let (excluded, without) = Self.match(corpus, depth: 1, &query, &source)
                    query.excluded = excluded
                    expression = "(\(text)) NOT (\(without))"
                }
            }
            var filters: [[UInt32]] = []
            for _ in 0..<source.below(3) { filters.append((0..<2).map { _ in UInt32(source.below(60)) }) }
            query.filters = filters.map { $0.map { TermKey(facet: $0) } }
            let rows = try corpus.matching(expression, filters: filters)
            let answer = corpus.index.search(query, top: 5000, [.total, .facets])
            #expect(answer.total == rows.count, "\(expression ?? "") \(filters)")
            #expect(Set(answer.hits.map(\.id)) == rows, "\(expression ?? "") \(filters)")
            #expect(answer.facets == (try corpus.facets(of: rows)), "\(expression ?? "") \(filters)")
            for filter in filters.indices {
                let others = filters.indices.filter { $0 != filter }.map { filters[$0] }
                let counts = try corpus.facets(of: corpus.matching(expression, filters: others))
                #expect(answer.facetsWithoutFilter[filter] == counts)
            }
            #expect(zip(answer.hits, answer.hits.dropFirst()).allSatisfy { $0.score >= $1.score })
        }
    }

    @Test("Words side by side have the scores of bm25(), in all fields and in one", arguments: seeds)
    func phrases(seed: UInt64) throws {
        var source = RandomSource(seed: seed &+ 3000)
        let corpus = try RandomCorpus(&source)
        for _ in 0..<8 {
            let words = Self.words(corpus, &source, most: 3)
            let field = source.chance(50) ? source.below(3) : nil
            let phrase = Phrase(.folded, words, fields: field.map { 1 << UInt32($0) } ?? .max)
            let query = PostingsQuery(leaves: [.phrase(phrase)], match: .leaf(0))
            let column = field.map { ["a", "b", "c"][$0] + " : " } ?? ""
            let expected = try corpus.ranked("\(column)\"\(words.joined(separator: " "))\"", limit: 20)
            let found = corpus.index.search(query, top: 20)
            #expect(found.hits.map(\.id) == expected.map(\.id), "\(column)\(words)")
            #expect(found.hits.map(\.score) == expected.map(\.score), "\(column)\(words)")
        }
    }

    /// A random expression, as a query and as FTS5 writes it.
    private static func match(
        _ corpus: RandomCorpus, depth: Int, _ query: inout PostingsQuery, _ source: inout RandomSource
    ) -> (PostingsQuery.Match, String) {
        func leaf(_ leaf: PostingsQuery.Leaf, _ text: String) -> (PostingsQuery.Match, String) {
            query.leaves.append(leaf)
            return (.leaf(query.leaves.count - 1), text)
        }
        let word = words(corpus, &source, most: 1)[0]
        guard depth > 0, source.chance(65) else {
            switch source.below(10) {
            case 0: return leaf(.prefix(key(String(word.dropLast()))), "\(word.dropLast())*")
            case 1:
                let pair = words(corpus, &source, most: 2)
                return leaf(.phrase(Phrase(.folded, pair)), "\"\(pair.joined(separator: " "))\"")
            default: return leaf(.term(key(word)), word)
            }
        }
        let parts = (0..<2 + source.below(2)).map { _ in match(corpus, depth: depth - 1, &query, &source) }
        return source.chance(50)
            ? (.all(parts.map(\.0)), "(" + parts.map(\.1).joined(separator: " AND ") + ")")
            : (.any(parts.map(\.0)), "(" + parts.map(\.1).joined(separator: " OR ") + ")")
    }
}
