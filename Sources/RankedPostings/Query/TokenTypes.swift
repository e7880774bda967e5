extension Segment {
    /// Token types whose key in `space`, `exact` or `folded`, is the term.
    ///
    /// - Complexity: O(types of the term + log types).
    func types(of term: Int, in space: TermSpace, from source: any ChunkSource) throws -> [UInt32] {
        try require(.types, from: source)
        let isExact = space == .exact
        let section: SegmentLayout.Section = isExact ? .typesByExact : .typesByFolded
        try require(section, from: source)
        let types = pointer(.types, as: TokenType.self)
        let sorted = pointer(section, as: UInt32.self)
        let count = layout.range(.types).count / MemoryLayout<TokenType>.stride
        func key(_ index: Int) -> UInt32 {
            let type = types[Int(sorted[index])]
            return isExact ? type.exact : type.folded
        }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if key(middle) < UInt32(term) { low = middle + 1 } else { high = middle }
        }
        var found: [UInt32] = []
        while low < count, key(low) == UInt32(term) {
            found.append(sorted[low])
            low += 1
        }
        return found
    }
}
