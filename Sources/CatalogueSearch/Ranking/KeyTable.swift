/// Bit sets of the query words that a key answers, found by the key's bytes without making a string of them.
///
/// A query has a few dozen keys and a document thousands, nearly all of which answer nothing: a filter over length and
/// first letters lets those pass by quickly.
struct KeyTable {
    private var entries: [[UInt8]] = []
    private var bits: [WordSet] = []
    /// Index into `entries` by hash, open addressing; -1 is free.
    private var slots: [Int32]
    private let mask: Int

    init(_ keys: [String: WordSet]) {
        var size = 16
        while size < keys.count * 4 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        mask = size - 1
        for (key, set) in keys {
            let bytes = Array(key.utf8)
            var slot = Self.hash(bytes[...]) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(entries.count)
            entries.append(bytes)
            bits.append(set)
        }
    }

    /// The words `key` answers; 0 for none.
    func words(answeredBy key: UnsafeBufferPointer<UInt8>) -> WordSet {
        var slot = Self.hash(key) & mask
        while slots[slot] >= 0 {
            let entry = Int(slots[slot])
            if entries[entry].count == key.count, entries[entry].elementsEqual(key) { return bits[entry] }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// FNV-1a.
    @inline(__always)
    private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash >> 7)
    }
}

/// A set of ranked words: bit *n* stands for word *n*.
typealias WordSet = UInt128
