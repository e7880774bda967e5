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
    func postings(in segment: Segment, from source: some ChunkSource, _ scratch: inout Scratch) throws
        -> OwnedPostings
    {
        var postings = PostingCollector()
        var classes = TokenClasses()
        var lists: [PostingList] = []
        for (index, word) in phrase.words.prefix(64).enumerated() {
            guard let term = try segment.term(TermKey(phrase.space, word), from: source) else {
                return postings.finish()
            }
            lists.append(try segment.list(ofTerm: term, from: source))
            for type in try segment.types(of: term, in: phrase.space, from: source) {
                classes.add(type: type, bit: 1 << UInt64(index))
            }
        }
        let both = MatchSet(lists: lists, blocks: segment.layout.blocks).documents(
            .all(lists.indices.map { .leaf($0) }), &scratch)
        defer { scratch.giveBack(both) }
        let last = UInt64(1) << UInt64(lists.count - 1)
        try both.forEachSet { ordinal in
            var units: UInt32 = 0
            // Bit n: the token before was the n-th word, and those before it the words before.
            var begun: UInt64 = 0
            var current = 0
            TokenStream.forEach(in: try segment.stream(of: ordinal, from: source)) { field, type in
                guard let type else { return }
                if field != current { (current, begun) = (field, 0) }
                begun = (begun << 1 | 1) & classes.bits(of: type)
                if begun & last != 0, phrase.fields >> UInt32(field) & 1 != 0 { units += schema.fieldUnits[field] }
            }
            if units > 0 { postings.append(ordinal, units) }
        }
        return postings.finish()
    }
}
