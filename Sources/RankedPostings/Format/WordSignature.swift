/// The letters and the length of a word in 32 bits, to tell most words apart that are not a slip or two away.
struct WordSignature {
    /// No word of ASCII letters and digits.
    static let none = UInt32.max
    private static let letters: UInt32 = (1 << 27) - 1

    /// - Parameter word: without its space.
    static func signature(of word: some Collection<UInt8>) -> UInt32 {
        guard !word.isEmpty, word.count < 31 else { return none }
        var signature: UInt32 = 0
        for byte in word {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): signature |= 1 << UInt32(byte - UInt8(ascii: "a"))
            case UInt8(ascii: "0")...UInt8(ascii: "9"): signature |= 1 << 26
            default: return none
            }
        }
        return signature | UInt32(word.count) << 27
    }

    /// Whether two words may be `slips` slips apart.
    ///
    /// A slip takes one letter out of the set at most and brings one in at most. Where one word is longer by *d* letters,
    /// *d* of the slips leave a letter out, and these bring none in.
    @inline(__always)
    static func areNear(_ a: UInt32, _ b: UInt32, slips: Int) -> Bool {
        let longer = Int(a >> 27) - Int(b >> 27)
        let gone = (a & ~b & letters).nonzeroBitCount
        let new = (b & ~a & letters).nonzeroBitCount
        return new <= slips - max(0, longer) && gone <= slips - max(0, -longer)
    }
}
