import TextAnalysis

/// A creator's name as a set of words: the order of family and given names, marks, case and full stops do not count.
struct CreatorName: Hashable, Sendable {
    /// Folded words of two letters and more, in order of the alphabet.
    let words: [String]
    /// Letters that stand for a word.
    let initials: [String]

    /// Words of a name that are looked at.
    private static let mostWords = 8

    init?(_ name: String) {
        let tokens = TextAnalyser().tokens(of: name).map(\.folded).prefix(Self.mostWords)
        words = tokens.filter { $0.unicodeScalars.count > 1 }.sorted()
        initials = tokens.filter { $0.unicodeScalars.count == 1 }.sorted()
        if words.isEmpty { return nil }
    }

    /// The longest word, under which names are looked up: in most names that carry initials it is the family name.
    var key: String {
        words.max { ($0.utf8.count, $0) < ($1.utf8.count, $1) } ?? ""
    }

    /// Whether both may be one person or body: the words of one are among those of the other, or stand there as initials,
    /// and at least one word is in both.
    func matches(_ other: Self) -> Bool {
        let shared = words.filter(other.words.contains)
        guard !shared.isEmpty else { return false }
        let mine = words.filter { !shared.contains($0) }
        let theirs = other.words.filter { !shared.contains($0) }
        return Self.are(mine, initialsIn: other.initials) && (theirs.isEmpty || Self.are(theirs, initialsIn: initials))
            || mine.isEmpty && shared.count > 1 || theirs.isEmpty && shared.count > 1
    }

    private static func are(_ words: [String], initialsIn initials: [String]) -> Bool {
        words.allSatisfy { word in initials.contains { word.hasPrefix($0) } }
    }
}
