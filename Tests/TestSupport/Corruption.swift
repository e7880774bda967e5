/// Damages bytes as broken disks, proxies and programs do; the same seed always does the same.
package struct Corruption: Sendable {
    private var generator: SeededGenerator

    package init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// - Returns: `bytes` with one to six faults; once in a while only their beginning.
    package func applied(to bytes: [UInt8]) -> [UInt8] {
        var damaged = bytes
        var generator = generator
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !damaged.isEmpty {
            Self.damage(&damaged, &generator)
        }
        return damaged
    }

    private static func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, position + Int.random(in: 1...40, using: &generator))
        switch Int.random(in: 0..<8, using: &generator) {
        case 0...3: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 4: bytes[position] = UInt8.random(in: 0...255, using: &generator)
        case 5: bytes.removeSubrange(position..<end)
        case 6: bytes.insert(contentsOf: bytes[position..<end], at: position)
        default: bytes.removeLast(bytes.count - position)
        }
    }
}
