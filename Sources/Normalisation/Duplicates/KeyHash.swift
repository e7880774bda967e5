/// Hashes that are the same on every machine and in every version, for keys that are stored (FNV-1a, 64 bits, with the
/// bits mixed once more at the end, so that any of them may be used).
struct KeyHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ kind: String) {
        append(kind)
    }

    mutating func append(_ text: String) {
        for byte in text.utf8 { append(byte) }
        append(0x1F)
    }

    mutating func append(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    var value: UInt64 { Self.mixed(state) }

    /// The finaliser of SplitMix64: every bit of the result depends on every bit of `value`.
    static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    static func of(_ kind: String, _ parts: [String]) -> UInt64 {
        var hash = Self(kind)
        for part in parts { hash.append(part) }
        return hash.value
    }
}
