/// Fewest insertions, deletions and replacements of letters that make `b` of `a` (Levenshtein), or nil beyond `limit`.
///
/// - Complexity: O(*n* · *m*) in the lengths of both.
func editDistance(_ a: [Character], _ b: [Character], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in b.enumerated() {
            let replaced = diagonal + (letter == other ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[b.count] <= limit ? row[b.count] : nil
}
