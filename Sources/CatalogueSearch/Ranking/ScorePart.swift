import CatalogueStore

/// One reason for a score. The points of all parts add up to it.
struct ScorePart: Sendable {
    enum Kind: String, Sendable {
        case exact, folded, exactPair, foldedPair
        case quality, freshness
        /// The title is the query.
        case title
    }

    let kind: Kind
    /// Index of the ranked word or pair; nil for what is true of the whole document.
    let index: Int?
    var counts = FieldCounts()
    let points: Double
}
