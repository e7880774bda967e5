/// Composition of Korean syllables from their letters (Unicode Standard, §3.12).
enum Hangul {
    /// The syllable that `second` completes after `first`, nil where it starts a new one.
    static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
        switch (first, second) {
        case (0x1100...0x1112, 0x1161...0x1175):
            0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
        case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (first - 0xAC00) % 28 == 0:
            first + second - 0x11A7
        default: nil
        }
    }
}
