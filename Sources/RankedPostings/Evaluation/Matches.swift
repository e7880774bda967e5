/// The documents of a segment that match a query, with and without its filters.
struct Matches {
    /// Those that match, filters included.
    private(set) var documents: [UInt64]
    /// Those that match but for the filters; nil where there are none.
    private var unfiltered: [UInt64]?
    private var filters: [[UInt64]] = []

    init(
        _ query: PostingsQuery, _ lists: [PostingList?], _ frame: SegmentFrame, _ source: any ChunkSource,
        _ scratch: inout Scratch
    ) throws {
        let set = MatchSet(lists: lists, blocks: frame.blocks)
        if let match = query.match {
            documents = set.documents(match, &scratch)
        } else {
            documents = scratch.bitmap(words: frame.blocks)
            for block in documents.indices { documents[block] = .max }
            let last = frame.segment.documents - 1
            documents[last >> 6] = UInt64.max >> UInt64(63 - last & 63)
        }
        if let excluded = query.excluded {
            let others = set.documents(excluded, &scratch)
            documents.subtract(others)
            scratch.giveBack(others)
        }
        if let live = frame.live { documents.formIntersection(live) }
        guard !query.filters.isEmpty else { return }
        unfiltered = documents
        for keys in query.filters {
            var filter = scratch.bitmap(words: frame.blocks)
            for key in keys {
                if let term = try frame.segment.term(key, from: source) {
                    try frame.segment.list(ofTerm: term, from: source).addDocuments(to: &filter)
                }
            }
            documents.formIntersection(filter)
            filters.append(filter)
        }
    }

    /// Those that match all filters but one.
    func leavingOut(_ filter: Int, _ scratch: inout Scratch) -> [UInt64] {
        var others = unfiltered ?? documents
        for (index, bits) in filters.enumerated() where index != filter { others.formIntersection(bits) }
        return others
    }

    func giveBack(to scratch: inout Scratch) {
        for bits in filters { scratch.giveBack(bits) }
        scratch.giveBack(documents)
    }
}
