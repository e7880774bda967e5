import GRDB
import Normalisation

/// Finds all pairs anew: keys, sorted; resources with a common key, compared.
///
/// - Complexity: O(*n* log *n*) in the resources; a resource meets at most `DuplicateKeys.mostResources` others under each
///   of its ten or so keys. Memory: 16 bytes a key, and the traits of the resources that meet any other.
struct DuplicateRecompute {
    private struct Entry {
        let key: UInt64
        let resource: UInt32
    }

    let tables: DuplicateTables
    let traits: TraitsCache
    private(set) var update = DuplicateUpdate()
    /// Resources in likely pairs.
    private(set) var concerned: Set<Int64> = []
    /// Pairs that are scored together.
    private static let portion = 1 << 22

    init(_ tables: DuplicateTables, traits: TraitsCache) {
        self.tables = tables
        self.traits = traits
        update.isFull = true
    }

    mutating func run() throws {
        let entries = try writeKeys()
        let blocks = Self.blocks(of: entries)
        let meeting = Set(blocks.lazy.flatMap { entries[$0] }.map { Int64($0.resource) })
        let traits = traits
        try tables.forEachResource({ traits.hold($1, for: $0) }, where: meeting.contains)
        var pairs: [UInt64] = []
        for block in blocks {
            // Entries of one key are in row order.
            for (offset, first) in entries[block].enumerated() {
                for second in entries[block].dropFirst(offset + 1) {
                    pairs.append(UInt64(first.resource) << 32 | UInt64(second.resource))
                }
            }
            if pairs.count >= Self.portion { try score(&pairs) }
        }
        try score(&pairs)
    }

    private mutating func writeKeys() throws -> [Entry] {
        var entries: [Entry] = []
        try tables.forEachResource { resource, traits in
            guard let number = UInt32(exactly: resource) else {
                throw DatabaseError(resultCode: .SQLITE_TOOBIG, message: "row numbers end at 4,294,967,295")
            }
            let keys = DuplicateKeys.keys(of: traits)
            try tables.setKeys(of: resource, to: keys)
            for key in keys { entries.append(Entry(key: key, resource: number)) }
            update.resources += 1
        }
        // In the table's order, which is that of signed numbers.
        entries.sort { (Int64(bitPattern: $0.key), $0.resource) < (Int64(bitPattern: $1.key), $1.resource) }
        for entry in entries { try tables.insertKey(entry.key, Int64(entry.resource)) }
        return entries
    }

    /// Where keys stand that two and more carry, but not too many.
    private static func blocks(of entries: [Entry]) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            if (2...DuplicateKeys.mostResources).contains(end - start) { blocks.append(start..<end) }
            start = end
        }
        return blocks
    }

    private mutating func score(_ pairs: inout [UInt64]) throws {
        pairs.sort()
        var last = UInt64.max
        for pair in pairs where pair != last {
            last = pair
            let (first, second) = (Int64(pair >> 32), Int64(pair & 0xFFFF_FFFF))
            let probability = try traits.probability(first, second)
            update.comparisons += 1
            guard probability >= DuplicateScore.doubtful else { continue }
            update.pairs += 1
            concerned.formUnion([first, second])
            try tables.insertPair(first, second, probability: probability)
        }
        pairs.removeAll(keepingCapacity: true)
    }
}
