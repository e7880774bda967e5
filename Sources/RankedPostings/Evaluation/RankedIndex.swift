import Synchronization

/// A snapshot of the index: immutable segments and which of their documents are dead. A query sees one snapshot.
package struct RankedIndex: Sendable {
    package let schema: PostingsSchema
    package let segments: [Segment]
    /// Documents of each segment that are alive; nil where all are.
    private let live: [[UInt64]?]
    /// Documents that are alive.
    package let documents: Int
    /// Terms of the documents that are alive.
    package let totalLength: Int
    private let pool = ScratchPool()

    /// - Parameters:
    ///   - dead: ordinals of the dead documents of each segment.
    ///   - deadLength: terms of all of them.
    package init(schema: PostingsSchema, segments: [Segment], dead: [[Int]], deadLength: Int) {
        self.schema = schema
        self.segments = segments
        live = zip(segments, dead).map { segment, dead in
            guard !dead.isEmpty else { return nil }
            var bits = Array(repeating: UInt64.max, count: segment.layout.blocks)
            let last = segment.documents - 1
            bits[last >> 6] = UInt64.max >> UInt64(63 - last & 63)
            for ordinal in dead { bits[ordinal >> 6] &= ~(1 << UInt64(ordinal & 63)) }
            return bits
        }
        documents = segments.reduce(0) { $0 + $1.documents } - dead.reduce(0) { $0 + $1.count }
        totalLength = segments.reduce(0) { $0 + $1.totalLength } - deadLength
    }

    /// Mean length of the documents that are alive.
    var meanLength: Double { documents == 0 ? 1 : Double(totalLength) / Double(documents) }

    /// Whether the document at `ordinal` of segment `number` is alive.
    package func isLive(_ ordinal: Int, inSegment number: Int) -> Bool {
        live[number].map { $0[ordinal >> 6] >> UInt64(ordinal & 63) & 1 != 0 } ?? true
    }

    func frame(_ number: Int) -> SegmentFrame {
        SegmentFrame(segment: segments[number], number: UInt32(number), live: live[number], mean: meanLength)
    }

    /// Documents that are alive and have a term.
    func found(_ lists: [PostingList?]) -> Int {
        var found = 0
        for (number, list) in lists.enumerated() {
            guard let list else { continue }
            found += list.count
            if let live = live[number] {
                found =
                    found - list.count
                    + live.withUnsafeBufferPointer { bits in
                        bits.baseAddress.map { list.count(in: $0, blocks: bits.count) } ?? 0
                    }
            }
        }
        return found
    }

    func withScratch<Result>(_ body: (inout Scratch) throws -> Result) rethrows -> Result {
        var scratch = pool.take()
        defer { pool.giveBack(scratch) }
        return try body(&scratch)
    }
}

/// Working memory that queries leave for those after them.
private final class ScratchPool: Sendable {
    private let free = Mutex<[Scratch]>([])

    func take() -> Scratch { free.withLock { $0.popLast() } ?? Scratch() }

    func giveBack(_ scratch: Scratch) { free.withLock { if $0.count < 8 { $0.append(scratch) } } }
}

extension RankedIndex {
    /// The best documents of a query, and what else is wanted of it.
    ///
    /// - Parameters:
    ///   - top: hits at most.
    ///   - sources: where bytes that are not loaded yet come from, one for each segment.
    /// - Throws: what a source throws.
    package func search(
        _ query: PostingsQuery, top count: Int, _ wanted: Wanted = [], sources: [any ChunkSource]
    ) throws -> RankedAnswer {
        try withScratch { scratch in
            try RankedSearch(query, in: self, sources: sources, &scratch).answer(top: count, wanted, &scratch)
        }
    }

    /// The same over segments that are complete.
    package func search(_ query: PostingsQuery, top count: Int, _ wanted: Wanted = []) -> RankedAnswer {
        do {
            return try search(query, top: count, wanted, sources: segments.map { _ in NoChunks() })
        } catch {
            preconditionFailure("complete segments load nothing: \(error)")
        }
    }
}

extension RankedIndex {
    /// Documents that have a term.
    package func documents(with key: TermKey, sources: [any ChunkSource]) throws -> Int {
        found(
            try zip(segments, sources).map { segment, source in
                try segment.term(key, from: source).map { try segment.list(ofTerm: $0, from: source) }
            })
    }
}
