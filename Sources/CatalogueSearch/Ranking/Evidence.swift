/// What a document says to a query: all the ranking formula looks at.
struct Evidence: Sendable {
    struct Word: Sendable {
        /// Occurrences with the marks asked for.
        var exact = FieldCounts()
        /// Occurrences with any marks or in any English form.
        var folded = FieldCounts()
    }

    /// How a title answers the whole query.
    enum TitleMatch: Int, Comparable, Sendable {
        case none
        /// Word for word, but for marks.
        case folded
        case exact

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// In the order of the ranked words.
    var words: [Word]
    /// Occurrences of each ranked pair, side by side.
    var pairs: [Word]
    /// Words of each field.
    var lengths = FieldCounts()
    var titleMatch = TitleMatch.none
    /// From 0 to 1.
    var quality = 0.0
    /// From 0 to 1.
    var freshness = 0.0
}
