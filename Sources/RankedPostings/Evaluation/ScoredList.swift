/// A posting list of a query's leaf in one segment, with what its postings are worth.
struct ScoredList {
    let list: PostingList
    /// Inverse document frequency over the whole index.
    let weight: Double
    /// What a unit of frequency is worth.
    let unitValue: Double
    /// What bounds are multiplied by: no posting is worth more than this times its stored bound. Rounded up, and raised
    /// where documents have become longer since the bounds were made.
    let boundScale: Float
    /// Points of an endless frequency.
    let most: Float

    /// - Parameter drift: mean length now over mean length when the segment was made.
    init(_ list: PostingList, weight: Double, unitValue: Double, drift: Double) {
        self.list = list
        self.weight = weight
        self.unitValue = unitValue
        most = Float(weight * (BM25.k1 + 1))
        boundScale = Float(weight * (BM25.k1 + 1) * max(1, drift) * 1.000_01)
    }

    /// The most that any posting of `block` is worth, in a list with blocks.
    @inline(__always)
    func bound(ofBlock block: Int) -> Float { boundScale * Float(list.maxima[block]) * (1 / 255) }

    /// The most that the posting at `place` is worth, in a sparse or short list.
    @inline(__always)
    func bound(at place: Int) -> Float { boundScale * Float(list.frequencies[place] >> 4) * PackedBound.scale }

    @inline(__always)
    func points(at place: Int, norm: Double) -> Double {
        BM25.points(weight, frequency: Double(list.frequency(at: place)) * unitValue, norm: norm)
    }
}
