import CatalogueStore
import TextAnalysis
import Vocabularies

/// Reads what a resource says to a query, by analysing its text again.
struct EvidenceCollector {
    private let query: RankedQuery
    private let analyser = TextAnalyser()
    private let licences: LicenceRegister
    private let thisYear: Int
    private let byExact: KeyTable
    private let byFolded: KeyTable
    /// Pairs by their second word, with the bit of the first.
    private let pairs: [[(pair: Int, first: WordSet)]]
    private let queryExact: [String]
    private let queryFolded: [String]

    init(_ query: RankedQuery, licences: LicenceRegister, thisYear: Int) {
        self.query = query
        self.licences = licences
        self.thisYear = thisYear
        var byExact: [String: WordSet] = [:]
        var byFolded: [String: WordSet] = [:]
        for (index, ranked) in query.words.enumerated() {
            let bit: WordSet = 1 << WordSet(index)
            byExact[ranked.word.exact, default: 0] |= bit
            for completion in ranked.word.completions { byExact[completion, default: 0] |= bit }
            byFolded[ranked.word.folded, default: 0] |= bit
            if let stem = ranked.word.stem { byFolded[stem, default: 0] |= bit }
        }
        self.byExact = KeyTable(byExact)
        self.byFolded = KeyTable(byFolded)
        var pairs = Array(repeating: [(pair: Int, first: WordSet)](), count: query.words.count)
        for (index, pair) in query.pairs.enumerated() { pairs[pair.second].append((index, 1 << WordSet(pair.first))) }
        self.pairs = pairs
        queryExact = query.sequence.map(\.exact)
        queryFolded = query.sequence.map(\.folded)
    }

    func evidence(in text: IndexedText, facts: RankedFacts) -> Evidence {
        var evidence = Evidence(
            words: Array(repeating: .init(), count: query.words.count),
            pairs: Array(repeating: .init(), count: query.pairs.count))
        for field in IndexedField.allCases {
            for part in text.parts[field] ?? [] {
                let length = count(part, field: field, isEnglish: text.isEnglish, in: &evidence)
                evidence.lengths[field] += Double(length)
                if field == .title, length == queryFolded.count {
                    evidence.titleMatch = max(evidence.titleMatch, titleMatch(part))
                }
            }
        }
        evidence.quality = quality(of: facts, text)
        if let year = facts.date.flatMap({ Int($0.prefix(4)) }) {
            evidence.freshness = max(0, 1 - Double(max(0, thisYear - year)) / 20)
        }
        return evidence
    }

    /// Counts what one part of a field answers.
    ///
    /// - Returns: tokens of the part.
    private func count(_ text: String, field: IndexedField, isEnglish: Bool, in evidence: inout Evidence) -> Int {
        var length = 0
        var before: (exact: WordSet, folded: WordSet) = (0, 0)
        analyser.forEachKey(of: text, isEnglish: isEnglish) { exactKey, foldedKey in
            length += 1
            let exact = byExact.words(answeredBy: exactKey)
            let folded = byFolded.words(answeredBy: foldedKey) | exact
            if folded != 0 {
                forEachBit(of: exact) { evidence.words[$0].exact[field] += 1 }
                forEachBit(of: folded) { evidence.words[$0].folded[field] += 1 }
                if before.folded != 0 {
                    forEachBit(of: folded) { second in
                        for (pair, first) in pairs[second] where before.folded & first != 0 {
                            evidence.pairs[pair].folded[field] += 1
                            if before.exact & first != 0, exact & (1 << WordSet(second)) != 0 {
                                evidence.pairs[pair].exact[field] += 1
                            }
                        }
                    }
                }
            }
            before = (exact, folded)
        }
        return length
    }

    private func titleMatch(_ title: String) -> Evidence.TitleMatch {
        let tokens = analyser.tokens(of: title)
        guard tokens.map(\.folded) == queryFolded else { return .none }
        return tokens.map(\.exact) == queryExact ? .exact : .folded
    }

    /// Half for an open licence, the rest for a description and a subject: what a learner needs to judge a hit.
    private func quality(of facts: RankedFacts, _ text: IndexedText) -> Double {
        let openness = facts.licence.flatMap { licences.licence(named: $0)?.openness } ?? .unknown
        return (openness <= .openWithLimits ? 0.5 : 0) + (text.parts[.body]?.isEmpty ?? true ? 0 : 0.3)
            + (facts.subject == nil ? 0 : 0.2)
    }

    private func forEachBit(of bits: WordSet, _ body: (Int) -> Void) {
        var rest = bits
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }
}
