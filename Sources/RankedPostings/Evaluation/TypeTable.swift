/// A small hash table from token types to values, for the innermost loop over a document's tokens.
struct TypeTable<Value> {
    private var types: [UInt32]
    private var values: [Value]
    private let shift: UInt32

    /// - Parameter none: fills the slots no entry takes.
    init(_ entries: [UInt32: Value], none: Value) {
        var bits: UInt32 = 4
        while 1 << bits < entries.count * 4 { bits += 1 }
        shift = 32 - bits
        types = Array(repeating: TokenType.none, count: 1 << Int(bits))
        values = Array(repeating: none, count: types.count)
        for (type, value) in entries {
            var slot = slot(of: type)
            while types[slot] != TokenType.none { slot = (slot + 1) & (types.count - 1) }
            types[slot] = type
            values[slot] = value
        }
    }

    @inline(__always)
    private func slot(of type: UInt32) -> Int { Int((type &* 2_654_435_769) >> shift) }

    /// Gives `body` a look-up that neither counts references nor checks bounds.
    @inline(__always)
    func withLookUp(_ body: (_ value: (UInt32) -> Value?) -> Void) {
        let (shift, mask) = (shift, types.count &- 1)
        types.withUnsafeBufferPointer { types in
            values.withUnsafeBufferPointer { values in
                guard let types = types.baseAddress, let values = values.baseAddress else { return }
                body { type in
                    var slot = Int((type &* 2_654_435_769) >> shift)
                    while types[slot] != type {
                        if types[slot] == TokenType.none { return nil }
                        slot = (slot &+ 1) & mask
                    }
                    return values[slot]
                }
            }
        }
    }
}
