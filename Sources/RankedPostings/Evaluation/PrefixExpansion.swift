/// What a beginning of a word stands for: its most frequent terms give points, all of them match.
struct PrefixExpansion<Source: ChunkSource> {
    /// Terms that give points.
    static var mostTerms: Int { 50 }

    private let index: RankedIndex
    private let sources: [Source]

    init(_ index: RankedIndex, _ sources: [Source]) {
        self.index = index
        self.sources = sources
    }

    /// The query with the most frequent terms of each prefix as leaves of their own.
    func expanded(_ query: PostingsQuery) throws -> PostingsQuery {
        var query = query
        for (leaf, kind) in query.leaves.enumerated() {
            guard case .prefix(let prefix) = kind, !query.unscored.contains(leaf) else { continue }
            query.unscored.insert(leaf)
            query.leaves += try mostFrequent(prefix, most: Self.mostTerms).map { .term($0.key) }
        }
        return query
    }

    /// Terms with the prefix, most frequent first; with many segments, the best of each.
    ///
    /// - Complexity: O(*n* log *n*) in the terms with the prefix.
    func mostFrequent(_ prefix: TermKey, most: Int) throws -> [(key: TermKey, documents: Int)] {
        var documents: [TermKey: Int] = [:]
        for (segment, source) in zip(index.segments, sources) {
            let terms = try segment.terms(beginningWith: prefix, from: source)
            let frequent = try terms.map { (term: $0, documents: try segment.entry($0, from: source).documents) }
                .sorted { ($1.documents, $0.term) < ($0.documents, $1.term) }
            for (term, count) in frequent.prefix(most) {
                documents[TermKey(bytes: Array(try segment.key(ofTerm: term, from: source))), default: 0] += Int(count)
            }
        }
        return documents.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map { ($0.key, $0.value) }
    }

    /// Documents of a segment that have any term with the prefix.
    static func union(
        of prefix: TermKey, in segment: Segment, from source: Source, _ scratch: inout Scratch
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
