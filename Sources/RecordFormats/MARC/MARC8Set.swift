/// One character set of MARC-8: up to 94 characters at the places 0x21 to 0x7E, whichever half of the code it is used in.
struct MARC8Set: Sendable {
    private let scalars: [Unicode.Scalar?]
    private let marks: ClosedRange<UInt8>?

    /// - Parameters:
    ///   - table: code points in hexadecimal, one after another; `21:` before one moves to that place.
    ///   - marks: places of the marks, which MARC-8 writes before the letter they belong to.
    init(_ table: String, marks: ClosedRange<UInt8>? = nil) {
        var scalars = [Unicode.Scalar?](repeating: nil, count: 128)
        var place = 0
        for word in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = word.split(separator: ":")
            if parts.count == 2, let moved = Int(parts[0], radix: 16) { place = moved }
            guard let value = parts.last.flatMap({ UInt32($0, radix: 16) }), place < scalars.count else { continue }
            scalars[place] = Unicode.Scalar(value)
            place += 1
        }
        self.scalars = scalars
        self.marks = marks
    }

    /// The character at `place` (0x21 to 0x7E), nil where the set has none.
    subscript(place: UInt8) -> Unicode.Scalar? { scalars[Int(place & 0x7F)] }

    func isMark(_ place: UInt8) -> Bool { marks?.contains(place) == true }
}
