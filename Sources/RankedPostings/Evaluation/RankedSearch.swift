/// Evaluates one query over all segments of a snapshot.
struct RankedSearch {
    private let index: RankedIndex
    private let query: PostingsQuery
    private let sources: [any ChunkSource]
    /// Lists of each leaf, by segment.
    private let lists: [[PostingList?]]
    /// Lists that were made for this query.
    private let owned: [OwnedPostings]
    /// Inverse document frequency of each leaf.
    private let weights: [Double]

    init(_ query: PostingsQuery, in index: RankedIndex, sources: [any ChunkSource], _ scratch: inout Scratch) throws {
        self.index = index
        self.sources = sources
        let query = try PrefixExpansion(index, sources).expanded(query)
        self.query = query
        var lists: [[PostingList?]] = []
        var owned: [OwnedPostings] = []
        for leaf in query.leaves {
            lists.append(
                try index.segments.indices.map { number in
                    let (segment, source) = (index.segments[number], sources[number])
                    switch leaf {
                    case .term(let key):
                        return try segment.term(key, from: source).map { try segment.list(ofTerm: $0, from: source) }
                    case .prefix(let key):
                        let postings = try PrefixExpansion.union(of: key, in: segment, from: source, &scratch)
                        owned.append(postings)
                        return postings.list.count == 0 ? nil : postings.list
                    case .phrase(let phrase):
                        let postings = try PhraseFinder(phrase, schema: index.schema).postings(
                            in: segment, from: source, &scratch)
                        owned.append(postings)
                        return postings.list.count == 0 ? nil : postings.list
                    }
                })
        }
        self.lists = lists
        self.owned = owned
        weights = lists.map { BM25.weight(documents: index.documents, found: index.found($0)) }
    }

    func answer(top count: Int, _ wanted: Wanted, _ scratch: inout Scratch) throws -> RankedAnswer {
        var answer = RankedAnswer()
        answer.facetsWithoutFilter = query.filters.map { _ in [] }
        if !wanted.isEmpty { answer.total = 0 }
        var top = TopHits(capacity: count)
        for number in index.segments.indices {
            try withExtendedLifetime(owned) {
                try search(number, top: &top, count: count, wanted, &answer, &scratch)
            }
        }
        answer.hits = top.sorted
        return answer
    }

    private func search(
        _ number: Int, top: inout TopHits, count: Int, _ wanted: Wanted, _ answer: inout RankedAnswer,
        _ scratch: inout Scratch
    ) throws {
        let frame = index.frame(number)
        guard frame.segment.documents > 0 else { return }
        let scored = try scoredLists(in: number, frame)
        if count > 0 { try frame.segment.requireDocuments(from: sources[number]) }
        if wanted.isEmpty, let shape {
            try searchPlain(shape, scored, number, frame, count, &top, &scratch)
            return
        }
        let matches = try Matches(query, lists.map { $0[number] }, frame, sources[number], &scratch)
        defer { matches.giveBack(to: &scratch) }
        let population = matches.documents.population
        if !wanted.isEmpty { answer.total = (answer.total ?? 0) + population }
        if wanted.contains(.facets) {
            let tally = try FacetTally(frame.segment, source: sources[number])
            answer.facets.merge(tally.counts(of: matches.documents, population: population))
            for filter in query.filters.indices {
                let others = matches.leavingOut(filter, &scratch)
                answer.facetsWithoutFilter[filter].merge(tally.counts(of: others, population: others.population))
                scratch.giveBack(others)
            }
        }
        guard count > 0, population > 0 else { return }
        matches.documents.withUnsafeBufferPointer { filter in
            BlockSearch.run(
                scored, in: frame, filter: filter.baseAddress, findsAll: true, scratch: &scratch, top: &top)
        }
    }

    private func scoredLists(in number: Int, _ frame: SegmentFrame) throws -> [ScoredList] {
        query.leaves.indices.compactMap { leaf in
            guard !query.unscored.contains(leaf), let list = lists[leaf][number] else { return nil }
            return ScoredList(
                list, weight: weights[leaf], unitValue: index.schema.unitValue(of: query.leaves[leaf]),
                drift: frame.drift)
        }
    }
}

// MARK: - Queries that need no bitmap

extension RankedSearch {
    private enum Shape {
        case any, all
    }

    /// The query's form, where it is nothing but a sum of its leaves.
    private var shape: Shape? {
        guard query.unscored.isEmpty, query.excluded == nil, query.filters.isEmpty else { return nil }
        let leaves = query.leaves.indices.map { PostingsQuery.Match.leaf($0) }
        switch query.match {
        case .leaf where leaves.count == 1: return .any
        case .any(let parts) where parts == leaves: return .any
        case .all(let parts) where parts == leaves: return .all
        default: return nil
        }
    }

    /// Postings that are merged one by one rather than by blocks.
    private static var fewPostings: Int { 1500 }

    private func searchPlain(
        _ shape: Shape, _ scored: [ScoredList], _ number: Int, _ frame: SegmentFrame, _ count: Int,
        _ top: inout TopHits, _ scratch: inout Scratch
    ) throws {
        try frame.live.withUnsafePointer { live in
            switch shape {
            case .any:
                let hasBlocks = scored.contains { $0.list.hasBlocks }
                if !hasBlocks, scored.reduce(0, { $0 + $1.list.count }) < Self.fewPostings {
                    ListSearch.any(of: scored, in: frame, filter: live, top: &top)
                } else {
                    if live == nil { try raiseFloor(of: &top, scored, number, frame, count) }
                    BlockSearch.run(
                        scored, in: frame, filter: live, findsAll: false, scratch: &scratch, top: &top)
                }
            case .all:
                guard scored.count == query.leaves.count else { return }
                if scored.contains(where: { !$0.list.hasBlocks }) {
                    ListSearch.all(of: scored, in: frame, filter: live, top: &top)
                } else {
                    var matches = scratch.bitmap(words: frame.blocks)
                    defer { scratch.giveBack(matches) }
                    scored[0].list.addDocuments(to: &matches)
                    for list in scored.dropFirst() { list.list.keepDocuments(in: &matches) }
                    if let live = frame.live { matches.formIntersection(live) }
                    matches.withUnsafeBufferPointer { filter in
                        BlockSearch.run(
                            scored, in: frame, filter: filter.baseAddress, findsAll: true, scratch: &scratch, top: &top)
                    }
                }
            }
        }
    }

    /// Raises the threshold to what the best documents of a single term are known to reach.
    private func raiseFloor(
        of top: inout TopHits, _ scored: [ScoredList], _ number: Int, _ frame: SegmentFrame, _ count: Int
    ) throws {
        for leaf in query.leaves {
            guard case .term(let key) = leaf, let term = try frame.segment.term(key, from: sources[number]),
                let index = query.leaves.firstIndex(of: leaf)
            else { continue }
            let entry = try frame.segment.entry(term, from: sources[number])
            let share = count <= 10 ? entry.tenth : count <= 400 ? entry.fourHundredth : 0
            let points = weights[index] * (BM25.k1 + 1) * Double(share) * min(1, frame.drift)
            if points > 0 { top.raiseFloor(to: points * 0.999_99) }
        }
    }
}

extension PostingsSchema {
    func unitValue(of leaf: PostingsQuery.Leaf) -> Double {
        switch leaf {
        case .term(let key), .prefix(let key): unitValue(of: key)
        case .phrase(let phrase): unitValues[Int(phrase.space.rawValue)]
        }
    }
}

extension Segment {
    /// What every scored document needs.
    func requireDocuments(from source: any ChunkSource) throws {
        try require(.ids, from: source)
        try require(.lengths, from: source)
        try require(.longLengths, from: source)
    }
}

extension [UInt64]? {
    fileprivate func withUnsafePointer<Result>(_ body: (UnsafePointer<UInt64>?) throws -> Result) rethrows -> Result {
        guard let self else { return try body(nil) }
        return try self.withUnsafeBufferPointer { try body($0.baseAddress) }
    }
}
