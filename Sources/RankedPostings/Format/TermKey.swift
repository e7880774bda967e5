/// A term: its space and its bytes.
package struct TermKey: Hashable, Comparable, Sendable {
    /// The space's number, then the term in UTF-8.
    let bytes: [UInt8]

    package init(_ space: TermSpace, _ text: String) {
        bytes = [space.rawValue] + Array(text.utf8)
    }

    /// A facet value by its number.
    package init(facet value: UInt32) {
        bytes = [
            TermSpace.facet.rawValue, UInt8(truncatingIfNeeded: value >> 24), UInt8(truncatingIfNeeded: value >> 16),
            UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value),
        ]
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package var space: TermSpace { TermSpace(rawValue: bytes[0]) ?? .facet }

    package var text: String { String(decoding: bytes.dropFirst(), as: UTF8.self) }

    package static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

    /// The first eight bytes as a number that sorts like them.
    var prefix: UInt64 { Self.prefix(of: bytes) }

    static func prefix(of bytes: some Collection<UInt8>) -> UInt64 {
        var prefix: UInt64 = 0
        var shift: UInt64 = 64
        for byte in bytes.prefix(8) {
            shift -= 8
            prefix |= UInt64(byte) << shift
        }
        return prefix
    }
}
