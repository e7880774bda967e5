/// Measures of many queries, averaged over those that have a relevant document.
package struct RankingEvaluation: Hashable, Sendable {
    package let queries: Int
    package let nDCG10: Double
    package let reciprocalRank10: Double
    package let recall100: Double
    package let queriesPerSecond: Double

    /// Runs `queries` one after the other.
    ///
    /// - Parameter search: identifiers of the hits of a query text, best first, at most a hundred.
    package init(
        queries: [(id: String, text: String)], judgements: Judgements, search: (String) throws -> [String]
    ) rethrows {
        var measures: [RankingMeasures] = []
        let clock = ContinuousClock()
        var elapsed = Duration.zero
        for query in queries {
            guard let grades = judgements.grades[query.id], grades.values.contains(where: { $0 > 0 }) else { continue }
            let start = clock.now
            let ranking = try search(query.text)
            elapsed += clock.now - start
            measures.append(RankingMeasures(of: ranking, grades: grades))
        }
        func mean(_ value: (RankingMeasures) -> Double) -> Double {
            measures.isEmpty ? 0 : measures.reduce(0) { $0 + value($1) } / Double(measures.count)
        }
        self.queries = measures.count
        nDCG10 = mean(\.nDCG10)
        reciprocalRank10 = mean(\.reciprocalRank10)
        recall100 = mean(\.recall100)
        queriesPerSecond = elapsed > .zero ? Double(measures.count) / (elapsed / .seconds(1)) : 0
    }
}
