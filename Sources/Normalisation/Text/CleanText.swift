import Foundation

/// `text` in NFC, white space runs folded to one space and none at the ends, without control characters.
///
/// - Complexity: O(*n*); ASCII text that is clean comes back as it is.
func cleanText(_ text: String) -> String {
    if isClean(text) { return text }
    var cleaned = String.UnicodeScalarView()
    var needsSpace = false
    var isComposed = true
    for scalar in text.unicodeScalars {
        if !("!"..."~" ~= scalar), scalar.properties.isWhitespace {
            needsSpace = !cleaned.isEmpty
        } else if isInk(scalar) {
            if needsSpace { cleaned.append(" ") }
            needsSpace = false
            cleaned.append(scalar)
            isComposed = isComposed && isSurelyComposed(scalar)
        }
    }
    while let last = cleaned.last, isDirectionMark(last) || last == " " { cleaned.removeLast() }
    while let first = cleaned.first, isDirectionMark(first) || first == " " { cleaned.removeFirst() }
    let result = String(cleaned)
    return isComposed ? result : result.precomposedStringWithCanonicalMapping
}

/// The first words of `text`, at most `limit` characters with the closing `…`; nil where all of it fits.
func cutAtWord(_ text: String, limit: Int) -> String? {
    guard text.utf8.count > limit, text.count > limit else { return nil }
    let start = text.prefix(limit - 1)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + "…"
}

/// Printable ASCII with single spaces between words.
private func isClean(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
        guard 0x20...0x7E ~= byte, byte != 0x20 || last != 0x20 else { return false }
        last = byte
    }
    return last != 0x20
}

/// Not a control character, a byte order mark, an override of the writing direction or a noncharacter.
///
/// Joiners (U+200C, U+200D) and the zero-width space stay: Persian, Khmer and Thai are written with them.
private func isInk(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
}

/// Left-to-right and right-to-left mark, which say nothing at the ends of a text.
private func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200E}" || scalar == "\u{200F}"
}

/// Characters that NFC never changes, whatever stands beside them: Latin with Vietnamese, Cyrillic, CJK, punctuation.
private func isSurelyComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x400..<0x483, 0x1EA0...0x1EF9, 0x2010...0x2027, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
}
