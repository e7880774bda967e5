package import GRDB
package import RankedPostings

/// The ranked index as one commit left it, with where its bytes are.
package struct PostingsSnapshot: Sendable {
    package let generation: IndexGeneration
    /// Raised by every commit that changes the index.
    package let number: Int
    package let index: RankedIndex
    let stored: [StoredSegment]
    /// Dead ordinals of each segment.
    let dead: [[Int]]

    /// The snapshot of this commit. Only what queries ask for is read; `complete` reads the rest.
    ///
    /// - Parameter previous: a snapshot whose segments are taken over where they are still in use.
    /// - Returns: nil where the tables are missing or of another format.
    package init?(_ generation: IndexGeneration, after previous: Self?, in db: Database) throws {
        guard let number = try generation.snapshotNumber(in: db) else { return nil }
        let previous = previous?.generation == generation ? previous : nil
        self.generation = generation
        self.number = number
        stored = try StoredSegment.all(of: generation, in: db)
        var segments: [Segment] = []
        var dead: [[Int]] = []
        var deadLength = 0
        let tombstones = try Tombstones(of: generation, in: db)
        for segment in stored {
            let chunks = try segment.chunks(generation, in: db)
            let known = previous.flatMap { previous in
                previous.stored.firstIndex(of: segment).map { (previous.index.segments[$0], previous.dead[$0]) }
            }
            guard let view = try known?.0 ?? Segment(SegmentMemory(byteCount: segment.byteCount), source: chunks)
            else { return nil }
            let found = try tombstones.dead(
                in: view, asOf: segment.asOf, known: known?.1 ?? [],
                knownUpTo: known == nil ? 0 : previous?.number ?? 0,
                from: chunks)
            segments.append(view)
            dead.append(found)
            deadLength += try view.totalLength(of: found, from: chunks)
        }
        self.dead = dead
        index = RankedIndex(schema: .catalogue, segments: segments, dead: dead, deadLength: deadLength)
    }

    /// Where the bytes of each segment come from, in the caller's transaction, which must see the same number.
    package func sources(in db: Database) throws -> [any ChunkSource] {
        try zip(stored, index.segments).map { stored, segment in
            segment.memory.isLoaded ? NoChunks() as any ChunkSource : try stored.chunks(generation, in: db)
        }
    }

    package var isLoaded: Bool { index.segments.allSatisfy(\.memory.isLoaded) }

    /// Reads whatever is missing.
    package func complete(in db: Database) throws {
        for (segment, chunks) in zip(index.segments, try sources(in: db)) {
            try segment.memory.complete(from: chunks)
        }
    }

    /// Bytes of all segments.
    package var byteCount: Int { stored.reduce(0) { $0 + $1.byteCount } }

    /// Whether it holds as many documents and terms as FTS5 says there are.
    func agrees(with totals: (resources: Int, terms: [Int])) -> Bool {
        index.documents == totals.resources && index.totalLength == totals.terms.reduce(0, +)
    }
}

/// Resources whose older versions are dead.
private struct Tombstones {
    private var numbers: [UInt32: Int] = [:]
    /// Whether any resource whose row ends in these 16 bits is among them.
    private var filter = Array(repeating: false, count: 65_536)

    init(of generation: IndexGeneration, in db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT resource, number FROM \(generation.tombstoneTable)")
        while let row = try rows.next() {
            let resource: UInt32 = row[0]
            numbers[resource] = row[1]
            filter[Int(resource & 0xFFFF)] = true
        }
    }

    /// Dead ordinals of a segment, ascending.
    ///
    /// - Parameter known: those that died up to snapshot `knownUpTo`.
    func dead(
        in segment: Segment, asOf: Int, known: [Int], knownUpTo: Int, from chunks: StoredChunks
    ) throws -> [Int] {
        let since = max(asOf, knownUpTo)
        guard numbers.values.contains(where: { $0 > since }) else { return known }
        let late = try segment.ordinals(from: chunks) { id in
            filter[Int(id & 0xFFFF)] && (numbers[id] ?? 0) > since
        }
        return Set(known).union(late).sorted()
    }
}
