/// The fully marked words a half-marked one may stand for: quality marks are given, tones or further qualities are not.
enum MarkCompletions {
    private static let tones = ["", "\u{B9}", "\u{B2}", "\u{B3}", "\u{2074}", "\u{2075}"]
    private static let qualities: [Character: [Character]] = [
        "a": ["a", "ă", "â"], "e": ["e", "ê"], "o": ["o", "ô", "ơ"], "u": ["u", "ư"], "d": ["d", "đ"],
    ]
    /// A word has at most a handful of vowels; a longer list is no Vietnamese syllable.
    private static let mostBodies = 64

    /// Exact keys whose marks include those of `key`, `key` itself among them.
    ///
    /// - Complexity: at most 64 × 6 keys.
    static func keys(for key: String) -> Set<String> {
        var bodies = [""]
        for letter in key {
            let choices = qualities[letter] ?? [letter]
            guard bodies.count * choices.count <= mostBodies else { return [key] }
            bodies = bodies.flatMap { body in choices.map { body + String($0) } }
        }
        return Set(bodies.flatMap { body in tones.map { body + $0 } })
    }
}
