/// Which documents of a segment match, as a bitmap: one word for each block of 64.
struct MatchSet {
    private let lists: [PostingList?]
    private let blocks: Int

    /// - Parameter lists: of the query's leaves; nil where the segment has no document with the leaf.
    init(lists: [PostingList?], blocks: Int) {
        self.lists = lists
        self.blocks = blocks
    }

    /// - Complexity: O(leaves × blocks + postings of sparse leaves).
    func documents(_ match: PostingsQuery.Match, _ scratch: inout Scratch) -> [UInt64] {
        var result = scratch.bitmap(words: blocks)
        add(match, to: &result, &scratch)
        return result
    }

    /// Adds the documents of `match` to `result`.
    private func add(_ match: PostingsQuery.Match, to result: inout [UInt64], _ scratch: inout Scratch) {
        switch match {
        case .leaf(let leaf):
            if let list = lists[leaf] { list.addDocuments(to: &result) }
        case .any(let parts):
            for part in parts { add(part, to: &result, &scratch) }
        case .all(let parts):
            let all = intersection(of: parts, &scratch)
            result.formUnion(all)
            scratch.giveBack(all)
        }
    }

    private func intersection(of parts: [PostingsQuery.Match], _ scratch: inout Scratch) -> [UInt64] {
        // What is rarest comes first, so that an empty result ends it early.
        let sorted = parts.sorted { most($0) < most($1) }
        guard let first = sorted.first, most(first) > 0 else { return scratch.bitmap(words: blocks) }
        var result = documents(first, &scratch)
        for part in sorted.dropFirst() {
            if case .leaf(let leaf) = part, let list = lists[leaf] {
                list.keepDocuments(in: &result)
            } else {
                let other = documents(part, &scratch)
                result.formIntersection(other)
                scratch.giveBack(other)
            }
        }
        return result
    }

    /// No more documents than this match.
    private func most(_ match: PostingsQuery.Match) -> Int {
        switch match {
        case .leaf(let leaf): lists[leaf]?.count ?? 0
        case .any(let parts): parts.reduce(0) { $0 + most($1) }
        case .all(let parts): parts.map(most).min() ?? 0
        }
    }
}

extension PostingList {
    /// Sets the bits of all documents.
    func addDocuments(to bits: inout [UInt64]) {
        bits.withUnsafeMutableBufferPointer { bits in
            if hasBlocks {
                for block in 0..<bits.count { bits[block] |= bitmap[block] }
            } else {
                forEach { _, ordinal in bits[ordinal >> 6] |= 1 &<< UInt64(truncatingIfNeeded: ordinal & 63) }
            }
        }
    }

    /// Clears the bits of all other documents.
    func keepDocuments(in bits: inout [UInt64]) {
        bits.withUnsafeMutableBufferPointer { bits in
            if hasBlocks {
                for block in 0..<bits.count { bits[block] &= bitmap[block] }
                return
            }
            var (block, kept) = (0, UInt64(0))
            forEach { _, ordinal in
                if ordinal >> 6 != block {
                    bits[block] &= kept
                    for skipped in block + 1..<ordinal >> 6 { bits[skipped] = 0 }
                    (block, kept) = (ordinal >> 6, 0)
                }
                kept |= 1 &<< UInt64(truncatingIfNeeded: ordinal & 63)
            }
            guard block < bits.count else { return }
            bits[block] &= kept
            for skipped in block + 1..<bits.count { bits[skipped] = 0 }
        }
    }

    /// Documents whose bit is set.
    func count(in bits: UnsafePointer<UInt64>, blocks: Int) -> Int {
        var found = 0
        if hasBlocks {
            for block in 0..<blocks { found &+= (bitmap[block] & bits[block]).nonzeroBitCount }
        } else {
            forEach { _, ordinal in
                found &+= Int(bits[ordinal >> 6] >> UInt64(truncatingIfNeeded: ordinal & 63) & 1)
            }
        }
        return found
    }
}

extension [UInt64] {
    mutating func formUnion(_ other: [UInt64]) {
        withUnsafeMutableBufferPointer { bits in
            other.withUnsafeBufferPointer { other in for word in 0..<bits.count { bits[word] |= other[word] } }
        }
    }

    mutating func formIntersection(_ other: [UInt64]) {
        withUnsafeMutableBufferPointer { bits in
            other.withUnsafeBufferPointer { other in for word in 0..<bits.count { bits[word] &= other[word] } }
        }
    }

    mutating func subtract(_ other: [UInt64]) {
        withUnsafeMutableBufferPointer { bits in
            other.withUnsafeBufferPointer { other in for word in 0..<bits.count { bits[word] &= ~other[word] } }
        }
    }

    var population: Int {
        withUnsafeBufferPointer { bits in
            var count = 0
            for word in 0..<bits.count { count &+= bits[word].nonzeroBitCount }
            return count
        }
    }

    /// Calls `visit` with the number of every bit that is set, ascending.
    func forEachSet(_ visit: (Int) throws -> Void) rethrows {
        for (word, bits) in enumerated() {
            var rest = bits
            while rest != 0 {
                try visit(word << 6 | rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
        }
    }
}
