/// Bytes whose order is the order of Vietnamese dictionaries (§4.4), for storing beside a title.
///
/// First letters count, with `ă â đ ê ô ơ ư` as letters of their own and words before all letters; then tones, level <
/// huyền < hỏi < ngã < sắc < nặng, word by word; then case, small letters first. Numbers go by value (`Tập 2` before
/// `Tập 10`). Punctuation counts as a space, and none counts at the beginning.
///
/// - Complexity: O(*n*) in the length of `text`.
package func sortKey(of text: String) -> [UInt8] {
    var writer = SortKeyWriter(Alphabet.shared)
    for scalar in text.unicodeScalars { writer.append(scalar) }
    return writer.finish()
}
