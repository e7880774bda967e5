/// A term of the index near to what was typed.
package struct TermMatch: Hashable, Sendable {
    package let text: String
    /// Documents that have it, dead ones included.
    package let documents: Int
    /// 0 for a completion.
    package let slips: Int
}

extension RankedIndex {
    /// Terms that begin with `key`, most frequent first, then in their order; with many segments, the best of each.
    ///
    /// - Complexity: about O(*n* / 64 + *most*) in the terms with the beginning, for a small `most`.
    package func completions(
        of key: TermKey, most: Int, sources: [any ChunkSource]
    ) throws -> [TermMatch] {
        if segments.count == 1, let segment = segments.first {
            return try segment.mostFrequent(of: key, most: most, from: sources[0]).map { term, documents in
                let word = try segment.key(ofTerm: term, from: sources[0]).dropFirst()
                return TermMatch(text: String(decoding: word, as: UTF8.self), documents: Int(documents), slips: 0)
            }
        }
        var found: [(segment: Int, term: Int, documents: UInt32)] = []
        for (number, segment) in segments.enumerated() {
            found += try segment.mostFrequent(of: key, most: most, from: sources[number]).map {
                (number, $0.term, $0.documents)
            }
        }
        return try merged(found.map { ($0.segment, $0.term, $0.documents, 0) }, most: most, sources)
    }

    /// Terms of `spaces` that are at most `slips` slips from `word`: the fewest slips first, then the most frequent.
    ///
    /// - Complexity: O(*t*) in the terms, with about a nanosecond for each that is not near.
    package func corrections(
        of word: [UInt8], in spaces: [TermSpace], slips: Int, most: Int, sources: [any ChunkSource]
    ) throws -> [TermMatch] {
        guard let counter = SlipCounter(word) else { return [] }
        var found: [(segment: Int, term: Int, documents: UInt32, slips: Int)] = []
        for (number, segment) in segments.enumerated() {
            for space in spaces {
                found += try segment.near(counter, in: space, slips: slips, from: sources[number]).map {
                    (number, $0.term, $0.documents, $0.slips)
                }
            }
        }
        return try merged(found, most: most, sources)
    }

    /// The same term of several segments, or spaces, once.
    private func merged(
        _ found: [(segment: Int, term: Int, documents: UInt32, slips: Int)], most: Int, _ sources: [any ChunkSource]
    ) throws -> [TermMatch] {
        var matches: [TermKey: TermMatch] = [:]
        for (number, term, documents, slips) in found {
            let key = TermKey(bytes: Array(try segments[number].key(ofTerm: term, from: sources[number])))
            let before = matches[key]?.documents ?? 0
            matches[key] = TermMatch(text: key.text, documents: before + Int(documents), slips: slips)
        }
        var byText: [String: TermMatch] = [:]
        for match in matches.values where match.documents > byText[match.text]?.documents ?? 0 {
            byText[match.text] = match
        }
        return byText.values.sorted { ($0.slips, $1.documents, $0.text) < ($1.slips, $0.documents, $1.text) }
            .prefix(most).map(\.self)
    }
}

extension Segment {
    /// Terms of one peak.
    static let termsOfPeak = 64

    /// The most frequent terms that begin with `key`, most frequent first, then in their order.
    func mostFrequent(of key: TermKey, most: Int, from source: any ChunkSource) throws -> [(
        term: Int, documents: UInt32
    )] {
        let range = try terms(beginningWith: key, from: source)
        guard !range.isEmpty, most > 0 else { return [] }
        try require(.peaks, from: source)
        let peaks = pointer(.peaks, as: UInt32.self)
        // Best first; as few as `most`, so inserting in place is quick.
        var best: [(term: Int, documents: UInt32)] = []
        var term = range.lowerBound
        while term < range.upperBound {
            let group = term / Self.termsOfPeak
            let end = min(range.upperBound, (group + 1) * Self.termsOfPeak)
            if best.count < most || peaks[group] > best[best.count - 1].documents {
                for term in term..<end {
                    let documents = try entry(term, from: source).documents
                    guard best.count < most || documents > best[best.count - 1].documents else { continue }
                    if best.count == most { best.removeLast() }
                    let place = best.firstIndex { $0.documents < documents } ?? best.count
                    best.insert((term, documents), at: place)
                }
            }
            term = end
        }
        return best
    }

    /// Terms of `space` that are at most `slips` slips away.
    fileprivate func near(
        _ counter: SlipCounter, in space: TermSpace, slips: Int, from source: any ChunkSource
    ) throws -> [(term: Int, documents: UInt32, slips: Int)] {
        let range = try terms(beginningWith: TermKey(space, ""), from: source)
        try require(.signatures, from: source)
        let signatures = pointer(.signatures, as: UInt32.self)
        var near: [Int] = []
        for term in range where WordSignature.areNear(signatures[term], counter.signature, slips: slips) {
            near.append(term)
        }
        return try near.compactMap { term in
            guard signatures[term] != WordSignature.none else { return nil }
            let word = UnsafeBufferPointer(rebasing: try key(ofTerm: term, from: source).dropFirst())
            let count = counter.slips(to: word)
            return count <= slips ? (term, try entry(term, from: source).documents, count) : nil
        }
    }
}
