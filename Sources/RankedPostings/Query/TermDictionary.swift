/// Finding terms in the sorted dictionary of a segment.
extension Segment {
    func entry(_ term: Int, from source: any ChunkSource) throws -> TermEntry {
        let first = layout.range(.entries).lowerBound + term * MemoryLayout<TermEntry>.stride
        try memory.require(first..<first + 2 * MemoryLayout<TermEntry>.stride, from: source)
        return pointer(.entries, as: TermEntry.self)[term]
    }

    /// The bytes of a term.
    func key(ofTerm term: Int, from source: any ChunkSource) throws -> UnsafeBufferPointer<UInt8> {
        let start = Int(try entry(term, from: source).keyStart)
        let end = Int(pointer(.entries, as: TermEntry.self)[term + 1].keyStart)
        let base = layout.range(.keys).lowerBound
        try memory.require(base + start..<base + end, from: source)
        return UnsafeBufferPointer(start: pointer(.keys, as: UInt8.self) + start, count: end - start)
    }

    /// The number of a term; nil where no document has it.
    ///
    /// - Complexity: O(log *t*) in the terms of the segment.
    func term(_ key: TermKey, from source: any ChunkSource) throws -> Int? {
        let term = try firstTerm(notBefore: key.bytes, from: source)
        guard term < layout.terms else { return nil }
        return try self.key(ofTerm: term, from: source).elementsEqual(key.bytes) ? term : nil
    }

    /// The numbers of the terms that begin with `key`.
    func terms(beginningWith key: TermKey, from source: any ChunkSource) throws -> Range<Int> {
        var end = key.bytes
        while let last = end.popLast() {
            guard last < 255 else { continue }
            end.append(last + 1)
            break
        }
        let first = try firstTerm(notBefore: key.bytes, from: source)
        return first..<max(first, try firstTerm(notBefore: end, from: source))
    }

    private func firstTerm(notBefore key: [UInt8], from source: any ChunkSource) throws -> Int {
        let prefixes = pointer(.prefixes, as: UInt64.self)
        let base = layout.range(.prefixes).lowerBound
        let isLoaded = memory.isLoaded
        let wanted = TermKey.prefix(of: key)
        var (low, high) = (0, layout.terms)
        while low < high {
            let middle = (low &+ high) >> 1
            if !isLoaded { try memory.require(base + middle * 8..<base + middle * 8 + 8, from: source) }
            let prefix = prefixes[middle]
            let isBefore =
                prefix == wanted
                ? try self.key(ofTerm: middle, from: source).lexicographicallyPrecedes(key) : prefix < wanted
            if isBefore { low = middle &+ 1 } else { high = middle }
        }
        return low
    }
}
