import Foundation

/// How often features stand with concepts: a naive Bayes model over lists of features.
///
/// The likelihood of a feature is smoothed with its share over all concepts, so one that says nothing of a concept argues
/// neither for nor against it beyond how much is known of the concept.
struct FeatureCounts: Sendable {
    /// Pseudo-occurrences by which likelihoods are smoothed.
    private static let smoothing = 30.0
    /// How much the share of a concept among the records counts.
    private static let priorWeight = 0.5

    let codes: [String]
    private let places: [String: Int]
    /// By feature: occurrences with each concept that has any.
    private var table: [String: [(place: Int32, count: Float)]] = [:]
    private var totals: [Double]
    private var total = 0.0
    private var examples: [Double]
    private let weighsShares: Bool
    /// Standing of the records learned from, and by concept of those that carry it.
    private var records = 0.0
    private var carrying: [Double]

    /// - Parameter weighsShares: whether how common concepts are among records is evidence.
    init(codes: [String], weighsShares: Bool) {
        self.weighsShares = weighsShares
        self.codes = codes
        places = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        totals = Array(repeating: 0, count: codes.count)
        examples = totals
        carrying = totals
    }

    /// By concept: share of the records that carry it, between 0 and 1 however few there are; a half where that is no
    /// evidence.
    var shares: [Double] { carrying.map { weighsShares ? ($0 + 0.5) / (records + 1) : 0.5 } }

    /// Places of the concepts that most records carry, three at most; none where that is no evidence.
    var commonest: [Int] {
        guard weighsShares else { return [] }
        return carrying.indices.filter { carrying[$0] > 0 }.sorted { (carrying[$1], $0) < (carrying[$0], $1) }.prefix(3)
            .map(\.self)
    }

    /// Learns from a text that is about `labels`; those that are no codes of the model are left out.
    ///
    /// - Parameters:
    ///   - weight: of the example as a whole, shared by its labels.
    ///   - standing: how much it counts for how common concepts are; 0 for what is no record.
    mutating func learn(_ features: TextFeatures, _ labels: [String], weight: Double, standing: Double) {
        let known = labels.compactMap { places[$0] }
        guard !known.isEmpty else { return }
        let share = weight / Double(known.count)
        records += standing
        for place in known {
            carrying[place] += standing
            if standing > 0 { examples[place] += 1 / Double(known.count) }
            for key in features.keys {
                add(Float(share), to: key, Int32(place))
                totals[place] += share
                total += share
            }
        }
    }

    private mutating func add(_ share: Float, to key: String, _ place: Int32) {
        if let at = table[key]?.firstIndex(where: { $0.place == place }) {
            table[key]?[at].count += share
        } else {
            table[key, default: []].append((place, share))
        }
    }

    /// How well each concept explains the text, in the order of `codes`, and the weight of the features that are known.
    ///
    /// - Complexity: O(features × concepts).
    func scores(_ features: TextFeatures) -> (scores: [Double], known: Double) {
        let examplesTotal = examples.reduce(0, +)
        var scores = examples.map {
            Self.priorWeight * log(($0 + 1) / (examplesTotal + Double(codes.count)))
        }
        let absent = totals.map { log(Self.smoothing / ($0 + Self.smoothing)) }
        var known = 0.0
        for feature in features.features {
            guard let row = table[feature.key] else { continue }
            known += feature.weight
            for place in scores.indices { scores[place] += feature.weight * absent[place] }
            for (place, value) in likelihoods(row) {
                scores[place] += feature.weight * (value - absent[place])
            }
        }
        return (scores, known)
    }

    /// How strongly features argue for a concept against the best other, the strongest first.
    func arguments(_ features: TextFeatures, for code: String) -> [(feature: TextFeatures.Feature, value: Double)] {
        guard let place = places[code] else { return [] }
        var arguments: [(feature: TextFeatures.Feature, value: Double)] = []
        for feature in features.features {
            guard let row = table[feature.key] else { continue }
            let values = likelihoods(row)
            guard let own = values.first(where: { $0.place == place })?.value else { continue }
            let others = values.filter { $0.place != place }.map(\.value).max() ?? 0
            let value = feature.weight * (own - max(others, 0)) * (feature.length > 1 ? 1.2 : 1)
            if value > 0.3 { arguments.append((feature, value)) }
        }
        return arguments.sorted { ($1.value, $0.feature.key) < ($0.value, $1.feature.key) }
    }

    private func likelihoods(_ row: [(place: Int32, count: Float)]) -> [(place: Int, value: Double)] {
        let all = row.reduce(0) { $0 + Double($1.count) }
        return row.map { place, count in
            let ratio = Double(count) * total / all
            return (Int(place), log((ratio + Self.smoothing) / (totals[Int(place)] + Self.smoothing)))
        }
    }
}
