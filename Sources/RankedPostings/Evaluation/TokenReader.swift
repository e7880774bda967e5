/// Reads the tokens of documents as a query sees them: which of its words each token answers.
package struct TokenReader {
    private let index: RankedIndex
    private let sources: [any ChunkSource]
    /// By segment.
    private let tables: [TypeTable<TokenAnswer>]

    /// - Parameter words: 128 at most.
    package init(_ words: [TokenWord], in index: RankedIndex, sources: [any ChunkSource]) throws {
        self.index = index
        self.sources = sources
        tables = try zip(index.segments, sources).map { try Self.table(words, $0, $1) }
    }

    private static func table(_ words: [TokenWord], _ segment: Segment, _ source: any ChunkSource) throws -> TypeTable<
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

    /// Reads a document in order: its parts, and in them the tokens that answer something.
    ///
    /// - Parameters:
    ///   - visit: called with the field, the place among the tokens of its part, and what the token answers.
    ///   - endPart: called at the end of every part of a field with the number of its tokens, which may be 0.
    /// - Complexity: a look into a table for each token.
    package func read(
        _ place: DocumentPlace, _ visit: (_ field: Int, _ position: Int, _ answer: TokenAnswer) -> Void,
        endPart: (_ field: Int, _ tokens: Int) -> Void
    ) throws {
        let number = Int(place.segment)
        let units = try index.segments[number].stream(of: Int(place.ordinal), from: sources[number])
        tables[number].withLookUp { answer in
            var (field, position) = (0, 0)
            TokenStream.forEachUnit(in: units) { unit in
                switch unit {
                case .type(let type):
                    if let answer = answer(type) { visit(field, position, answer) }
                    position &+= 1
                case .partBreak, .fieldBreak:
                    endPart(field, position)
                    position = 0
                    if case .fieldBreak = unit { field &+= 1 }
                }
            }
            endPart(field, position)
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
    fileprivate func isMarked(_ type: UInt32, from source: any ChunkSource) throws -> Bool {
        try require(.types, from: source)
        let exact = pointer(.types, as: TokenType.self)[Int(type)].exact
        guard exact != TokenType.none else { return false }
        return try key(ofTerm: Int(exact), from: source).contains { $0 >= 0x80 }
    }
}
