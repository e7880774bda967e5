/// What a segment keeps of a document besides its terms.
struct SegmentDocument {
    let id: UInt32
    /// Documents of a segment are sorted by this, then by `id`: what is alike lies together, the best first.
    let order: UInt32
    /// The caller's own.
    let attributes: UInt32
    /// Terms, repetitions included, as FTS5 counts them.
    var length: UInt32
}
