import TextAnalysis

/// The score of a document: BM25F over fields, with marks, neighbouring words, an exact title and two bounded factors.
///
/// Every word adds up to four parts, each an occurrence count saturated as in BM25F (Robertson and Zaragoza 2009, §3.5):
/// the word with its marks, the word with any marks, and the same of the pair it makes with the word before it. The
/// evidence of unsegmented syllables standing side by side is what a dictionary of compounds would give. A title that is
/// the query, and nothing else, comes first: its bonus is more than all words together can reach.
struct RankingFormula {
    let weights: RankingWeights
    let query: RankedQuery
    let statistics: RankingStatistics
    /// Inverse document frequencies of each word and of its pair.
    private let wordWeights: [(exact: Double, folded: Double)]
    private let pairWeights: [(exact: Double, folded: Double)]
    private let fields: FieldCounts
    private let meanLength: Double

    /// - Parameter candidates: what pairs are counted in: too rare to be worth an index of their own, they are counted
    ///   among the candidates.
    init(
        weights: RankingWeights, query: RankedQuery, statistics: RankingStatistics, candidates: [Evidence]
    ) {
        self.weights = weights
        self.query = query
        self.statistics = statistics
        fields = weights.fields
        meanLength = max(1, statistics.meanLengths.weighted(by: weights.fields))
        wordWeights = query.words.indices.map { index in
            (
                statistics.weight(ofWordIn: statistics.exactDocuments[index]),
                statistics.weight(ofWordIn: statistics.foldedDocuments[index])
            )
        }
        pairWeights = query.pairs.indices.map { index in
            (
                statistics.weight(ofWordIn: Double(candidates.count { !$0.pairs[index].exact.isZero })),
                statistics.weight(ofWordIn: Double(candidates.count { !$0.pairs[index].folded.isZero }))
            )
        }
    }

    func score(_ evidence: Evidence) -> Double {
        var score = 0.0
        forEachPart(of: evidence) { score += $0.points }
        return score
    }

    /// The parts of a score, in the order in which `score` adds them.
    func forEachPart(of evidence: Evidence, _ visit: (ScorePart) -> Void) {
        let length = evidence.lengths.weighted(by: fields)
        let norm = weights.k1 * (1 - weights.b + weights.b * length / meanLength)
        var sum = 0.0
        func add(_ kind: ScorePart.Kind, _ index: Int, _ counts: FieldCounts, _ weight: Double) {
            guard weight > 0, !counts.isZero else { return }
            let frequency = counts.weighted(by: fields)
            let points = weight * frequency / (frequency + norm) * (weights.k1 + 1)
            sum += points
            visit(ScorePart(kind: kind, index: index, counts: counts, points: points))
        }
        for index in query.words.indices {
            let (isMarked, share) = (isMarked(index), share(ofWord: index))
            let (word, weight) = (evidence.words[index], wordWeights[index])
            add(.exact, index, word.exact, share * weight.exact * (isMarked ? weights.markedExact : weights.plainExact))
            add(
                .folded, index, word.folded,
                share * weight.folded * (isMarked ? weights.markedFolded : weights.plainFolded))
        }
        for index in query.pairs.indices {
            let (exact, folded) = shares(ofPair: index)
            add(.exactPair, index, evidence.pairs[index].exact, exact)
            add(.foldedPair, index, evidence.pairs[index].folded, folded)
        }
        if evidence.quality > 0 {
            visit(ScorePart(kind: .quality, index: nil, points: sum * weights.quality * evidence.quality))
        }
        if evidence.freshness > 0 {
            visit(ScorePart(kind: .freshness, index: nil, points: sum * weights.freshness * evidence.freshness))
        }
        if evidence.titleMatch > .none {
            visit(ScorePart(kind: .title, index: nil, points: titleBonus * Double(evidence.titleMatch.rawValue)))
        }
    }

    private func isMarked(_ word: Int) -> Bool { query.words[word].word.marking != .unmarked }

    /// What a word counts: as often as it was asked for, and less where it stands for another.
    private func share(ofWord index: Int) -> Double {
        guard query.words[index].countsAlone else { return 0 }
        return query.words[index].isExpansion
            ? weights.expansion : 1 + (query.words[index].count - 1) * weights.repetition
    }

    /// A pair is as marked as its second word, and counts like it.
    private func shares(ofPair index: Int) -> (exact: Double, folded: Double) {
        let pair = query.pairs[index]
        let share =
            query.words[pair.second].isExpansion ? weights.expansion : 1 + (pair.count - 1) * weights.repetition
        let isMarked = isMarked(pair.second) || isMarked(pair.first)
        if !query.words[pair.second].countsAlone, !query.words[pair.first].countsAlone {
            // Syllables of an expansion stand for a word only together, and then count as one.
            return (
                share * pairWeights[index].exact * (isMarked ? weights.markedExact : weights.plainExact),
                share * pairWeights[index].folded * (isMarked ? weights.markedFolded : weights.plainFolded)
            )
        }
        return (
            share * pairWeights[index].exact * (isMarked ? weights.markedExactPair : weights.plainExactPair),
            share * pairWeights[index].folded * (isMarked ? weights.markedFoldedPair : weights.plainFoldedPair)
        )
    }

    /// More than all words of the query can add.
    private var titleBonus: Double {
        var most = 0.0
        for index in query.words.indices {
            let isMarked = isMarked(index)
            most +=
                share(ofWord: index)
                * (wordWeights[index].exact * (isMarked ? weights.markedExact : weights.plainExact)
                    + wordWeights[index].folded * (isMarked ? weights.markedFolded : weights.plainFolded))
        }
        for index in query.pairs.indices {
            let (exact, folded) = shares(ofPair: index)
            most += exact + folded
        }
        return most * (weights.k1 + 1) * (1 + weights.quality + weights.freshness)
    }
}
