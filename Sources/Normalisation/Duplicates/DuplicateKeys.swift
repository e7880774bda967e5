/// The keys under which a resource meets others that may be the same: only resources with a common key are compared.
///
/// A key depends on nothing but the record, so the order in which records arrive does not matter. A key that more than
/// `mostResources` carry (a portal's front page, the title *Untitled*) tells nothing and is passed over.
package enum DuplicateKeys {
    package static let mostResources = 64

    /// Least weight of a title whose near misses are sought though nobody is named as its creator.
    private static let leastWeight = 6.0
    private static let mostCreators = 4

    /// In ascending order, each once.
    package static func keys(of traits: DuplicateTraits) -> [UInt64] {
        var keys = Set(traits.identifiers)
        keys.insert(KeyHash.of("address", [traits.place.address]))
        let title = traits.title
        let whole = sorted(title.words[...])
        let main = sorted(title.main)
        let creators = Set(traits.creators.prefix(mostCreators).map(\.key))
        keys.insert(KeyHash.of("title", whole))
        if title.hasSubtitle { keys.insert(KeyHash.of("title", main)) }
        for creator in creators {
            keys.insert(KeyHash.of("title of", [creator] + whole))
            if title.hasSubtitle { keys.insert(KeyHash.of("title of", [creator] + main)) }
        }
        if !creators.isEmpty || title.weight >= leastWeight {
            for band in MinHash.bands(of: title.words.map(\.folded).joined(separator: " ")) { keys.insert(band) }
        }
        return keys.sorted()
    }

    private static func sorted(_ words: ArraySlice<TitleTraits.Word>) -> [String] {
        let kept = words.filter { !CommonWords.shared.small.folded.contains($0.folded) }.map(\.folded)
        return Set(kept.isEmpty ? words.map(\.folded) : kept).sorted()
    }
}
