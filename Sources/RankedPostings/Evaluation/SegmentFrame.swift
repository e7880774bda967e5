/// What scoring needs of one segment during one query.
struct SegmentFrame {
    let segment: Segment
    /// The segment's number in its index.
    let number: UInt32
    /// Documents that are not dead; nil where none is.
    let live: [UInt64]?
    /// Mean length of the documents of the whole index.
    let mean: Double

    var blocks: Int { segment.layout.blocks }

    /// Mean length now over mean length when the bounds of the segment were made.
    var drift: Double { mean / segment.layout.meanLength }

    @inline(__always)
    func norm(of ordinal: Int) -> Double {
        BM25.norm(length: Double(segment.length(of: ordinal)), mean: mean)
    }

    /// The score of a document, its points added in the order of `lists`.
    @inline(__always)
    func score(_ ordinal: Int, by lists: UnsafeBufferPointer<ScoredList>) -> Double {
        let norm = norm(of: ordinal)
        var score = 0.0
        for index in 0..<lists.count {
            if let place = lists[index].list.place(of: ordinal) { score += lists[index].points(at: place, norm: norm) }
        }
        return score
    }

    @inline(__always)
    func offer(_ ordinal: Int, score: Double, to top: inout TopHits) {
        guard score >= top.threshold else { return }
        top.offer(
            RankedHit(
                id: segment.ids[ordinal], score: score,
                place: DocumentPlace(segment: number, ordinal: UInt32(truncatingIfNeeded: ordinal))))
    }
}
