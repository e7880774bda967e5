import CatalogueStore
import RankedPostings

/// Reads what resources say to a query from the tokens that the index keeps of them.
struct EvidenceCollector {
    private static let fields = IndexedField.allCases

    private let query: RankedQuery
    private let thisYear: Int
    /// Pairs by their second word, with the bit of the first.
    private let pairs: [[(pair: Int, first: UInt128)]]
    /// The query's own words in order, by their bits; nil where it has more than are ranked.
    private let sequence: [UInt128]?

    init(_ query: RankedQuery, thisYear: Int) {
        self.query = query
        self.thisYear = thisYear
        var pairs = Array(repeating: [(pair: Int, first: UInt128)](), count: query.words.count)
        for (index, pair) in query.pairs.enumerated() { pairs[pair.second].append((index, 1 << UInt128(pair.first))) }
        self.pairs = pairs
        let numbers = Dictionary(
            query.words.enumerated().map { ($0.element.word.exact, $0.offset) }, uniquingKeysWith: { first, _ in first }
        )
        let bits = query.sequence.compactMap { word in numbers[word.exact].map { UInt128(1) << UInt128($0) } }
        sequence = bits.count == query.sequence.count ? bits : nil
    }

    /// What the words of the query are answered by.
    var words: [TokenWord] {
        query.words.map { ranked in
            TokenWord(
                exact: ranked.word.exact, alternatives: ranked.word.completions, folded: ranked.word.folded,
                stem: ranked.word.stem)
        }
    }

    /// In the order of `hits`.
    func evidence(of hits: [RankedHit], _ reader: TokenReader) throws -> [Evidence] {
        try hits.map { try evidence(of: $0.place, reader) }
    }

    private func evidence(of place: DocumentPlace, _ reader: TokenReader) throws -> Evidence {
        var evidence = Evidence(
            words: Array(repeating: .init(), count: query.words.count),
            pairs: Array(repeating: .init(), count: query.pairs.count))
        var before = (position: -2, answer: TokenAnswer())
        var title = TitleProgress()
        try reader.read(place) { number, position, answer in
            let field = Self.fields[number]
            count(answer, after: before.position == position - 1 ? before.answer : nil, field, in: &evidence)
            if field == .title { advance(&title, to: position, by: answer) }
            before = (position, answer)
        } endPart: { number, tokens in
            // A field beyond the last has no tokens.
            guard number < Self.fields.count else { return }
            let field = Self.fields[number]
            evidence.lengths[field] += Double(tokens)
            if field == .title { finish(&title, tokens: tokens, in: &evidence) }
            before.position = -2
        }
        let facts = DocumentFacts(attributes: try reader.attributes(of: place))
        evidence.quality = Double(facts.quality) / 10
        if let year = facts.year { evidence.freshness = max(0, 1 - Double(max(0, thisYear - year)) / 20) }
        return evidence
    }

    private func count(
        _ answer: TokenAnswer, after before: TokenAnswer?, _ field: IndexedField, in evidence: inout Evidence
    ) {
        forEachBit(of: answer.exact) { evidence.words[$0].exact[field] += 1 }
        forEachBit(of: answer.folded) { evidence.words[$0].folded[field] += 1 }
        guard let before else { return }
        forEachBit(of: answer.folded) { second in
            for (pair, first) in pairs[second] where before.folded & first != 0 {
                evidence.pairs[pair].folded[field] += 1
                if before.exact & first != 0, answer.exact & (1 << UInt128(second)) != 0 {
                    evidence.pairs[pair].exact[field] += 1
                }
            }
        }
    }

    private func forEachBit(of bits: UInt128, _ body: (Int) -> Void) {
        var rest = bits
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }
}

// MARK: - Titles that are the query

extension EvidenceCollector {
    /// How far a title agrees with the query, word for word.
    private struct TitleProgress {
        /// Words from the first on that answer the query's, one after the other.
        var folded = 0
        var exact = 0
    }

    private func advance(_ title: inout TitleProgress, to position: Int, by answer: TokenAnswer) {
        guard let sequence, position < sequence.count else { return }
        if title.folded == position, answer.sameFolded & sequence[position] != 0 { title.folded += 1 }
        if title.exact == position, answer.same & sequence[position] != 0 { title.exact += 1 }
    }

    private func finish(_ title: inout TitleProgress, tokens: Int, in evidence: inout Evidence) {
        if let sequence, tokens == sequence.count, tokens > 0 {
            if title.exact == tokens {
                evidence.titleMatch = .exact
            } else if title.folded == tokens {
                evidence.titleMatch = max(evidence.titleMatch, .folded)
            }
        }
        title = TitleProgress()
    }
}
