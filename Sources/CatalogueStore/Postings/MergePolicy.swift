import Foundation

/// Which segments are merged next.
///
/// Segments of about equal size form a tier; a full tier becomes one segment of the next, so that every document is
/// rewritten a few times in its life and a query meets few segments. A segment with many dead documents is rewritten alone.
struct MergePolicy {
    /// Segments of a tier that are merged.
    var fullTier = 8
    /// Documents of the lowest tier at most.
    static let lowestTier = 1000.0
    /// A segment is rewritten when this share of it is dead.
    static let deadShare = 0.3

    /// Indexes of the segments to merge; nil where nothing is to do.
    func next(_ segments: [(documents: Int, dead: Int)]) -> [Int]? {
        if let wasteful = segments.indices.first(where: {
            Double(segments[$0].dead) >= Self.deadShare * Double(segments[$0].documents) && segments[$0].dead > 0
        }) {
            return [wasteful]
        }
        let tiers = Dictionary(grouping: segments.indices) { Self.tier(of: segments[$0].documents, width: fullTier) }
        return tiers.filter { $0.value.count >= fullTier }.min { $0.key < $1.key }?.value
    }

    private static func tier(of documents: Int, width: Int) -> Int {
        documents <= Int(lowestTier)
            ? 0 : 1 + Int(log(Double(documents) / lowestTier) / log(Double(max(2, width))))
    }
}
