/// A small hash table from token types to values, for the innermost loop over a document's tokens.
struct TypeTable<Value> {
    private var types: [UInt32]
    private var values: [Value]
    private let shift: UInt32
    private let none: Value

    /// - Parameter none: the value of types that are not in `entries`.
    init(_ entries: [UInt32: Value], none: Value) {
        var bits: UInt32 = 4
        while 1 << bits < entries.count * 4 { bits += 1 }
        shift = 32 - bits
        types = Array(repeating: TokenType.none, count: 1 << Int(bits))
        values = Array(repeating: none, count: types.count)
        self.none = none
        for (type, value) in entries {
            var slot = slot(of: type)
            while types[slot] != TokenType.none { slot = (slot + 1) & (types.count - 1) }
            types[slot] = type
            values[slot] = value
        }
    }

    @inline(__always)
    private func slot(of type: UInt32) -> Int { Int((type &* 2_654_435_769) >> shift) }

    @inline(__always)
    subscript(type: UInt32) -> Value {
        var slot = slot(of: type)
        while true {
            if types[slot] == type { return values[slot] }
            if types[slot] == TokenType.none { return none }
            slot = (slot &+ 1) & (types.count &- 1)
        }
    }
}
