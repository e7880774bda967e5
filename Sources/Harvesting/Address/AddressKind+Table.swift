extension AddressKind {
    /// The kind of `address`; an IPv6 address that carries an IPv4 address is what that one is.
    package static func of(_ address: IPAddress) -> Self {
        if let known = special.first(where: { $0.network.contains(address) }) { return known.kind }
        if case .v6(let bits) = address {
            if let carried = carriedIPv4(bits) { return of(.v4(carried)) }
            // Only 2000::/3 has been given out for use (RFC 4291 §2.4).
            return bits >> 125 == 1 ? .global : .reserved
        }
        return .global
    }

    /// The IPv4 address that a translator or tunnel would talk to: mapped (RFC 4291 §2.5.5.2), compatible (§2.5.5.1),
    /// translated (RFC 2765), NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056), ISATAP (RFC 5214).
    private static func carriedIPv4(_ bits: UInt128) -> UInt32? {
        let last = UInt32(truncatingIfNeeded: bits)
        let beforeLast = UInt32(truncatingIfNeeded: bits >> 32)
        switch bits >> 32 {
        case 0, 0xFFFF, 0xFFFF_0000, 0x0064_FF9B_0000_0000_0000_0000: return last
        default: break
        }
        if bits >> 112 == 0x2002 { return UInt32(truncatingIfNeeded: bits >> 80) }
        return beforeLast & 0xFDFF_FFFF == 0x0000_5EFE ? last : nil
    }

    private static let special: [(network: IPNetwork, kind: Self)] = specialIPv4 + specialIPv6

    private static let specialIPv4: [(network: IPNetwork, kind: Self)] = [
        (.v4(169, 254, 169, 254, length: 32), .cloudMetadata),
        (.v4(169, 254, 170, 2, length: 32), .cloudMetadata),
        (.v4(168, 63, 129, 16, length: 32), .cloudMetadata),
        (.v4(100, 100, 100, 200, length: 32), .cloudMetadata),
        (.v4(192, 0, 0, 192, length: 32), .cloudMetadata),
        (.v4(0, 0, 0, 0, length: 8), .unspecified),
        (.v4(10, 0, 0, 0, length: 8), .privateNetwork),
        (.v4(100, 64, 0, 0, length: 10), .carrierNetwork),
        (.v4(127, 0, 0, 0, length: 8), .loopback),
        (.v4(169, 254, 0, 0, length: 16), .linkLocal),
        (.v4(172, 16, 0, 0, length: 12), .privateNetwork),
        (.v4(192, 0, 0, 0, length: 24), .reserved),
        (.v4(192, 0, 2, 0, length: 24), .example),
        (.v4(192, 88, 99, 0, length: 24), .reserved),
        (.v4(192, 168, 0, 0, length: 16), .privateNetwork),
        (.v4(198, 18, 0, 0, length: 15), .example),
        (.v4(198, 51, 100, 0, length: 24), .example),
        (.v4(203, 0, 113, 0, length: 24), .example),
        (.v4(224, 0, 0, 0, length: 4), .multicast),
        (.v4(240, 0, 0, 0, length: 4), .reserved),
    ]

    private static let specialIPv6: [(network: IPNetwork, kind: Self)] = [
        (.v6(0, 0, length: 128), .unspecified),
        (.v6(0, 1, length: 128), .loopback),
        (.v6(0xFD00_0EC2_0000_0000, 0x254, length: 128), .cloudMetadata),
        (.v6(0xFD20_00CE_0000_0000, 0x254, length: 128), .cloudMetadata),
        // Local-use NAT64: which IPv4 address it reaches is the operator's choice.
        (.v6(0x0064_FF9B_0001_0000, length: 48), .privateNetwork),
        (.v6(0x0100_0000_0000_0000, length: 64), .reserved),
        (.v6(0x2001_0DB8_0000_0000, length: 32), .example),
        (.v6(0x2001_0002_0000_0000, length: 48), .example),
        // Teredo and the other protocol assignments.
        (.v6(0x2001_0000_0000_0000, length: 23), .reserved),
        (.v6(0x3FFF_0000_0000_0000, length: 20), .example),
        (.v6(0xFC00_0000_0000_0000, length: 7), .privateNetwork),
        (.v6(0xFE80_0000_0000_0000, length: 10), .linkLocal),
        (.v6(0xFEC0_0000_0000_0000, length: 10), .privateNetwork),
        (.v6(0xFF00_0000_0000_0000, length: 8), .multicast),
    ]
}
