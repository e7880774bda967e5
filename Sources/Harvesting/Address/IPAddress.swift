import Foundation

/// An address of the Internet Protocol, version 4 or 6, without a zone.
package enum IPAddress: Hashable, Sendable {
    /// In host byte order: 127.0.0.1 is 0x7F00_0001.
    case v4(UInt32)
    case v6(UInt128)

    /// Reads dotted decimals (four parts) and the forms of RFC 4291 §2.2; nil for anything else, zones included.
    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if text.utf8.contains(0) {
            return nil
        } else if inet_pton(AF_INET, text, &four) == 1 {
            self = .v4(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self = .v6(withUnsafeBytes(of: six) { $0.reduce(0) { $0 << 8 | UInt128($1) } })
        } else {
            return nil
        }
    }
}

extension IPAddress: CustomStringConvertible {
    /// Dotted decimals, or the short form of RFC 5952.
    package var description: String {
        switch self {
        case .v4(let bits): (0..<4).map { "\(bits >> (24 - 8 * UInt32($0)) & 0xFF)" }.joined(separator: ".")
        case .v6(let bits): Self.shortened((0..<8).map { UInt16(truncatingIfNeeded: bits >> (112 - 16 * UInt128($0))) })
        }
    }

    /// The longest run of at least two zero groups, the first of equals, becomes `::` (RFC 5952 §4.2).
    private static func shortened(_ groups: [UInt16]) -> String {
        var best = 0..<0
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 { start = index + 1 } else if index + 1 - start > best.count { best = start..<index + 1 }
        }
        func text(_ part: ArraySlice<UInt16>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard best.count > 1 else { return text(groups[...]) }
        return text(groups[..<best.lowerBound]) + "::" + text(groups[best.upperBound...])
    }
}
