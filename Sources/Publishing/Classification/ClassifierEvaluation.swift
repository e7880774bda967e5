import CatalogueModel
import Foundation
package import Vocabularies

/// How good suggestions are on records the classifier had not seen.
package struct ClassifierEvaluation: Sendable {
    /// How records are held out.
    package enum Split: String, CaseIterable, Sendable {
        /// Five folds of whole institutions: no record of an institution is judged by a model that saw another of it.
        case institutions
        /// Five folds of records, each with its share of every concept.
        case stratified
    }

    /// What suggests.
    package enum Method: String, CaseIterable, Sendable {
        case classifier
        /// The same without the keywords of the records.
        case withoutKeywords
        /// Vocabularies alone, without records.
        case vocabularies
        /// Always the commonest concepts.
        case commonest
    }

    package let records: Int
    /// Concepts that stand in at least one record.
    package let concepts: Int
    /// Share of the records that get a suggestion at all.
    package let coverage: Double
    /// Share of first suggestions that are right, over all records that get one.
    package let precisionAt1: Double
    /// The same as the mean over the concepts that stand first for some record, those that no record carries included.
    package let macroPrecisionAt1: Double
    /// Share of suggestions, three at most a record, that are right: over all of them, and as the mean over the concepts
    /// that are suggested for some record, those that no record carries included.
    package let precisionAt3: Double
    package let macroPrecisionAt3: Double
    /// Share of a record's concepts among its three, without abstaining: the mean over concepts.
    package let macroRecallAt3: Double
    /// Share of records with a right one among three, without abstaining.
    package let hitAt3: Double
    /// Mean gap between the confidence and the share that is right, over ten bins (expected calibration error).
    package let calibrationError: Double
    /// A threshold an institution may set.
    package static let sure = 0.9
    /// Share of records whose first suggestion is that sure, and share of those that are right.
    package let sureCoverage: Double
    package let surePrecision: Double

    /// - Parameter least: of the confidence of suggestions that count; nil for what is shown to people.
    package init(
        _ material: ClassifierMaterial, _ scheme: SchemeID, _ split: Split, _ method: Method, least: Double? = nil
    ) {
        let learns = method == .classifier || method == .withoutKeywords
        let read = material.resources.map { resource in
            let text = ClassifiedText(resource)
            return (resource, TextFeatures(method == .withoutKeywords ? text.running : text))
        }
        let examples = Classifier.examples(read, scheme)
        let folds = split == .institutions ? ConceptClassifier.foldsByGroup(examples) : Self.stratified(examples)
        let (codes, words) = (material.codes(of: scheme), material.words(of: scheme))
        var tally = Tally(least: least)
        for fold in 0..<ConceptClassifier.folds {
            let (seen, held) = (
                zip(examples, folds).filter { $1 != fold }.map(\.0), zip(examples, folds).filter { $1 == fold }.map(\.0)
            )
            let model = ConceptClassifier(
                scheme, codes: codes, vocabulary: words, examples: learns ? seen : [])
            let commonest = Self.commonest(seen, scheme)
            for example in held {
                let all =
                    method == .commonest
                    ? commonest : model.suggestions(example.features, limit: ConceptClassifier.folds, least: 0)
                tally.add(Array(all.prefix(3)), labels: example.labels, abstains: learns)
            }
        }
        records = examples.count
        concepts = tally.standing.count
        coverage = Self.share(tally.covered, examples.count)
        precisionAt1 = Self.share(tally.firstRight, tally.covered)
        macroPrecisionAt1 = Self.mean(
            tally.first.keys.sorted().map { Self.share(tally.firstRightOf[$0] ?? 0, tally.first[$0] ?? 0) })
        precisionAt3 = Self.share(tally.right.values.reduce(0, +), tally.made.values.reduce(0, +))
        macroPrecisionAt3 = Self.mean(
            tally.made.keys.sorted().map {
                Self.share(tally.right[$0] ?? 0, tally.made[$0] ?? 0)
            })
        macroRecallAt3 = Self.mean(
            tally.standing.keys.sorted().map { Self.share(tally.found[$0] ?? 0, tally.standing[$0] ?? 0) })
        hitAt3 = Self.share(tally.hits, examples.count)
        sureCoverage = Self.share(tally.sure, examples.count)
        surePrecision = Self.share(tally.sureRight, tally.sure)
        calibrationError = tally.calibrationError
    }

    private struct Tally {
        /// Suggestions below do not count; nil where those count that people are shown.
        let least: Double?
        var covered = 0
        var firstRight = 0
        var hits = 0
        var sure = 0
        var sureRight = 0
        /// By concept: records for which it stands first, and those that carry it.
        var first: [String: Int] = [:]
        var firstRightOf: [String: Int] = [:]
        /// By concept: suggestions made above the least confidence, and those that are right.
        var made: [String: Int] = [:]
        var right: [String: Int] = [:]
        /// By concept: records that carry it, and those with it among three.
        var standing: [String: Int] = [:]
        var found: [String: Int] = [:]
        private var bins = Array(repeating: (count: 0, confidence: 0.0, right: 0), count: 10)

        mutating func add(_ suggestions: [ConceptSuggestion], labels: [String], abstains: Bool) {
            for label in labels {
                standing[label, default: 0] += 1
                if suggestions.contains(where: { $0.code == label }) { found[label, default: 0] += 1 }
            }
            if suggestions.contains(where: { labels.contains($0.code) }) { hits += 1 }
            for suggestion in suggestions {
                let bin = min(9, Int(suggestion.confidence * 10))
                bins[bin].count += 1
                bins[bin].confidence += suggestion.confidence
                bins[bin].right += labels.contains(suggestion.code) ? 1 : 0
            }
            let shown =
                !abstains
                ? suggestions
                : suggestions.filter { suggestion in
                    least.map { suggestion.confidence >= $0 } ?? ConceptClassifier.isShown(suggestion)
                }
            guard let first = shown.first else { return }
            covered += 1
            if first.confidence >= ClassifierEvaluation.sure {
                sure += 1
                sureRight += labels.contains(first.code) ? 1 : 0
            }
            self.first[first.code, default: 0] += 1
            if labels.contains(first.code) {
                firstRight += 1
                firstRightOf[first.code, default: 0] += 1
            }
            for suggestion in shown {
                made[suggestion.code, default: 0] += 1
                if labels.contains(suggestion.code) { right[suggestion.code, default: 0] += 1 }
            }
        }

        init(least: Double?) {
            self.least = least
        }

        var calibrationError: Double {
            let all = bins.reduce(0) { $0 + $1.count }
            guard all > 0 else { return 0 }
            return bins.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(all)
        }
    }

    /// Records of each rarest label dealt out in turn.
    private static func stratified(_ examples: [ConceptClassifier.Example]) -> [Int] {
        var uses: [String: Int] = [:]
        for label in examples.flatMap(\.labels) { uses[label, default: 0] += 1 }
        var next: [String: Int] = [:]
        return examples.map { example in
            let rarest = example.labels.min { (uses[$0] ?? 0, $0) < (uses[$1] ?? 0, $1) } ?? ""
            defer { next[rarest, default: 0] += 1 }
            return ((next[rarest] ?? 0) + (uses[rarest] ?? 0)) % ConceptClassifier.folds
        }
    }

    private static func commonest(
        _ examples: [ConceptClassifier.Example], _ scheme: SchemeID
    ) -> [ConceptSuggestion] {
        var uses: [String: Int] = [:]
        for label in examples.flatMap(\.labels) { uses[label, default: 0] += 1 }
        return uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map {
            ConceptSuggestion(
                scheme: scheme, code: $0.key, confidence: share($0.value, examples.count), because: [])
        }
    }

    private static func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}
