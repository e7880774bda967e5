/// Collects documents and makes a segment of them.
///
/// Call, for each document, `beginDocument`, then its tokens in reading order with `beginField` before each field but the
/// first and `beginPart` between texts of a field, its other terms, and `endDocument`.
package struct SegmentBuilder {
    private let schema: PostingsSchema
    private var documents: [SegmentDocument] = []
    private var terms = KeyInterner()
    private var types = KeyInterner()
    /// Terms of each type: three numbers for keys E, F and U.
    private var typeTerms: [UInt32] = []
    private var typeCounts: [Int] = []
    private var tokens: [UInt32] = []
    private var tokenStarts: [Int] = [0]
    /// Postings, document by document.
    private var postingTerms: [UInt32] = []
    private var postingUnits: [UInt32] = []
    private var postingStarts: [Int] = [0]
    /// Units of each term in the document at hand; 0 but for `touched`.
    private var pending: [UInt32] = []
    private var touched: [UInt32] = []
    private var scratch: [UInt8] = []
    private var field = 0
    /// Terms of the document at hand.
    private var length: UInt32 = 0

    /// Stand among the tokens where a part or a field ends.
    private static let partBreak = UInt32.max
    private static let fieldBreak = UInt32.max - 1

    package init(schema: PostingsSchema) {
        self.schema = schema
    }

    package var documentCount: Int { documents.count }

    package mutating func beginDocument(id: UInt32, order: UInt32 = 0, attributes: UInt32 = 0) {
        documents.append(SegmentDocument(id: id, order: order, attributes: attributes, length: 0))
        (field, length) = (0, 0)
    }

    package mutating func beginField() {
        tokens.append(Self.fieldBreak)
        field += 1
    }

    package mutating func beginPart() {
        tokens.append(Self.partBreak)
    }

    /// - Parameters:
    ///   - exact: key E; nil where the schema has none.
    ///   - folded: key F.
    ///   - unmarked: key U, for a word that has one.
    package mutating func addToken(
        exact: UnsafeBufferPointer<UInt8>?, folded: UnsafeBufferPointer<UInt8>, unmarked: UnsafeBufferPointer<UInt8>?
    ) {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(unmarked == nil ? 0 : 1)
        if let exact { scratch.append(contentsOf: exact) }
        scratch.append(0)
        scratch.append(contentsOf: folded)
        let (type, isNew) = scratch.withUnsafeBufferPointer { types.number(of: $0) }
        if isNew {
            typeTerms.append(exact.map { term(.exact, $0) } ?? TokenType.none)
            typeTerms.append(term(.folded, folded))
            typeTerms.append(unmarked.map { term(.unmarked, $0) } ?? TokenType.none)
            typeCounts.append(0)
        }
        typeCounts[type] += 1
        tokens.append(UInt32(type))
        let units = schema.fieldUnits[field]
        count(typeTerms[3 * type], units)
        count(typeTerms[3 * type + 1], units)
        count(typeTerms[3 * type + 2], 1)
    }

    /// A term that no token stands for: a concept, which counts in the document's length, or a facet, which does not.
    package mutating func addTerm(_ key: TermKey) {
        let number = key.bytes.withUnsafeBufferPointer { self.number(ofTerm: $0) }
        if key.space == .facet {
            if pending[Int(number)] == 0 { touched.append(number) }
            pending[Int(number)] = 1
        } else {
            count(number, 1)
        }
    }

    package mutating func endDocument() {
        for term in touched {
            postingTerms.append(term)
            postingUnits.append(pending[Int(term)])
            pending[Int(term)] = 0
        }
        touched.removeAll(keepingCapacity: true)
        documents[documents.count - 1].length = length
        postingStarts.append(postingTerms.count)
        tokenStarts.append(tokens.count)
    }

    @inline(__always)
    private mutating func count(_ term: UInt32, _ units: UInt32) {
        guard term != TokenType.none else { return }
        let before = pending[Int(term)]
        if before == 0 { touched.append(term) }
        pending[Int(term)] = before + units
        length += 1
    }

    private mutating func term(_ space: TermSpace, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let key = [space.rawValue] + Array(bytes)
        return key.withUnsafeBufferPointer { number(ofTerm: $0) }
    }

    private mutating func number(ofTerm key: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let (number, isNew) = terms.number(of: key)
        if isNew { pending.append(0) }
        return UInt32(number)
    }
}

extension SegmentBuilder {
    /// The segment of all documents added.
    ///
    /// - Complexity: O(*p* + *t* log *t*) in postings and terms.
    package consuming func finish() -> Segment {
        let sorted = documents.indices.sorted {
            (documents[$0].order, documents[$0].id) < (documents[$1].order, documents[$1].id)
        }
        var writer = SegmentWriter(documents: sorted.map { documents[$0] }, schema: schema)
        // Frequent types get low numbers.
        let byFrequency = typeCounts.indices.sorted { (typeCounts[$1], $0) < (typeCounts[$0], $1) }
        var typeNumbers = Array(repeating: UInt32(0), count: typeCounts.count)
        for (number, type) in byFrequency.enumerated() { typeNumbers[type] = UInt32(number) }
        writer.writeStreams { ordinal, units in
            for token in tokens[tokenStarts[sorted[ordinal]]..<tokenStarts[sorted[ordinal] + 1]] {
                switch token {
                case Self.partBreak: units.append(TokenStream.partBreak)
                case Self.fieldBreak: units.append(TokenStream.fieldBreak)
                default: TokenStream.append(typeNumbers[Int(token)], to: &units)
                }
            }
        }
        // Postings by term, each list in the order of ordinals.
        var starts = Array(repeating: 0, count: terms.count + 1)
        for term in postingTerms { starts[Int(term) + 1] += 1 }
        for term in 0..<terms.count { starts[term + 1] += starts[term] }
        var ordinals = Array(repeating: UInt32(0), count: postingTerms.count)
        var units = ordinals
        var next = starts
        for (ordinal, document) in sorted.enumerated() {
            for posting in postingStarts[document]..<postingStarts[document + 1] {
                let term = Int(postingTerms[posting])
                ordinals[next[term]] = UInt32(ordinal)
                units[next[term]] = postingUnits[posting]
                next[term] += 1
            }
        }
        let order = (0..<terms.count).sorted { terms[$0].lexicographicallyPrecedes(terms[$1]) }
        var termNumbers = Array(repeating: UInt32(0), count: terms.count)
        ordinals.withUnsafeBufferPointer { ordinals in
            units.withUnsafeBufferPointer { units in
                for (number, term) in order.enumerated() {
                    termNumbers[term] = UInt32(number)
                    let range = starts[term]..<starts[term + 1]
                    writer.append(
                        terms[term], ordinals: UnsafeBufferPointer(rebasing: ordinals[range]),
                        frequencies: UnsafeBufferPointer(rebasing: units[range]))
                }
            }
        }
        let numbered = byFrequency.map { type in
            TokenType(
                exact: typeTerms[3 * type] == TokenType.none
                    ? TokenType.none : termNumbers[Int(typeTerms[3 * type])],
                folded: termNumbers[Int(typeTerms[3 * type + 1])])
        }
        return Segment(complete: writer.finish(types: numbered))
    }
}
