import CatalogueStore
import RankedPostings

/// Reads what resources say to a query from the tokens that the index keeps of them.
struct EvidenceCollector {
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
    func evidence(of hits: [RankedHit], _ reader: TokenReader<some ChunkSource>) throws -> [Evidence] {
        try hits.map { try evidence(of: $0.place, reader) }
    }

    private func evidence(of place: DocumentPlace, _ reader: TokenReader<some ChunkSource>) throws -> Evidence {
        var evidence = Evidence(
            words: Array(repeating: .init(), count: query.words.count),
            pairs: Array(repeating: .init(), count: query.pairs.count))
        var before = TokenAnswer()
        var title = TitleProgress()
        var current = IndexedField.title
        try reader.forEachToken(of: place) { number, answer in
            let field = IndexedField.allCases[number]
            if field != current || answer == nil {
                if current == .title { finish(&title, in: &evidence) }
                (current, before) = (field, TokenAnswer())
            }
            guard let answer else { return }
            evidence.lengths[field] += 1
            if field == .title { advance(&title, by: answer) }
            count(answer, after: before, field, in: &evidence)
            before = answer
        }
        if current == .title { finish(&title, in: &evidence) }
        let facts = DocumentFacts(attributes: try reader.attributes(of: place))
        evidence.quality = Double(facts.quality) / 10
        if let year = facts.year { evidence.freshness = max(0, 1 - Double(max(0, thisYear - year)) / 20) }
        return evidence
    }

    private func count(
        _ answer: TokenAnswer, after before: TokenAnswer, _ field: IndexedField, in evidence: inout Evidence
    ) {
        guard answer.folded != 0 else { return }
        forEachBit(of: answer.exact) { evidence.words[$0].exact[field] += 1 }
        forEachBit(of: answer.folded) { evidence.words[$0].folded[field] += 1 }
        guard before.folded != 0 else { return }
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
        var words = 0
        var isFolded = true
        var isExact = true
    }

    private func advance(_ title: inout TitleProgress, by answer: TokenAnswer) {
        defer { title.words += 1 }
        guard let sequence, title.words < sequence.count else {
            title.isFolded = false
            return
        }
        if answer.sameFolded & sequence[title.words] == 0 { title.isFolded = false }
        if answer.same & sequence[title.words] == 0 { title.isExact = false }
    }

    private func finish(_ title: inout TitleProgress, in evidence: inout Evidence) {
        if let sequence, title.words == sequence.count, title.words > 0 {
            if title.isExact {
                evidence.titleMatch = .exact
            } else if title.isFolded {
                evidence.titleMatch = max(evidence.titleMatch, .folded)
            }
        }
        title = TitleProgress()
    }
}
