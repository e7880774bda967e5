/// A set of letter codes that answers in a few nanoseconds.
struct CodeSet: Sendable {
    /// Open addressing; 0 marks a free place.
    private var places: [UInt64]
    private let shift: UInt64

    /// - Parameter capacity: a power of two, at least twice the number of members.
    init(capacity: Int) {
        places = Array(repeating: 0, count: capacity)
        shift = UInt64(64 - capacity.trailingZeroBitCount)
    }

    mutating func insert(_ code: UInt64) {
        places[place(of: code)] = code
    }

    /// Whether the set holds a code; never holds 0.
    @inline(__always)
    func contains(_ code: UInt64) -> Bool {
        code != 0 && places[place(of: code)] == code
    }

    /// Where a code stands, or would.
    @inline(__always)
    private func place(of code: UInt64) -> Int {
        var place = Int((code &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while places[place] != 0, places[place] != code { place = (place + 1) & (places.count - 1) }
        return place
    }
}
