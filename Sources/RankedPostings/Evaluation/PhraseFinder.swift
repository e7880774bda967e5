/// Finds tokens side by side: intersects the lists of their terms, then reads the tokens of what is left.
struct PhraseFinder {
    private let phrase: Phrase
    private let schema: PostingsSchema

    init(_ phrase: Phrase, schema: PostingsSchema) {
        self.phrase = phrase
        self.schema = schema
    }

    /// The phrase's postings in `segment`; empty where there are none.
    ///
    /// - Complexity: O(tokens of the documents that have all words).
    func postings(in segment: Segment, from source: any ChunkSource, _ scratch: inout Scratch) throws
        -> OwnedPostings
    {
        var postings = PostingCollector()
        var answers: [UInt32: UInt64] = [:]
        var lists: [PostingList] = []
        // Unions that were made for a beginning must outlive their lists.
        var unions: [OwnedPostings] = []
        let words = phrase.words.prefix(64)
        for (index, word) in words.enumerated() {
            let key = TermKey(phrase.space, word)
            let isPrefix = phrase.endsOpen && index == words.count - 1
            let terms: [Int]
            if isPrefix {
                terms = Array(try segment.terms(beginningWith: key, from: source))
                unions.append(try PrefixExpansion.union(of: key, in: segment, from: source, &scratch))
                lists.append(contentsOf: unions.map(\.list))
            } else {
                terms = try segment.term(key, from: source).map { [$0] } ?? []
                lists += try terms.map { try segment.list(ofTerm: $0, from: source) }
            }
            guard !terms.isEmpty else { return postings.finish() }
            for term in terms {
                for type in try segment.types(of: term, in: phrase.space, from: source) {
                    answers[type, default: 0] |= 1 << UInt64(index)
                }
            }
        }
        let table = TypeTable(answers, none: 0)
        let both = MatchSet(lists: lists, blocks: segment.layout.blocks).documents(
            .all(lists.indices.map { .leaf($0) }), &scratch)
        defer {
            scratch.giveBack(both)
            withExtendedLifetime(unions) {}
        }
        let last = UInt64(1) << UInt64(lists.count - 1)
        try both.forEachSet { ordinal in
            var units: UInt32 = 0
            // Bit n: the token before was the n-th word, and those before it the words before.
            var begun: UInt64 = 0
            var current = 0
            let stream = try segment.stream(of: ordinal, from: source)
            table.withLookUp { answer in
                TokenStream.forEach(in: stream) { field, type in
                    guard let type else { return }
                    if field != current { (current, begun) = (field, 0) }
                    begun = (begun << 1 | 1) & (answer(type) ?? 0)
                    if begun & last != 0, phrase.fields >> UInt32(field) & 1 != 0 { units += schema.fieldUnits[field] }
                }
            }
            if units > 0 { postings.append(ordinal, units) }
        }
        return postings.finish()
    }
}
