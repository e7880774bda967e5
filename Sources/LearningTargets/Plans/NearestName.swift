/// Which known name somebody may have meant.
enum NearestName {
    /// ` (có phải “x”?)`, or nothing where no name is near.
    static func hint(_ text: String, _ known: some Sequence<String>) -> (vi: String, en: String) {
        guard let near = nearest(text, known) else { return ("", "") }
        return (" (có phải “\(near)”?)", " (did you mean “\(near)”?)")
    }

    /// The known name with the fewest different letters: a third of them at most, and never more than three.
    static func nearest(_ text: String, _ known: some Sequence<String>) -> String? {
        let text = text.lowercased()
        let best = known.map { ($0, distance(text, $0.lowercased())) }.min { ($0.1, $0.0) < ($1.1, $1.0) }
        guard let best, best.1 <= min(3, max(1, text.count / 3)) else { return nil }
        return best.0
    }

    /// Letters to change, add or take away (Levenshtein).
    private static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one), Array(other))
        var row = Array(0...other.count)
        for (i, a) in one.enumerated() {
            var last = row[0]
            row[0] = i + 1
            for (j, b) in other.enumerated() {
                let next = min(row[j + 1] + 1, row[j] + 1, last + (a == b ? 0 : 1))
                last = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[other.count]
    }
}
