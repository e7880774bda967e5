/// The best documents of a segment for the sum of several lists, found without scoring most of them.
///
/// See *How the best are found* in the target's documentation for the bounds every step rests on.
struct BlockSearch {
    private let frame: SegmentFrame
    private let lists: UnsafeBufferPointer<ScoredList>
    /// Indexes in `lists` of those with blocks, and of the others.
    private let blockLists: [Int]
    private let sparseLists: [Int]
    /// Documents that may be found; nil for all.
    private let filter: UnsafePointer<UInt64>?
    /// Whether documents of the filter are found without a posting too.
    private let findsAll: Bool
    /// Upper bound of each block; minus infinity once it is done.
    private let bounds: UnsafeMutablePointer<Float>
    private let order: UnsafeMutablePointer<UInt32>
    private let promising: UnsafeMutablePointer<UInt32>
    /// Sums of the block at hand, one for each of its 64 documents: of all lists, and of the sparse ones.
    private let sums: UnsafeMutablePointer<Float>
    private let sparseSums: UnsafeMutablePointer<Float>
    private let norms: UnsafeMutablePointer<Float>
    /// Lists with blocks by rising bound in the block at hand, and the running sum of these bounds.
    private let ranked: UnsafeMutablePointer<Int>
    private let reach: UnsafeMutablePointer<Float>
    private var top: TopHits

    /// Documents scored one by one rather than all 64 of a block together.
    private static let fewDocuments = 6
    /// A threshold in single precision must not lose what double precision would keep.
    private static let slack: Float = 0.999_99

    /// - Parameters:
    ///   - filter: documents that may be found, as many words as the segment has blocks; nil for all.
    ///   - findsAll: whether documents of the filter are found without a posting too, with no points.
    ///   - scratch: memory that is used while this runs.
    static func run(
        _ lists: [ScoredList], in frame: SegmentFrame, filter: UnsafePointer<UInt64>?, findsAll: Bool,
        scratch: inout Scratch, top: inout TopHits
    ) {
        lists.withUnsafeBufferPointer { lists in
            scratch.withMemory(blocks: frame.blocks, lists: lists.count) { memory in
                var search = Self(lists, frame, filter, findsAll, memory, top)
                search.run()
                top = search.top
            }
        }
    }

    private init(
        _ lists: UnsafeBufferPointer<ScoredList>, _ frame: SegmentFrame, _ filter: UnsafePointer<UInt64>?,
        _ findsAll: Bool, _ memory: Scratch.Memory, _ top: TopHits
    ) {
        self.frame = frame
        self.lists = lists
        self.filter = filter
        self.findsAll = findsAll
        self.top = top
        blockLists = lists.indices.filter { lists[$0].list.hasBlocks }
        sparseLists = lists.indices.filter { !lists[$0].list.hasBlocks }
        bounds = memory.bounds
        order = memory.order
        promising = memory.order + frame.blocks + 1
        sums = memory.lanes
        sparseSums = memory.lanes + 64
        norms = memory.lanes + 128
        ranked = memory.ranked
        reach = memory.reach
    }

    private mutating func run() {
        computeBounds()
        let (candidates, best) = listCandidates()
        searchMostPromising(of: candidates, best: best)
        searchRest(of: candidates)
    }
}

// MARK: - Stage 1: bounds of blocks

extension BlockSearch {
    private func computeBounds() {
        let blocks = frame.blocks
        for (count, index) in blockLists.enumerated() {
            let maxima = lists[index].list.maxima
            let scale = lists[index].boundScale * (1 / 255)
            if count == 0 {
                for block in 0..<blocks { bounds[block] = scale * Float(maxima[block]) }
            } else {
                for block in 0..<blocks { bounds[block] += scale * Float(maxima[block]) }
            }
        }
        if blockLists.isEmpty { bounds.update(repeating: 0, count: blocks) }
        for index in sparseLists { addBounds(of: lists[index]) }
        if let filter {
            for block in 0..<blocks { bounds[block] = filter[block] == 0 ? -.infinity : bounds[block] }
        }
    }

    /// Adds to each block the best posting a sparse list has in it.
    private func addBounds(of scored: ScoredList) {
        var (block, best) = (-1, Float(0))
        scored.list.forEach { place, ordinal in
            let bound = scored.bound(at: place)
            if ordinal >> 6 == block {
                best = max(best, bound)
            } else {
                if block >= 0 { bounds[block] += best }
                (block, best) = (ordinal >> 6, bound)
            }
        }
        if block >= 0 { bounds[block] += best }
    }

    /// The threshold as bounds are compared with it: whatever is below cannot hold a hit.
    private var threshold: Float {
        let threshold = top.threshold
        return threshold > 0 ? Float(threshold) * Self.slack : (findsAll ? 0 : .leastNonzeroMagnitude)
    }
}

// MARK: - Stages 2 and 3: the most promising blocks first, then the others as they lie

extension BlockSearch {
    private static let steps = 256

    /// Lists the blocks that can hold a hit in `order`, ascending.
    ///
    /// - Returns: how many there are, and the highest bound among them.
    private func listCandidates() -> (count: Int, best: Float) {
        let least = threshold
        var count = 0
        var best = least
        for block in 0..<frame.blocks {
            let bound = bounds[block]
            order[count] = UInt32(truncatingIfNeeded: block)
            count &+= bound >= least ? 1 : 0
            best = bound > best ? bound : best
        }
        return (count, best)
    }

    /// Searches about 1/32 of the blocks, best bounds first: they raise the threshold that spares most of the others.
    private mutating func searchMostPromising(of candidates: Int, best: Float) {
        let wanted = UInt32(frame.blocks / 32 + 64)
        let least = threshold
        guard best - least > best * 1e-6 else { return }
        let scale = Float(Self.steps - 1) / (best - least)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.steps) { counts in
            counts.initialize(repeating: 0)
            for index in 0..<candidates { counts[Int((bounds[Int(order[index])] - least) * scale)] &+= 1 }
            // Where each step begins in `promising`, and the lowest step that is still wanted.
            var (sum, lowest) = (UInt32(0), 0)
            for step in stride(from: Self.steps - 1, through: 0, by: -1) {
                let count = counts[step]
                counts[step] = sum
                sum += count
                lowest = step
                if sum >= wanted { break }
            }
            for index in 0..<candidates {
                let block = order[index]
                let step = Int((bounds[Int(block)] - least) * scale)
                guard step >= lowest else { continue }
                promising[Int(counts[step])] = block
                counts[step] &+= 1
            }
            for index in 0..<Int(sum) {
                let block = Int(promising[index])
                if bounds[block] >= threshold { search(block) }
                bounds[block] = -.infinity
            }
        }
    }

    private mutating func searchRest(of candidates: Int) {
        var least = threshold
        for index in 0..<candidates {
            let block = Int(order[index])
            guard bounds[block] >= least else { continue }
            search(block)
            least = threshold
        }
    }
}

// MARK: - Stage 4: inside a block

extension BlockSearch {
    private mutating func search(_ block: Int) {
        let least = threshold
        let sparse = sumSparse(in: block)
        rankLists(in: block)
        // Lists that together cannot reach the threshold find nothing that the others do not (MaxScore).
        var inessential = 0
        while inessential < blockLists.count, reach[inessential] < least { inessential += 1 }
        var hits = sparse
        for index in inessential..<blockLists.count { hits |= lists[ranked[index]].list.bitmap[block] }
        if let filter { hits = least > 0 ? hits & filter[block] : filter[block] }
        guard hits != 0 else { return }
        if hits.nonzeroBitCount <= Self.fewDocuments {
            searchFew(hits, sparse, block, least)
        } else {
            searchMany(hits, sparse, block, least)
        }
    }

    /// Sums the postings of sparse lists in `sparseSums`.
    ///
    /// - Returns: the documents that have any; the sums of others are not set.
    private func sumSparse(in block: Int) -> UInt64 {
        var found: UInt64 = 0
        let (first, end) = (block << 6, block << 6 + 64)
        for index in sparseLists {
            let scored = lists[index]
            let list = scored.list
            var place = list.place(notBefore: first)
            let last = list.form == .short ? list.count : Int(list.chunkStarts[first >> 16 + 1])
            while place < last {
                let ordinal =
                    list.form == .short ? Int(list.ordinals[place]) : (first >> 16) << 16 | Int(list.lowOrdinals[place])
                guard ordinal < end else { break }
                let lane = ordinal & 63
                let points = Float(scored.points(at: place, norm: frame.norm(of: ordinal)))
                let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: lane)
                sparseSums[lane] = found & bit == 0 ? points : sparseSums[lane] + points
                found |= bit
                place &+= 1
            }
        }
        return found
    }

    /// Sorts the lists with blocks by their bound in `block` and sums these bounds up.
    private func rankLists(in block: Int) {
        for (count, index) in blockLists.enumerated() {
            let bound = lists[index].bound(ofBlock: block)
            var place = count
            while place > 0, reach[place - 1] > bound {
                reach[place] = reach[place - 1]
                ranked[place] = ranked[place - 1]
                place -= 1
            }
            reach[place] = bound
            ranked[place] = index
        }
        for index in 1..<max(1, blockLists.count) { reach[index] += reach[index - 1] }
    }

    /// Takes the documents one by one, the lists with the highest bounds first, and gives up a document as soon as the
    /// lists that are left cannot lift it over the threshold.
    private mutating func searchFew(_ hits: UInt64, _ sparse: UInt64, _ block: Int, _ least: Float) {
        var rest = hits
        nextDocument: while rest != 0 {
            let lane = rest.trailingZeroBitCount
            rest &= rest &- 1
            let ordinal = block << 6 | lane
            var sum = sparse >> UInt64(truncatingIfNeeded: lane) & 1 == 0 ? 0 : sparseSums[lane]
            let norm = frame.norm(of: ordinal)
            var index = blockLists.count
            while index > 0 {
                index &-= 1
                if sum + reach[index] < least { continue nextDocument }
                let scored = lists[ranked[index]]
                if let place = scored.list.place(of: ordinal) { sum += Float(scored.points(at: place, norm: norm)) }
            }
            if sum >= least { frame.offer(ordinal, score: frame.score(ordinal, by: lists), to: &top) }
        }
    }

    /// Sums all 64 documents together in single precision, then scores those that may be hits.
    private mutating func searchMany(_ hits: UInt64, _ sparse: UInt64, _ block: Int, _ least: Float) {
        let first = block << 6
        let lengths = frame.segment.lengths + first
        let constant = Float(BM25.k1 * (1 - BM25.b))
        let slope = Float(BM25.k1 * BM25.b / frame.mean)
        for lane in 0..<64 {
            norms[lane] = constant + slope * Float(lengths[lane])
            sums[lane] = 0
        }
        for index in blockLists { addPoints(of: lists[index], in: block) }
        var rest = sparse
        while rest != 0 {
            let lane = rest.trailingZeroBitCount
            rest &= rest &- 1
            sums[lane] += sparseSums[lane]
        }
        rest = hits
        while rest != 0 {
            let lane = rest.trailingZeroBitCount
            rest &= rest &- 1
            if sums[lane] >= least { frame.offer(first | lane, score: frame.score(first | lane, by: lists), to: &top) }
        }
    }

    private func addPoints(of scored: ScoredList, in block: Int) {
        let list = scored.list
        let (most, unit) = (scored.most, Float(scored.unitValue))
        if list.form == .column {
            let frequencies = list.frequencies + block << 6
            for lane in 0..<64 {
                let byte = frequencies[lane]
                let frequency = byte == 255 ? Float(1e9) : Float(byte) * unit
                sums[lane] += most * frequency / (frequency + norms[lane])
            }
        } else {
            var bits = list.bitmap[block]
            var place = Int(list.ranks[block])
            while bits != 0 {
                let lane = bits.trailingZeroBitCount
                bits &= bits &- 1
                let byte = list.frequencies[place]
                let frequency = byte == 255 ? Float(1e9) : Float(byte) * unit
                sums[lane] += most * frequency / (frequency + norms[lane])
                place &+= 1
            }
        }
    }
}
