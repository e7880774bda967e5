/// Counts documents of a bitmap by facet term.
///
/// A term whose documents lie in long runs is counted run by run, one in at least 1/32 of the documents by intersecting
/// bitmaps; the others stand in a short list at each document. Where more than half of the documents match, the lists of
/// those that do not are read instead.
struct FacetTally {
    private let segment: Segment
    private let facets: Int
    private let entries: UnsafePointer<TermEntry>
    private let runStarts: UnsafePointer<UInt32>
    private let runs: UnsafePointer<UInt32>
    private let starts: UnsafePointer<UInt32>
    private let values: UnsafePointer<UInt16>

    init(_ segment: Segment, source: any ChunkSource) throws {
        self.segment = segment
        let (first, end) = (segment.layout.firstFacet, segment.layout.terms)
        facets = end - first
        entries = segment.pointer(.entries, as: TermEntry.self) + first
        runStarts = segment.pointer(.facetRunStarts, as: UInt32.self)
        runs = segment.pointer(.facetRuns, as: UInt32.self)
        starts = segment.pointer(.facetStarts, as: UInt32.self)
        values = segment.pointer(.facets, as: UInt16.self)
        guard facets > 0, !segment.memory.isLoaded else { return }
        for section in [SegmentLayout.Section.facetRunStarts, .facetRuns, .facetStarts, .facets] {
            try segment.require(section, from: source)
        }
        let entry = MemoryLayout<TermEntry>.stride
        let firstEntry = segment.layout.range(.entries).lowerBound
        try segment.memory.require(firstEntry + first * entry..<firstEntry + (end + 1) * entry, from: source)
        let keys = segment.layout.range(.keys).lowerBound
        try segment.memory.require(
            keys + Int(entries[0].keyStart)..<keys + Int(entries[facets].keyStart), from: source)
        // Facet terms are the last, so their lists end the payloads.
        try segment.memory.require(
            Int(entries[0].payload)..<segment.layout.range(.payloads).upperBound, from: source)
    }

    /// Counts of `documents` by facet value, ascending by value; values without any are left out.
    func counts(of documents: [UInt64], population: Int) -> [FacetTermCount] {
        guard population > 0, facets > 0 else { return [] }
        let isComplement = population * 2 > segment.documents
        let tally = tally(documents, isComplement: isComplement)
        var counts: [FacetTermCount] = []
        counts.reserveCapacity(facets)
        documents.withUnsafeBufferPointer { bits in
            guard let bits = bits.baseAddress else { return }
            for facet in 0..<facets {
                let entry = entries[facet]
                let postings = Int(entry.documents)
                var count = Int(tally[facet])
                if runStarts[facet] < runStarts[facet + 1] {
                    count = 0
                    for run in stride(from: Int(runStarts[facet]), to: Int(runStarts[facet + 1]), by: 2) {
                        count += Self.population(of: bits, from: Int(runs[run]), to: Int(runs[run + 1]))
                    }
                } else if PostingList.form(postings: postings, documents: segment.documents) < .sparse {
                    let list = PostingList(
                        at: segment.memory.base + Int(entry.payload), entry: entry, documents: segment.documents)
                    count = list.count(in: bits, blocks: segment.layout.blocks)
                } else if isComplement {
                    count = postings - count
                }
                if count > 0 { counts.append(FacetTermCount(value: value(of: facet), count: count)) }
            }
        }
        return counts
    }

    /// How often each facet term stands in the lists of `documents`, or of all others.
    private func tally(_ documents: [UInt64], isComplement: Bool) -> [UInt32] {
        let blocks = documents.count
        let last = segment.documents - 1
        return Array(unsafeUninitializedCapacity: facets) { tally, count in
            tally.initialize(repeating: 0)
            count = facets
            documents.withUnsafeBufferPointer { documents in
                for block in 0..<blocks {
                    var rest = isComplement ? ~documents[block] : documents[block]
                    if isComplement, block == last >> 6 { rest &= UInt64.max >> UInt64(63 - last & 63) }
                    while rest != 0 {
                        let ordinal = block << 6 | rest.trailingZeroBitCount
                        rest &= rest &- 1
                        for index in Int(starts[ordinal])..<Int(starts[ordinal &+ 1]) {
                            tally[Int(values[index])] &+= 1
                        }
                    }
                }
            }
        }
    }

    /// Bits set from `start` up to `end`, which is greater.
    private static func population(of bits: UnsafePointer<UInt64>, from start: Int, to end: Int) -> Int {
        let (first, last) = (start >> 6, (end - 1) >> 6)
        let head = UInt64.max << UInt64(start & 63)
        let tail = UInt64.max >> UInt64(63 - (end - 1) & 63)
        guard first < last else { return (bits[first] & head & tail).nonzeroBitCount }
        var count = (bits[first] & head).nonzeroBitCount + (bits[last] & tail).nonzeroBitCount
        for word in first + 1..<last { count &+= bits[word].nonzeroBitCount }
        return count
    }

    private func value(of facet: Int) -> UInt32 {
        let key = segment.pointer(.keys, as: UInt8.self) + Int(entries[facet].keyStart)
        return UInt32(key[1]) << 24 | UInt32(key[2]) << 16 | UInt32(key[3]) << 8 | UInt32(key[4])
    }
}
