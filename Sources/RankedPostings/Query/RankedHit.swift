/// A document found.
package struct RankedHit: Hashable, Sendable {
    /// The document's row number.
    package let id: UInt32
    package let score: Double
    /// Where it lies, for reading more of it from the same index.
    package let place: DocumentPlace

    package init(id: UInt32, score: Double, place: DocumentPlace) {
        self.id = id
        self.score = score
        self.place = place
    }
}

/// Where a document lies in an index.
package struct DocumentPlace: Hashable, Sendable {
    let segment: UInt32
    let ordinal: UInt32
}
