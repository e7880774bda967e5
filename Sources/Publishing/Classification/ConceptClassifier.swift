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

    /// Suggestions below are not worth anybody's time.
    package static let leastConfidence = 0.3
    private static let vocabularyWeight = 1.0
    private static let recordWeight = 0.5
    static let folds = 5
    /// Candidates of a text that are looked at.
    private static let mostCandidates = 5

    package let scheme: SchemeID
    private let counts: FeatureCounts
    private let calibration: Calibration

    init(_ scheme: SchemeID, codes: [String], vocabulary: [(TextFeatures, String)], examples: [Example]) {
        self.scheme = scheme
        var base = FeatureCounts(codes: codes)
        for (features, code) in vocabulary {
            base.learn(features, [code], weight: Self.vocabularyWeight, isRecord: false)
        }
        let folds = Self.foldsByGroup(examples)
        var samples: [Calibration.Sample] = []
        for fold in 0..<Self.folds where !examples.isEmpty {
            let held = zip(examples, folds).filter { $1 == fold }.map(\.0)
            guard !held.isEmpty else { continue }
            let counts = Self.trained(base, on: zip(examples, folds).filter { $1 != fold }.map(\.0))
            for example in held {
                for candidate in Self.candidates(example.features, counts) {
                    samples.append(
                        Calibration.Sample(
                            margin: candidate.margin, known: candidate.known,
                            isRight: example.labels.contains(candidate.code)))
                }
            }
        }
        calibration = Calibration(samples)
        counts = Self.trained(base, on: examples)
    }

    /// Concepts the text may be about, the surest first; none where nothing is known of its words.
    ///
    /// - Parameter least: of the confidence.
    func suggestions(
        _ features: TextFeatures, limit: Int, least: Double = ConceptClassifier.leastConfidence
    ) -> [ConceptSuggestion] {
        Self.candidates(features, counts).map { candidate in
            (candidate, calibration.confidence(margin: candidate.margin, known: candidate.known))
        }.filter { $0.1 >= least }.sorted { one, other in
            // Of equally sure ones the better explanation first.
            (other.1, other.0.margin, one.0.code) < (one.1, one.0.margin, other.0.code)
        }.prefix(limit).map {
            ConceptSuggestion(
                scheme: scheme, code: $0.0.code, confidence: $0.1,
                because: counts.reasons(features, for: $0.0.code, limit: 4))
        }
    }

    private static func trained(_ base: FeatureCounts, on examples: [Example]) -> FeatureCounts {
        var counts = base
        for example in examples {
            counts.learn(example.features, example.labels, weight: recordWeight, isRecord: true)
        }
        return counts
    }

    private static func candidates(
        _ features: TextFeatures, _ counts: FeatureCounts
    ) -> [(code: String, margin: Double, known: Double)] {
        let (scores, known) = counts.scores(features)
        guard known > 0 else { return [] }
        let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        return order.prefix(mostCandidates).enumerated().map { rank, place in
            let rival = rank == 0 ? (order.count > 1 ? scores[order[1]] : scores[place] - 1) : scores[order[0]]
            return (counts.codes[place], (scores[place] - rival) / known.squareRoot(), known)
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
