/// One word of a text and its keys.
package struct Token: Hashable, Sendable {
    /// UTF-8 offsets into the original text; both ends lie on scalar boundaries and marks belong to their letter.
    package let range: Range<Int>
    /// Key E: lower case, i/y and tone placement evened out, the tone as a superscript digit at the end: `học` → `hoc⁵`.
    package let exact: String
    /// Key F: no marks, `đ` as `d`.
    package let folded: String
    package let marking: Marking

    package init(range: Range<Int>, exact: String, folded: String, marking: Marking) {
        self.range = range
        self.exact = exact
        self.folded = folded
        self.marking = marking
    }
}
