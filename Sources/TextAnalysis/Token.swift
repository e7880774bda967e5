/// One word of a text with the keys under which it is indexed and sought.
package struct Token: Hashable, Sendable {
    /// UTF-8 offsets into the original text, on scalar boundaries; combining marks belong to their letter.
    ///
    /// Bigrams of scripts without spaces overlap.
    package let range: Range<Int>
    /// Key E: letters with their quality, then the tone as a superscript digit (`học` is `hoc⁵`).
    package let exact: String
    /// Key F: letters without marks.
    package let folded: String
    package let marking: Marking

    /// Whether the folded key is spelt like a Vietnamese syllable; English words may be, too (`an`, `then`).
    package var isSyllable: Bool { Syllable.isPossible(folded: folded) }
}
