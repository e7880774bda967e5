/// The three key streams of a field: keys separated by one space, in the order of the text.
///
/// FTS5's tokenizer `unicode61 remove_diacritics 0` takes every key for one token and leaves it as it is.
package struct KeyText: Hashable, Sendable {
    /// Key E of every token.
    package var exact: String
    /// Key F of every token, or its English stem, at the same position as its key E.
    package var folded: String
    /// Key U: the folded key of tokens that carry no mark and may be Vietnamese syllables.
    package var unmarked: String
}
