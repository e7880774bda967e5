/// What a beginning of a word stands for: its most frequent terms give points, all of them match.
struct PrefixExpansion {
    /// Terms that give points.
    static var mostTerms: Int { 50 }

    private let index: RankedIndex
    private let sources: [any ChunkSource]

    init(_ index: RankedIndex, _ sources: [any ChunkSource]) {
        self.index = index
        self.sources = sources
    }

    /// The query with the most frequent terms of each prefix as leaves of their own.
    func expanded(_ query: PostingsQuery) throws -> PostingsQuery {
        var query = query
        for (leaf, kind) in query.leaves.enumerated() {
            guard case .prefix(let prefix) = kind, !query.unscored.contains(leaf) else { continue }
            query.unscored.insert(leaf)
            query.leaves += try index.completions(of: prefix, most: Self.mostTerms, sources: sources).map {
                .term(TermKey(prefix.space, $0.text))
            }
        }
        return query
    }

    /// Documents of a segment that have any term with the prefix.
    static func union(
        of prefix: TermKey, in segment: Segment, from source: any ChunkSource, _ scratch: inout Scratch
    ) throws -> OwnedPostings {
        var bits = scratch.bitmap(words: segment.layout.blocks)
        for term in try segment.terms(beginningWith: prefix, from: source) {
            try segment.list(ofTerm: term, from: source).addDocuments(to: &bits)
        }
        var postings = PostingCollector()
        bits.forEachSet { postings.append($0, 1) }
        scratch.giveBack(bits)
        return postings.finish()
    }
}
