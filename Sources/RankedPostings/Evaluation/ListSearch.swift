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

    /// Documents of `driver`, the rarest list, that have all of `required`, scored by `lists`.
    static func all(
        of required: [PostingList], drivenBy driver: PostingList, lists: [ScoredList], in frame: SegmentFrame,
        filter: UnsafePointer<UInt64>?, top: inout TopHits
    ) {
        lists.withUnsafeBufferPointer { lists in
            driver.forEach { _, ordinal in
                for list in required where !list.contains(ordinal) { return }
                if let filter, filter[ordinal >> 6] >> UInt64(ordinal & 63) & 1 == 0 { return }
                frame.offer(ordinal, score: frame.score(ordinal, by: lists), to: &top)
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
