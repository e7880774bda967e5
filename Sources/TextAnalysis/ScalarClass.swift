/// What a scalar is to the analyser.
enum ScalarClass: UInt8 {
    /// Ends a word.
    case separator
    /// Part of a word.
    case letter
    case digit
    /// Belongs to the letter before it.
    case mark
    /// As if it were not there (rule R3): zero-width and soft-hyphen characters, controls of direction.
    case removed
    /// A letter of a script written without spaces: words are made of pairs of characters.
    case unspaced
    case apostrophe
}
