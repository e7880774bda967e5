package import CatalogueModel

/// Chooses ranking weights by cross-validation: weights are fitted on four fifths of the queries of every set together,
/// and judged on the fifth they have not seen.
package struct WeightTuner {
    /// A judged set, with what the formula sees of each query's candidates.
    package struct JudgedSet {
        struct Query {
            let ids: [ResourceID]
            let evidence: [Evidence]
            let query: RankedQuery
            let statistics: RankingStatistics
            let grades: [String: Int]
        }

        let name: String
        var queries: [Query] = []

        package init(
            name: String, queries: [(id: String, text: String)], judgements: Judgements, searcher: Searcher,
            document: (ResourceID) -> String
        ) throws {
            self.name = name
            for query in queries {
                guard let grades = judgements.grades[query.id], grades.values.contains(where: { $0 > 0 }) else {
                    continue
                }
                let seen = try searcher.evidence(for: query.text)
                var byID: [String: Int] = [:]
                for id in seen.ids { byID[id.rawValue] = grades[document(id)] ?? 0 }
                // Judged documents that were not found still belong to the ideal ranking.
                let found = Set(seen.ids.map(document))
                for (id, grade) in grades where !found.contains(id) { byID["\u{0}" + id] = grade }
                self.queries.append(
                    Query(
                        ids: seen.ids, evidence: seen.evidence, query: seen.query, statistics: seen.statistics,
                        grades: byID))
            }
        }
    }

    private static let folds = 5
    private static var choices: [(WritableKeyPath<RankingWeights, Double>, [Double])] {
        [
            (\.k1, [1.2, 1.6]), (\.b, [0.65, 0.75]), (\.title, [2, 3]),
            (\.markedFolded, [0.2, 0.5]), (\.markedExactPair, [0.15, 0.3]), (\.markedFoldedPair, [0.15, 0.3]),
            (\.plainExact, [0.15, 0.3]), (\.plainFoldedPair, [0.1, 0.2, 0.3]), (\.expansion, [0.5, 0.8]),
            (\.repetition, [0.25, 0.5, 1]),
        ]
    }

    package let sets: [JudgedSet]

    package init(_ sets: [JudgedSet]) {
        self.sets = sets
    }

    /// The weights that suit all queries best, and the mean nDCG@10 of every set under weights that were fitted without
    /// the queries they are judged on.
    package func tuned(from start: RankingWeights = .chosen) -> (weights: RankingWeights, heldOut: [String: Double]) {
        var heldOut: [String: [Double]] = [:]
        for fold in 0..<Self.folds {
            let weights = fitted(from: start) { $0 % Self.folds != fold }
            for set in sets {
                heldOut[set.name, default: []] += scores(of: set, weights) { $0 % Self.folds == fold }
            }
        }
        return (fitted(from: start) { _ in true }, heldOut.mapValues { $0.reduce(0, +) / Double(max(1, $0.count)) })
    }

    /// Coordinate ascent over the grid, two rounds, on the mean over sets.
    private func fitted(from start: RankingWeights, _ isIn: (Int) -> Bool) -> RankingWeights {
        var best = start
        var bestValue = value(best, isIn)
        for _ in 0..<2 {
            for (path, values) in Self.choices {
                for choice in values where choice != best[keyPath: path] {
                    var next = best
                    next[keyPath: path] = choice
                    let reached = value(next, isIn)
                    if reached > bestValue + 1e-5 { (best, bestValue) = (next, reached) }
                }
            }
        }
        return best
    }

    private func value(_ weights: RankingWeights, _ isIn: (Int) -> Bool) -> Double {
        sets.reduce(0) { sum, set in
            let scores = scores(of: set, weights, isIn)
            return sum + scores.reduce(0, +) / Double(max(1, scores.count))
        }
    }

    private func scores(of set: JudgedSet, _ weights: RankingWeights, _ isIn: (Int) -> Bool) -> [Double] {
        set.queries.enumerated().filter { isIn($0.offset) }.map { _, query in
            let formula = RankingFormula(
                weights: weights, query: query.query, statistics: query.statistics, candidates: query.evidence)
            let ranking = query.evidence.map(formula.score).enumerated().sorted {
                ($1.element, $0.offset) < ($0.element, $1.offset)
            }.prefix(10).map { query.ids[$0.offset].rawValue }
            return RankingMeasures(of: ranking, grades: query.grades).nDCG10
        }
    }
}
