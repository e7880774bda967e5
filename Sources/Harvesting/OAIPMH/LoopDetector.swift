/// Notices that a sequence of pages goes round in a circle, in constant memory (Brent 1980).
///
/// A circle of *n* pages is noticed after about 3 *n* of them, an immediate repetition at once.
struct LoopDetector: Codable, Hashable, Sendable {
    private var last = ""
    private var remembered = ""
    private var steps = 0
    private var limit = 1

    /// Takes in the fingerprint of the next page.
    ///
    /// - Returns: whether it was seen before.
    mutating func sees(_ fingerprint: String) -> Bool {
        if fingerprint == last || fingerprint == remembered { return true }
        last = fingerprint
        steps += 1
        if steps >= limit {
            remembered = fingerprint
            steps = 0
            limit *= 2
        }
        return false
    }
}
