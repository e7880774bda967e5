/// The keys of a text in three streams, keys separated by one space, in text order; empty for a text without words.
package struct KeyText: Equatable, Sendable {
    /// Key E of every word.
    package let exact: String
    /// Key F of every word.
    package let folded: String
    /// Key U: F of the unmarked words that could be Vietnamese syllables. Only a query with marks asks for it, and such
    /// a query is Vietnamese; so English text costs nothing here.
    package let unmarked: String
}
