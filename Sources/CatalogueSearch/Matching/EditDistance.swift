/// Distance of two words in slips: a letter left out, added, changed, or two neighbours changed about
/// (optimal string alignment).
enum EditDistance {
    /// Whether a key is made of ASCII letters and digits alone, as slips are counted in.
    static func isComparable(_ key: [UInt8]) -> Bool {
        key.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) }
    }

    /// - Returns: the distance, or more than `limit` where it is greater.
    /// - Complexity: O(*mn*).
    static func between(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int {
        var twoBack = [Int](repeating: 0, count: b.count + 1)
        var before = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1] + [Int](repeating: 0, count: b.count)
            for j in b.indices {
                row[j + 1] = min(before[j + 1] + 1, row[j] + 1, before[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], twoBack[j - 1] + 1) }
            }
            if row.min() ?? 0 > limit { return limit + 1 }
            (twoBack, before) = (before, row)
        }
        return before[b.count]
    }
}
