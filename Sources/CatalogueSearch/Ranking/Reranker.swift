import RankedPostings

/// Scores the candidates of a query by the ranking formula and orders them.
struct Reranker {
    /// Candidates that are scored; those beyond keep the order in which they were found.
    static let mostCandidates = 400

    let query: RankedQuery
    let collector: EvidenceCollector
    let weights: RankingWeights

    struct Candidate {
        let hit: RankedHit
        let evidence: Evidence
        var score = 0.0

        var rowID: Int64 { Int64(hit.id) }
    }

    /// Best first; equal scores by row number. Hits beyond the first `mostCandidates` follow as they came.
    func ranked(_ hits: [RankedHit], in index: SearchIndex) throws -> (
        candidates: [Candidate], formula: RankingFormula
    ) {
        let evidence = try index.evidence(Array(hits.prefix(Self.mostCandidates)), collector)
        let formula = RankingFormula(
            weights: weights, query: query, statistics: try RankingStatistics(query.words, in: index),
            candidates: evidence)
        var candidates = zip(hits, evidence).map { hit, evidence in
            Candidate(hit: hit, evidence: evidence, score: formula.score(evidence))
        }
        candidates.sort { ($1.score, $0.hit.id) < ($0.score, $1.hit.id) }
        if hits.count > Self.mostCandidates {
            let last = candidates.last?.score ?? 0
            let others = Array(hits.dropFirst(Self.mostCandidates))
            for (hit, evidence) in zip(others, try index.evidence(others, collector)) {
                candidates.append(Candidate(hit: hit, evidence: evidence, score: min(last, formula.score(evidence))))
            }
        }
        return (candidates, formula)
    }
}
