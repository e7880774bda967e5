import CatalogueStore
import GRDB

/// Scores the candidates of a query by the ranking formula and orders them.
struct Reranker {
    /// Candidates that are scored; those beyond keep the order in which they were found.
    static let mostCandidates = 400

    let query: RankedQuery
    let collector: EvidenceCollector
    let weights: RankingWeights

    struct Candidate {
        let rowID: Int64
        let evidence: Evidence
        var score = 0.0
    }

    /// Best first; equal scores by row number.
    func ranked(_ rowIDs: [Int64], generation: IndexGeneration, in db: Database) throws -> (
        candidates: [Candidate], formula: RankingFormula
    ) {
        var candidates: [Candidate] = []
        try CatalogueEntry.forEachText(of: rowIDs, in: db) { rowID, text, facts in
            candidates.append(Candidate(rowID: rowID, evidence: collector.evidence(in: text, facts: facts)))
        }
        let formula = RankingFormula(
            weights: weights, query: query,
            statistics: try RankingStatistics(query.words, generation: generation, in: db),
            candidates: candidates.map(\.evidence))
        for index in candidates.indices { candidates[index].score = formula.score(candidates[index].evidence) }
        candidates.sort { ($1.score, $0.rowID) < ($0.score, $1.rowID) }
        return (candidates, formula)
    }
}
