import Foundation

/// Measures of one ranking against its judgements, as `trec_eval` computes them.
package struct RankingMeasures: Hashable, Sendable {
    /// Discounted cumulative gain at 10, by the ideal one of all judged documents; the gain is the grade.
    package let nDCG10: Double
    /// One over the rank of the first relevant document among the first ten; 0 where there is none.
    package let reciprocalRank10: Double
    /// Relevant documents among the first hundred, by all relevant ones.
    package let recall100: Double

    /// - Parameters:
    ///   - ranking: documents, best first.
    ///   - grades: grade of every judged document; a document is relevant from 1.
    package init(of ranking: [String], grades: [String: Int]) {
        func gain(_ grade: Int, at index: Int) -> Double { Double(max(0, grade)) / log2(Double(index) + 2) }
        let achieved = ranking.prefix(10).enumerated().reduce(0.0) { $0 + gain(grades[$1.element] ?? 0, at: $1.offset) }
        let ideal = grades.values.sorted(by: >).prefix(10).enumerated().reduce(0.0) {
            $0 + gain($1.element, at: $1.offset)
        }
        nDCG10 = ideal > 0 ? achieved / ideal : 0
        let first = ranking.prefix(10).firstIndex { grades[$0] ?? 0 > 0 }
        reciprocalRank10 = first.map { 1 / Double($0 + 1) } ?? 0
        let relevant = grades.values.count { $0 > 0 }
        let found = ranking.prefix(100).count { grades[$0] ?? 0 > 0 }
        recall100 = relevant > 0 ? Double(found) / Double(relevant) : 0
    }
}
