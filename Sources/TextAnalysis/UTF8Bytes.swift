extension UInt8 {
    static let space: UInt8 = 0x20
}

extension [UInt8] {
    /// Appends a scalar below U+10000 in UTF-8.
    @inline(__always)
    mutating func appendUTF8(_ scalar: UInt16) {
        if scalar < 0x80 {
            append(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
            append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }

    /// Appends a scalar in UTF-8.
    mutating func appendUTF8(scalar: UInt32) {
        if let short = UInt16(exactly: scalar) { return appendUTF8(short) }
        append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
        append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
}
