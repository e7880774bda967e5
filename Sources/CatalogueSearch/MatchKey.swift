/// The key by which a word of a query met a word of a document, best first.
package enum MatchKey: String, Codable, Comparable, Sendable {
    /// Same letters and marks, but for case, tone placement and i/y.
    case exact
    /// The query left marks out.
    case folded
    /// The document left marks out.
    case unmarked

    private var rank: Int {
        switch self {
        case .exact: 0
        case .folded: 1
        case .unmarked: 2
        }
    }

    package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}
