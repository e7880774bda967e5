/// Looks for the bytes that close a comment, a CDATA section or an instruction, never twice in the same place.
struct XMLTerminator {
    private let text: StaticString
    /// Offsets in the whole input at which it surely does not begin.
    private var searched = 0..<0

    init(_ text: StaticString) {
        self.text = text
    }

    /// Where it ends first at or after `start`, nil where it does not come within `bytes`.
    ///
    /// - Parameter base: offset of `bytes` in the whole input.
    mutating func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, base: Int) -> Int? {
        let length = text.utf8CodeUnitCount
        let known = searched.contains(base + start)
        let from = max(start, known ? searched.upperBound - base : start)
        let found = firstOffset(of: text, in: bytes, from: from)
        let end = max(from, found ?? bytes.count - length + 1)
        searched = (known ? searched.lowerBound : base + start)..<base + end
        return found.map { $0 + length }
    }
}
