/// Counts documents of a bitmap by facet term.
///
/// A term in at least 1/32 of the documents is counted by intersecting bitmaps; the others stand in a short list at each
/// document. Where more than half of the documents match, the lists of those that do not are read instead.
struct FacetTally {
    private let segment: Segment
    private let source: any ChunkSource
    private let firstFacet: Int
    private let facets: Int

    init(_ segment: Segment, source: some ChunkSource) throws {
        self.segment = segment
        self.source = source
        firstFacet = segment.layout.firstFacet
        facets = segment.layout.terms - firstFacet
        try segment.require(.facetStarts, from: source)
        try segment.require(.facets, from: source)
    }

    /// Adds the counts of `documents` to `counts`, by facet value.
    func add(_ documents: [UInt64], population: Int, to counts: inout [UInt32: Int]) throws {
        guard population > 0, facets > 0 else { return }
        let isComplement = population * 2 > segment.documents
        var tally = Array(repeating: UInt32(0), count: facets)
        let starts = segment.pointer(.facetStarts, as: UInt32.self)
        let values = segment.pointer(.facets, as: UInt16.self)
        let last = segment.documents - 1
        tally.withUnsafeMutableBufferPointer { tally in
            documents.withUnsafeBufferPointer { documents in
                for block in 0..<documents.count {
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
        for facet in 0..<facets {
            let entry = try segment.entry(firstFacet + facet, from: source)
            let form = PostingList.form(postings: Int(entry.documents), documents: segment.documents)
            let count: Int
            if form < .sparse {
                let list = try segment.list(ofTerm: firstFacet + facet, from: source)
                count = documents.withUnsafeBufferPointer { bits in
                    bits.baseAddress.map { list.count(in: $0, blocks: bits.count) } ?? 0
                }
            } else {
                count = isComplement ? Int(entry.documents) - Int(tally[facet]) : Int(tally[facet])
            }
            if count > 0 { counts[try value(ofFacet: facet), default: 0] += count }
        }
    }

    private func value(ofFacet facet: Int) throws -> UInt32 {
        try segment.key(ofTerm: firstFacet + facet, from: source).dropFirst().reduce(0) { $0 << 8 | UInt32($1) }
    }
}
