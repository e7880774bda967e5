/// The key by which a word of a query met a word of a document, best first.
package enum MatchKey: String, Codable, Comparable, CaseIterable, Sendable {
    /// Same letters and marks, but for case, tone placement and i/y.
    case exact
    /// The query left marks out.
    case folded
    /// Another form of the same English word.
    case stemmed
    /// The document left marks out.
    case unmarked

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}
