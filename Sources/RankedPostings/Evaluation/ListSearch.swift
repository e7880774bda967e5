/// The best documents where few are in question: they are all scored.
enum ListSearch {
    /// Documents that have any of `lists`, none of which has blocks.
    static func any(
        of lists: [ScoredList], in frame: SegmentFrame, filter: UnsafePointer<UInt64>?, top: inout TopHits
    ) {
        lists.withUnsafeBufferPointer { lists in
            withUnsafeTemporaryAllocation(of: Int.self, capacity: lists.count * 2) { memory in
                let places = UnsafeMutableBufferPointer(rebasing: memory[..<lists.count])
                let heads = UnsafeMutableBufferPointer(rebasing: memory[lists.count...])
                for index in lists.indices {
                    places[index] = 0
                    heads[index] = lists[index].list.ordinal(at: 0)
                }
                while let ordinal = heads.min(), ordinal < Int.max {
                    var bound: Float = 0
                    for index in lists.indices where heads[index] == ordinal {
                        bound += lists[index].bound(at: places[index])
                        places[index] += 1
                        heads[index] = lists[index].list.ordinal(at: places[index])
                    }
                    guard Double(bound) >= top.threshold else { continue }
                    if let filter, filter[ordinal >> 6] >> UInt64(ordinal & 63) & 1 == 0 { continue }
                    frame.offer(ordinal, score: frame.score(ordinal, by: lists), to: &top)
                }
            }
        }
    }

    /// Documents that have all of `lists`, the rarest of which has no blocks.
    static func all(
        of lists: [ScoredList], in frame: SegmentFrame, filter: UnsafePointer<UInt64>?, top: inout TopHits
    ) {
        let sorted = lists.sorted {
            ($0.list.hasBlocks ? 1 : 0, $0.list.count) < ($1.list.hasBlocks ? 1 : 0, $1.list.count)
        }
        guard let driver = sorted.first else { return }
        lists.withUnsafeBufferPointer { lists in
            Array(sorted.dropFirst()).withUnsafeBufferPointer { others in
                var block = -1
                var reach: Float = 0
                driver.list.forEach { place, ordinal in
                    // What the other lists can add in this block.
                    if ordinal >> 6 != block {
                        block = ordinal >> 6
                        reach = 0
                        for index in 0..<others.count {
                            reach +=
                                others[index].list.hasBlocks
                                ? others[index].bound(ofBlock: block) : others[index].boundScale
                        }
                    }
                    guard Double(driver.bound(at: place) + reach) >= top.threshold else { return }
                    for index in 0..<others.count where !others[index].list.contains(ordinal) { return }
                    if let filter, filter[ordinal >> 6] >> UInt64(ordinal & 63) & 1 == 0 { return }
                    frame.offer(ordinal, score: frame.score(ordinal, by: lists), to: &top)
                }
            }
        }
    }
}

extension PostingList {
    /// The ordinal of the posting at `place` in a sparse or short list; `Int.max` past the end.
    @inline(__always)
    func ordinal(at place: Int) -> Int {
        guard place < count else { return Int.max }
        guard form == .sparse else { return Int(ordinals[place]) }
        var chunk = 0
        while Int(chunkStarts[chunk + 1]) <= place { chunk += 1 }
        return chunk << 16 | Int(lowOrdinals[place])
    }
}
