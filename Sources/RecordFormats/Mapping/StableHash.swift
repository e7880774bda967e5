/// Digits that stand for values: the same on every machine and in every version (FNV-1a, 64 bits).
package enum StableHash {
    /// 16 hexadecimal digits; values are kept apart by U+001F, lists by U+001E.
    package static func digits(of lists: [[String]]) -> String {
        let bytes = lists.map { $0.joined(separator: "\u{1F}") }.joined(separator: "\u{1E}").utf8
        let digits = String(hash(bytes), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
