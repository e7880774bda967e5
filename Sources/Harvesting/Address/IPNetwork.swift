/// A block of addresses with the same first bits, such as 10.0.0.0/8.
struct IPNetwork: Hashable, Sendable {
    private let address: IPAddress
    /// Leading bits that count, 0...32 or 0...128.
    private let length: Int

    init(_ address: IPAddress, length: Int) {
        self.address = address
        self.length = length
    }

    static func v4(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, length: Int) -> Self {
        Self(.v4(a << 24 | b << 16 | c << 8 | d), length: length)
    }

    /// - Parameters:
    ///   - high: the first four groups of the address.
    ///   - low: the last four.
    static func v6(_ high: UInt64, _ low: UInt64 = 0, length: Int) -> Self {
        Self(.v6(UInt128(high) << 64 | UInt128(low)), length: length)
    }

    func contains(_ other: IPAddress) -> Bool {
        switch (address, other) {
        case (.v4(let a), .v4(let b)): (a ^ b) >> UInt32(32 - length) == 0
        case (.v6(let a), .v6(let b)): (a ^ b) >> UInt128(128 - length) == 0
        default: false
        }
    }
}
