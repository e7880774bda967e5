import GRDB
import RankedPostings

/// Merging segments, off the write path: reading and merging hold no lock, writing the result is one short transaction.
extension CatalogueStore {
    /// Merges segments until nothing is to do.
    ///
    /// Documents that die while a merge runs stay dead: the new segment is as of the snapshot it was made from, and later
    /// tombstones count. A merge whose segments another process has merged meanwhile is thrown away.
    ///
    /// - Parameter fullTier: segments of about equal size that are merged.
    /// - Returns: merges done.
    @discardableResult
    package func mergePostings(fullTier: Int = 8) throws -> Int {
        var merges = 0
        while let merge = try read({ try PendingMerge(in: $0, policy: MergePolicy(fullTier: fullTier)) }) {
            let merged = SegmentMerger.merge(merge.inputs, dead: merge.dead, schema: .catalogue)
            let isWritten = try write { db in try merge.write(merged, in: db) }
            guard isWritten else { break }
            merges += 1
        }
        return merges
    }

    /// Makes one segment of all.
    package func optimisePostings() throws {
        try mergePostings(fullTier: 2)
        guard let merge = try read({ try PendingMerge(ofAllIn: $0) }) else { return }
        let merged = SegmentMerger.merge(merge.inputs, dead: merge.dead, schema: .catalogue)
        _ = try write { db in try merge.write(merged, in: db) }
    }
}

/// Segments that are being merged.
private struct PendingMerge {
    let generation: IndexGeneration
    let number: Int
    let stored: [StoredSegment]
    let inputs: [Segment]
    let dead: [[Int]]

    /// Nil where nothing is to do.
    init?(in db: Database, policy: MergePolicy) throws {
        let generation = try IndexGeneration.current(in: db)
        guard let snapshot = try PostingsSnapshot(generation, after: nil, in: db),
            let chosen = policy.next(snapshot.sizes)
        else { return nil }
        try self.init(snapshot, chosen, in: db)
    }

    init?(ofAllIn db: Database) throws {
        let generation = try IndexGeneration.current(in: db)
        guard let snapshot = try PostingsSnapshot(generation, after: nil, in: db), snapshot.sizes.count > 1 else {
            return nil
        }
        try self.init(snapshot, Array(snapshot.sizes.indices), in: db)
    }

    private init(_ snapshot: PostingsSnapshot, _ chosen: [Int], in db: Database) throws {
        generation = snapshot.generation
        number = snapshot.number
        (stored, inputs, dead) = try snapshot.completed(chosen, in: db)
    }

    /// - Returns: false where the inputs are no longer in use.
    func write(_ merged: Segment?, in db: Database) throws -> Bool {
        guard try IndexGeneration.current(in: db) == generation,
            Set(stored).isSubset(of: try StoredSegment.all(of: generation, in: db))
        else { return false }
        for segment in stored { try segment.delete(generation, in: db) }
        if let merged { try StoredSegment.insert(merged, asOf: number, generation, in: db) }
        _ = try generation.raiseSnapshotNumber(in: db)
        // A tombstone no segment is older than buries nothing.
        try db.execute(
            sql: """
                DELETE FROM \(generation.tombstoneTable)
                WHERE number <= (SELECT coalesce(min(asOf), 9223372036854775807) FROM \(generation.segmentTable))
                """)
        return true
    }
}

extension PostingsSnapshot {
    fileprivate var sizes: [(documents: Int, dead: Int)] {
        zip(stored, dead).map { ($0.documents, $1.count) }
    }

    /// Some of the segments, their bytes read.
    fileprivate func completed(_ chosen: [Int], in db: Database) throws -> ([StoredSegment], [Segment], [[Int]]) {
        for number in chosen {
            try index.segments[number].memory.complete(from: try stored[number].chunks(generation, in: db))
        }
        return (chosen.map { stored[$0] }, chosen.map { index.segments[$0] }, chosen.map { dead[$0] })
    }
}
