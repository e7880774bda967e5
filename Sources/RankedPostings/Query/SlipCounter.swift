/// Counts the slips between one word and others: a letter left out, added, changed, or two neighbours changed about
/// (optimal string alignment), all letters of a column at once (Hyyrö 2003, *A bit-vector algorithm for computing
/// Levenshtein and Damerau edit distances*).
package struct SlipCounter {
    /// Where each byte stands in the word.
    private var places = Array(repeating: UInt64(0), count: 256)
    private let length: Int
    let signature: UInt32

    /// - Parameter word: 1 to 30 ASCII letters and digits in lower case; nil for any other.
    package init?(_ word: [UInt8]) {
        signature = WordSignature.signature(of: word)
        guard signature != WordSignature.none else { return nil }
        length = word.count
        for (place, byte) in word.enumerated() { places[Int(byte)] |= 1 << UInt64(place) }
    }

    /// - Complexity: O(*n*) in the length of `other`.
    package func slips(to other: UnsafeBufferPointer<UInt8>) -> Int {
        let last = UInt64(1) << UInt64(length - 1)
        var (positive, negative, diagonal, before) = (UInt64.max, UInt64(0), UInt64(0), UInt64(0))
        var slips = length
        for byte in other {
            let match = places[Int(byte)]
            let swapped = ((~diagonal & match) << 1) & before
            diagonal = swapped | (((match & positive) &+ positive) ^ positive) | match | negative
            var up = negative | ~(diagonal | positive)
            var down = diagonal & positive
            if up & last != 0 { slips += 1 }
            if down & last != 0 { slips -= 1 }
            up = up << 1 | 1
            down <<= 1
            positive = down | ~(diagonal | up)
            negative = up & diagonal
            before = match
        }
        return slips
    }
}
