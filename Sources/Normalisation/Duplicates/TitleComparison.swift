/// How two titles differ.
enum TitleComparison: Hashable, Sendable {
    /// The same words in the same order.
    case identical
    /// The same but for small words, spaces, word order or a slip.
    case near
    /// One is the other without its subtitle.
    case withoutSubtitle
    /// One says more than the other, and neither says anything else.
    case contained
    /// Each has a telling word the other lacks, beside common ones.
    case contrasting
    /// No telling word in common.
    case unrelated

    /// Letters of a word in which one slip is forgiven.
    private static let longWord = 6

    static func compare(_ a: TitleTraits, _ b: TitleTraits) -> Self {
        if matches(a.words[...], b.words[...]) { return .identical }
        if a.hasSubtitle != b.hasSubtitle {
            let (long, short) = a.hasSubtitle ? (a, b) : (b, a)
            if long.mainWeight >= 2.5, !long.subtitleNamesVersion, matches(long.main, short.words[...]) {
                return .withoutSubtitle
            }
        }
        if joined(a) == joined(b), !conflicts(a, b) { return .near }
        var (mine, theirs) = unmatched(a.words, b.words)
        let slips = pairs(&mine, &theirs)
        if (mine + theirs).allSatisfy(\.isSmall) { return .near }
        let shared = a.words.filter(\.isTelling).count - mine.filter(\.isTelling).count
        let (hasMore, othersHasMore) = (mine.contains(where: \.isTelling), theirs.contains(where: \.isTelling))
        if hasMore && othersHasMore { return shared + slips > 0 ? .contrasting : .unrelated }
        return shared > 0 ? .contained : .unrelated
    }

    private static func matches(_ a: ArraySlice<TitleTraits.Word>, _ b: ArraySlice<TitleTraits.Word>) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { $0.matches($1) }
    }

    private static func joined(_ title: TitleTraits) -> String {
        title.words.map(\.folded).joined()
    }

    /// Whether a word stands in both with different marks: `bán` and `bạn`.
    private static func conflicts(_ a: TitleTraits, _ b: TitleTraits) -> Bool {
        a.words.contains { word in
            b.words.contains { $0.folded == word.folded }
                && !b.words.contains { $0.folded == word.folded && $0.matches(word) }
        }
    }

    /// The words of each that the other has not, each occurrence counted.
    private static func unmatched(
        _ a: [TitleTraits.Word], _ b: [TitleTraits.Word]
    ) -> ([TitleTraits.Word], [TitleTraits.Word]) {
        var mine: [TitleTraits.Word] = []
        var theirs = b
        for word in a {
            if let index = theirs.firstIndex(where: { $0.matches(word) }) {
                theirs.remove(at: index)
            } else {
                mine.append(word)
            }
        }
        return (mine, theirs)
    }

    /// Takes out the long words that differ by one letter, such as a plural.
    private static func pairs(_ mine: inout [TitleTraits.Word], _ theirs: inout [TitleTraits.Word]) -> Int {
        var slips = 0
        for word in mine where word.folded.utf8.count >= longWord && theirs.count <= 12 {
            guard
                let index = theirs.firstIndex(where: { other in
                    other.folded.utf8.count >= longWord && other.folded != word.folded
                        && editDistance(Array(word.folded), Array(other.folded), limit: 1) != nil
                })
            else { continue }
            theirs.remove(at: index)
            if let own = mine.firstIndex(of: word) { mine.remove(at: own) }
            slips += 1
        }
        return slips
    }
}
