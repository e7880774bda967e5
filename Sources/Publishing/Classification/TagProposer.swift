import CatalogueModel
import Foundation

/// Proposes free tags whose words stand in a text.
///
/// A tag is proposed as sure as records that have its words carry it: a tag that many describe but few carry is doubtful.
struct TagProposer: Sendable {
    private struct Known: Sendable {
        let name: String
        var carrying = 0
        var containing = 0
    }

    /// By the folded words.
    private var known: [String: Known] = [:]

    /// - Parameters:
    ///   - names: of tags the catalogue has.
    ///   - records: features of records with the names of what they carry: tags and keywords.
    init(names: [String], records: [(features: TextFeatures, carried: [String])]) {
        var uses: [String: (name: String, count: Int)] = [:]
        for record in records {
            for name in record.carried {
                let key = Self.key(name)
                uses[key] = (uses[key]?.name ?? name, (uses[key]?.count ?? 0) + 1)
            }
        }
        for name in names { known[Self.key(name)] = Known(name: name) }
        for (key, use) in uses where use.count > 1 && known[key] == nil && !key.isEmpty {
            known[key] = Known(name: use.name)
        }
        known[""] = nil
        for record in records {
            let carried = Set(record.carried.map(Self.key))
            for key in record.features.keys where known[key] != nil {
                known[key]?.containing += 1
                if carried.contains(key) { known[key]?.carrying += 1 }
            }
        }
    }

    func proposals(_ features: TextFeatures, limit: Int, least: Double) -> [TagProposal] {
        features.features.compactMap { feature in
            guard let tag = known[feature.key] else { return nil }
            let confidence = Double(tag.carrying + 1) / Double(tag.containing + 2)
            return confidence < least
                ? nil : TagProposal(name: tag.name, confidence: confidence, because: features.text(of: feature.words))
        }.sorted { ($1.confidence, $0.name) < ($0.confidence, $1.name) }.prefix(limit).map(\.self)
    }

    /// Words of at most three; longer names are never found, so they are never proposed.
    private static func key(_ name: String) -> String {
        let features = TextFeatures(phrase: name)
        guard let longest = features.features.max(by: { $0.length < $1.length }) else { return "" }
        return features.text(of: longest.words).count == name.count ? longest.key : ""
    }
}
