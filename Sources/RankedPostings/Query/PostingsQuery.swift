/// A question to the index.
package struct PostingsQuery: Sendable {
    /// What a leaf of the query stands for.
    package enum Leaf: Hashable, Sendable {
        case term(TermKey)
        /// Every term with this beginning.
        case prefix(TermKey)
        /// Tokens side by side, or a token in some fields only.
        case phrase(Phrase)
    }

    /// Which documents match, by the numbers of leaves.
    package indirect enum Match: Hashable, Sendable {
        case leaf(Int)
        case all([Match])
        case any([Match])
    }

    /// In the order in which their points are added.
    package var leaves: [Leaf]
    /// Leaves that only match and give no points.
    package var unscored: Set<Int> = []
    /// Nil for every document.
    package var match: Match?
    /// Documents that are left out.
    package var excluded: Match?
    /// A document must have one of the terms of each.
    package var filters: [[TermKey]] = []

    package init(leaves: [Leaf], match: Match?, excluded: Match? = nil) {
        self.leaves = leaves
        self.match = match
        self.excluded = excluded
    }

    /// Documents with any of the terms.
    package init(anyOf terms: [TermKey]) {
        self.init(leaves: terms.map { .term($0) }, match: .any(terms.indices.map { .leaf($0) }))
    }

    /// Documents with all of the terms.
    package init(allOf terms: [TermKey]) {
        self.init(leaves: terms.map { .term($0) }, match: .all(terms.indices.map { .leaf($0) }))
    }
}
