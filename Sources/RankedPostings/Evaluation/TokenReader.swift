/// Reads the tokens of documents as a query sees them: which of its words each token answers.
package struct TokenReader<Source: ChunkSource> {
    private let index: RankedIndex
    private let sources: [Source]
    /// By segment.
    private let tables: [TypeTable<TokenAnswer>]

    /// - Parameter words: 128 at most.
    package init(_ words: [TokenWord], in index: RankedIndex, sources: [Source]) throws {
        self.index = index
        self.sources = sources
        tables = try zip(index.segments, sources).map { try Self.table(words, $0, $1) }
    }

    private static func table(_ words: [TokenWord], _ segment: Segment, _ source: Source) throws -> TypeTable<
        TokenAnswer
    > {
        var answers: [UInt32: TokenAnswer] = [:]
        func types(_ space: TermSpace, _ key: String) throws -> [UInt32] {
            guard let term = try segment.term(TermKey(space, key), from: source) else { return [] }
            return try segment.types(of: term, in: space, from: source)
        }
        for (number, word) in words.enumerated() {
            let bit = UInt128(1) << UInt128(number)
            for type in try types(.exact, word.exact) {
                answers[type, default: TokenAnswer()].exact |= bit
                answers[type, default: TokenAnswer()].same |= bit
            }
            for key in word.alternatives {
                for type in try types(.exact, key) { answers[type, default: TokenAnswer()].exact |= bit }
            }
            for type in try types(.folded, word.folded) {
                answers[type, default: TokenAnswer()].folded |= bit
                // A token without marks has its stem for key F; then only key E tells whether it is the same word.
                if try segment.isMarked(type, from: source) { answers[type, default: TokenAnswer()].sameFolded |= bit }
            }
            for type in try types(.exact, word.folded) { answers[type, default: TokenAnswer()].sameFolded |= bit }
            if let stem = word.stem {
                for type in try types(.folded, stem) { answers[type, default: TokenAnswer()].folded |= bit }
            }
        }
        return TypeTable(
            answers.mapValues { answer in
                var answer = answer
                answer.folded |= answer.exact
                return answer
            }, none: TokenAnswer())
    }

    /// Calls `visit` with what each token of a document answers, in reading order, and with nil between parts of a field.
    package func forEachToken(of place: DocumentPlace, _ visit: (_ field: Int, _ answer: TokenAnswer?) -> Void) throws {
        let number = Int(place.segment)
        let table = tables[number]
        TokenStream.forEach(
            in: try index.segments[number].stream(of: Int(place.ordinal), from: sources[number])
        ) { field, type in
            visit(field, type.map { table[$0] })
        }
    }

    /// The caller's own 32 bits about a document.
    package func attributes(of place: DocumentPlace) throws -> UInt32 {
        let segment = index.segments[Int(place.segment)]
        try segment.require(.attributes, from: sources[Int(place.segment)])
        return segment.attributes[Int(place.ordinal)]
    }
}

extension Segment {
    /// Whether the key E of a type has a letter beyond ASCII, as every word with marks has.
    fileprivate func isMarked(_ type: UInt32, from source: some ChunkSource) throws -> Bool {
        try require(.types, from: source)
        let exact = pointer(.types, as: TokenType.self)[Int(type)].exact
        guard exact != TokenType.none else { return false }
        return try key(ofTerm: Int(exact), from: source).contains { $0 >= 0x80 }
    }
}
