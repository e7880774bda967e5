/// What answers a word of a query.
package struct TokenWord: Hashable, Sendable {
    /// Key E, and other keys E that do as well.
    let exact: String
    let alternatives: Set<String>
    /// Key F without stemming, and the stem.
    let folded: String
    let stem: String?

    package init(exact: String, alternatives: Set<String>, folded: String, stem: String?) {
        self.exact = exact
        self.alternatives = alternatives
        self.folded = folded
        self.stem = stem
    }
}
