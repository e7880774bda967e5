/// Memory that a query works in, kept for the next.
struct Scratch: Sendable {
    struct Memory {
        let bounds: UnsafeMutablePointer<Float>
        /// Room for two lists of blocks.
        let order: UnsafeMutablePointer<UInt32>
        /// Three times 64.
        let lanes: UnsafeMutablePointer<Float>
        let ranked: UnsafeMutablePointer<Int>
        let reach: UnsafeMutablePointer<Float>
    }

    private var bounds: [Float] = []
    private var order: [UInt32] = []
    private var lanes = Array(repeating: Float(0), count: 192)
    private var ranked: [Int] = []
    private var reach: [Float] = []
    /// Bitmaps that are free.
    private var bitmaps: [[UInt64]] = []

    mutating func withMemory(blocks: Int, lists: Int, _ body: (Memory) -> Void) {
        if bounds.count < blocks {
            bounds = Array(repeating: 0, count: blocks)
            order = Array(repeating: 0, count: 2 * blocks + 2)
        }
        if ranked.count <= lists {
            ranked = Array(repeating: 0, count: lists + 1)
            reach = Array(repeating: 0, count: lists + 1)
        }
        bounds.withUnsafeMutableBufferPointer { bounds in
            order.withUnsafeMutableBufferPointer { order in
                lanes.withUnsafeMutableBufferPointer { lanes in
                    ranked.withUnsafeMutableBufferPointer { ranked in
                        reach.withUnsafeMutableBufferPointer { reach in
                            if let bounds = bounds.baseAddress, let order = order.baseAddress,
                                let lanes = lanes.baseAddress, let ranked = ranked.baseAddress,
                                let reach = reach.baseAddress
                            {
                                body(
                                    Memory(bounds: bounds, order: order, lanes: lanes, ranked: ranked, reach: reach))
                            }
                        }
                    }
                }
            }
        }
    }

    /// A bitmap of `words` words, all zero.
    mutating func bitmap(words: Int) -> [UInt64] {
        guard var bitmap = bitmaps.popLast(), bitmap.count == words else {
            return Array(repeating: 0, count: words)
        }
        bitmap.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        return bitmap
    }

    mutating func giveBack(_ bitmap: [UInt64]) {
        if bitmaps.count < 16 { bitmaps.append(bitmap) }
    }
}
