/// What the dictionary says of a term.
struct TermEntry {
    /// First byte of the posting list, from the start of the segment.
    var payload: UInt64 = 0
    /// First byte of the term's key; it ends where the next begins.
    var keyStart: UInt32 = 0
    /// Documents the term stands in.
    var documents: UInt32 = 0
    /// The tenth highest saturated frequency, rounded down; 0 where fewer documents have the term.
    var tenth: Float = 0
    /// The four-hundredth.
    var fourHundredth: Float = 0
    /// Frequencies too high for their place in the list.
    var overflows: UInt32 = 0
    /// Not used; keeps entries aligned.
    var reserved: UInt32 = 0
}

/// A kind of token: the terms that an occurrence of it stands for, by their number in the dictionary.
struct TokenType {
    static let none = UInt32.max
    /// The key with marks; `none` in a segment without such keys.
    var exact: UInt32
    var folded: UInt32
}
