/// The numbers of the ranking formula: the only place where they stand.
///
/// They were chosen by `hoclieu evaluate --tune` with cross-validation.
package struct RankingWeights: Hashable, Codable, Sendable {
    /// Saturation of BM25: how soon further occurrences stop counting.
    package var k1 = 1.6
    /// How much longer documents pay for their length.
    package var b = 0.65
    /// An occurrence in the field, in occurrences in the description.
    package var title = 3.0
    package var subject = 2.0
    package var agent = 1.5
    /// For a query word with marks: same marks; any marks; the same of two neighbouring words.
    package var markedExact = 0.5
    package var markedFolded = 0.2
    package var markedExactPair = 0.15
    package var markedFoldedPair = 0.3
    /// For an unmarked query word: any marks or form; written just so; the same of two neighbouring words.
    package var plainFolded = 1.0
    package var plainExact = 0.15
    package var plainExactPair = 0.0
    package var plainFoldedPair = 0.1
    /// What each repetition of a word in the query adds to its first mention.
    package var repetition = 1.0
    /// A word that stands for one of the query, in words of the query.
    package var expansion = 0.8
    /// Most that a complete, openly licensed record adds, and a fresh one: bounded, so that they only part near equals.
    package var quality = 0.04
    package var freshness = 0.02

    package static let chosen = Self()

    package init() {}
}
