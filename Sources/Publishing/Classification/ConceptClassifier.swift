import Foundation
package import Vocabularies

/// Suggests concepts of one scheme for a text, each with how sure it is and why.
///
/// Built from our own vocabularies (labels, words of crosswalks, terms of the glossary) and from records that carry
/// concepts already; no outside model. The confidence is calibrated on records the model had not seen, by folds of whole
/// institutions, since records of one institution look alike.
package struct ConceptClassifier: Sendable {
    /// A text that is about some concepts.
    struct Example: Sendable {
        let features: TextFeatures
        let labels: [String]
        /// Examples of one group are never on both sides of a fold.
        let group: String
    }

    /// From which confidence on suggestions of a scheme are worth anybody's time.
    ///
    /// Words tell what a text is about. Of whom it is for and how hard it is they tell little: there suggestions are shown
    /// only where, on institutions the model had not seen, more than four in five are right (`hoclieu-bench classification`).
    package static func leastConfidence(of scheme: SchemeID) -> Double {
        switch scheme {
        case .subjects: 0.3
        case .audiences: 0.7
        default: 0.8
        }
    }

    private static let vocabularyWeight = 1.0
    private static let recordWeight = 0.5
    static let folds = 5
    /// Candidates of a text that are looked at.
    private static let mostCandidates = 5

    package let scheme: SchemeID
    private let counts: FeatureCounts
    /// Names of one word by the code they stand for: of single words only these tell a person something.
    private let singleNames: [String: Set<String>]
    private let calibration: Calibration

    init(_ scheme: SchemeID, codes: [String], vocabulary: [(TextFeatures, String)], examples: [Example]) {
        self.scheme = scheme
        // Words tell what a text is about. Whom it is for and how hard it is they seldom tell: what is common counts there.
        var base = FeatureCounts(codes: codes, weighsShares: scheme != .subjects)
        for (features, code) in vocabulary {
            base.learn(features, [code], weight: Self.vocabularyWeight, standing: 0)
        }
        singleNames = vocabulary.reduce(into: [:]) { names, entry in
            let keys = Array(entry.0.keys)
            if keys.count == 1 { names[entry.1, default: []].insert(keys[0]) }
        }
        calibration = Calibration(Self.judged(examples, base))
        counts = Self.trained(base, on: examples)
    }

    /// Concepts the text may be about, the surest first; none where nothing is known of its words.
    ///
    /// - Parameter least: of the confidence; nil for what is worth showing.
    func suggestions(_ features: TextFeatures, limit: Int, least: Double? = nil) -> [ConceptSuggestion] {
        guard let least else {
            let sure = suggestions(features, limit: .max, least: Self.leastConfidence(of: scheme))
            return Array(sure.filter(Self.isShown).prefix(limit))
        }
        return Self.candidates(features, counts).map { candidate in
            (candidate, calibration.confidence(candidate.evidence))
        }.filter { $0.1 >= least }.sorted { one, other in
            // Of equally sure ones the better explanation first.
            (other.1, other.0.evidence.margin, one.0.code) < (one.1, one.0.evidence.margin, other.0.code)
        }.prefix(limit).map {
            ConceptSuggestion(
                scheme: scheme, code: $0.0.code, confidence: $0.1, because: reasons(features, for: $0.0.code))
        }
    }

    /// Whether a suggestion tells a person anything: whom a text is for only because most are for them says nothing of it.
    static func isShown(_ suggestion: ConceptSuggestion) -> Bool {
        suggestion.confidence >= leastConfidence(of: suggestion.scheme)
            && (suggestion.scheme == .subjects || !suggestion.because.isEmpty)
    }

    /// What argues for a concept: phrases, and single words only where they name it or are no syllable; a syllable alone,
    /// such as *mặn*, belongs to too many words. A subject that nothing else speaks for keeps its strongest word.
    private func reasons(_ features: TextFeatures, for code: String) -> [String] {
        let phrases = ReasonPhrases(counts.arguments(features, for: code))
        let names = singleNames[code] ?? []
        let telling = phrases.texts(in: features, limit: 4) { features.isTelling($0) || names.contains($1) }
        guard telling.isEmpty, scheme == .subjects else { return telling }
        return phrases.texts(in: features, limit: 1)
    }

    /// What a model that saw the other folds suggests for the records of each.
    private static func judged(_ examples: [Example], _ base: FeatureCounts) -> [Calibration.Sample] {
        let folds = foldsByGroup(examples)
        let standings = standings(examples)
        var samples: [Calibration.Sample] = []
        for fold in 0..<Self.folds {
            let held = examples.indices.filter { folds[$0] == fold }
            guard !held.isEmpty else { continue }
            let counts = trained(base, on: zip(examples, folds).filter { $1 != fold }.map(\.0))
            for place in held {
                let example = examples[place]
                samples += candidates(example.features, counts).map {
                    Calibration.Sample(
                        evidence: $0.evidence, isRight: example.labels.contains($0.code), weight: standings[place])
                }
            }
        }
        return samples
    }

    /// How much each record says of how common concepts are: a group counts as the square root of its records, so that
    /// one large institution does not speak for all.
    private static func standings(_ examples: [Example]) -> [Double] {
        var sizes: [String: Int] = [:]
        for example in examples { sizes[example.group, default: 0] += 1 }
        return examples.map { 1 / Double(sizes[$0.group] ?? 1).squareRoot() }
    }

    private static func trained(_ base: FeatureCounts, on examples: [Example]) -> FeatureCounts {
        var counts = base
        for (example, standing) in zip(examples, standings(examples)) {
            counts.learn(example.features, example.labels, weight: recordWeight, standing: standing)
        }
        return counts
    }

    /// The concepts that explain the text best, and the commonest.
    private static func candidates(
        _ features: TextFeatures, _ counts: FeatureCounts
    ) -> [(code: String, evidence: Calibration.Evidence)] {
        let (scores, known) = counts.scores(features)
        guard known > 0 else { return [] }
        let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        let best = order.prefix(mostCandidates)
        let shares = counts.shares
        return (best + counts.commonest.filter { !best.contains($0) }).map { place in
            let rival = place == order[0] ? (order.count > 1 ? scores[order[1]] : scores[place] - 1) : scores[order[0]]
            return (
                counts.codes[place],
                Calibration.Evidence(
                    margin: (scores[place] - rival) / known.squareRoot(), known: known, share: shares[place])
            )
        }
    }

    /// The fold of each example: whole groups, the largest first to the smallest fold.
    static func foldsByGroup(_ examples: [Example]) -> [Int] {
        var sizes: [String: Int] = [:]
        for example in examples { sizes[example.group, default: 0] += 1 }
        var load = Array(repeating: 0, count: folds)
        var foldOf: [String: Int] = [:]
        for (group, size) in sizes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            let fold = load.indices.min { (load[$0], $0) < (load[$1], $1) } ?? 0
            foldOf[group] = fold
            load[fold] += size
        }
        return examples.map { foldOf[$0.group] ?? 0 }
    }
}
