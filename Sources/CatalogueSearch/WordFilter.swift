/// Tells words that cannot answer a query from those that may, by their folded keys, without a look at the query.
struct WordFilter {
    private static let bits = 12

    /// One bit for each hash of a folded key.
    private var keys = [UInt64](repeating: 0, count: 1 << (bits - 6))
    /// Beginnings of stems: their first byte, and the second, or 0 for one that a stem may have changed.
    private var beginnings: Set<UInt16> = []

    mutating func insert(folded: String) {
        let hash = Self.hash(folded.utf8)
        keys[hash >> 6] |= 1 << UInt64(hash & 63)
    }

    /// Stems keep the beginning of a word; of the shortest only the first letter is sure (`dying` gives `die`).
    mutating func insert(stem: String) {
        let (first, second) = Self.beginning(stem.utf8)
        beginnings.insert(UInt16(first) << 8 | UInt16(second))
    }

    func mayAnswer(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
        let hash = Self.hash(folded)
        if keys[hash >> 6] & (1 << UInt64(hash & 63)) != 0 { return true }
        guard !beginnings.isEmpty else { return false }
        let (first, second) = Self.beginning(folded)
        return beginnings.contains(UInt16(first) << 8 | UInt16(second))
    }

    /// FNV-1a, folded to `bits`.
    @inline(__always)
    private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash >> 40) & (1 << UInt64(bits) - 1))
    }

    private static func beginning(_ bytes: some Sequence<UInt8>) -> (UInt8, UInt8) {
        var iterator = bytes.makeIterator()
        let first = iterator.next() ?? 0
        let second = iterator.next() ?? 0
        let isSure = second != UInt8(ascii: "i") && second != UInt8(ascii: "y")
        return (first, isSure ? second : 0)
    }
}
