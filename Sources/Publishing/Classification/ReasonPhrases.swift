/// The phrases of a text that argue for a concept: `báo cáo tài chính` rather than `báo cáo tài` and `cáo tài chính`.
struct ReasonPhrases {
    /// Features that are looked at, and words of a phrase.
    private static let mostFeatures = 12
    private static let longest = 5

    private var phrases: [(words: Range<Int>, value: Double)] = []

    /// - Parameter arguments: the strongest first; those that open or close with a word that says nothing are left out.
    init(_ arguments: [(feature: TextFeatures.Feature, value: Double)]) {
        for (feature, value) in arguments.filter({ TextFeatures.isPhrase($0.feature) }).prefix(Self.mostFeatures) {
            add(feature.words, value)
        }
    }

    /// The strongest first, as the author wrote them.
    ///
    /// - Parameter isTelling: of the words and of their folded form.
    func texts(
        in features: TextFeatures, limit: Int, where isTelling: (Range<Int>, String) -> Bool = { _, _ in true }
    ) -> [String] {
        phrases.filter { isTelling($0.words, features.folded(of: $0.words)) }
            .sorted { ($1.value, $0.words.lowerBound) < ($0.value, $1.words.lowerBound) }.prefix(limit)
            .map { features.text(of: $0.words) }
    }

    /// Joins words to the phrases they overlap, unless that gets too long: then the stronger ones stand alone.
    private mutating func add(_ words: Range<Int>, _ value: Double) {
        let near = phrases.filter { $0.words.overlaps(words) }
        let lower = near.reduce(words.lowerBound) { min($0, $1.words.lowerBound) }
        let upper = near.reduce(words.upperBound) { max($0, $1.words.upperBound) }
        guard near.isEmpty || upper - lower <= Self.longest else { return }
        phrases.removeAll { $0.words.overlaps(words) }
        phrases.append((lower..<upper, near.reduce(value) { max($0, $1.value) }))
    }
}
