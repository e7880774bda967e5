/// Compressed data made by hand (RFC 1951, RFC 1952).
enum Deflated {
    /// `content` in gzip form, in blocks without compression.
    static func gzip(_ content: [UInt8]) -> [UInt8] {
        var result = header
        var rest = content[...]
        repeat {
            let block = rest.prefix(60_000)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            result += [rest.isEmpty ? 1 : 0] + littleEndian(length) + littleEndian(~length) + block
        } while !rest.isEmpty
        return result + littleEndian(checksum(content)) + littleEndian(UInt32(content.count))
    }

    /// About `count` zero bytes in gzip form, a thousand times shorter.
    static func bomb(_ count: Int) -> [UInt8] {
        var bits = Bits()
        bits.append(0b1, 1)
        bits.append(0b01, 2)
        bits.appendCode(0b0011_0000, 8)
        for _ in 0..<count / 258 {
            bits.appendCode(0b1100_0101, 8)
            bits.appendCode(0, 5)
        }
        bits.appendCode(0, 7)
        return header + bits.bytes + [UInt8](repeating: 0, count: 9)
    }

    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    private struct Bits {
        var bytes: [UInt8] = []
        private var used = 8

        /// Lowest bit first.
        mutating func append(_ value: UInt32, _ count: Int) {
            for index in 0..<count { append(bit: UInt8(value >> UInt32(index) & 1)) }
        }

        /// Highest bit first, as Huffman codes are written.
        mutating func appendCode(_ value: UInt32, _ count: Int) {
            for index in (0..<count).reversed() { append(bit: UInt8(value >> UInt32(index) & 1)) }
        }

        private mutating func append(bit: UInt8) {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            bytes[bytes.count - 1] |= bit << UInt8(used)
            used += 1
        }
    }

    private static func littleEndian<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> Value($0 * 8)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0 as UInt32) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }
}
