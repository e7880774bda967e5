/// What may be a Vietnamese syllable: an onset, a rime that goes with it, and a tone that goes with the rime.
package enum Syllable {
    /// Whether letters without marks, in lower case, are spelt like a syllable.
    ///
    /// Applies to key F, where a final y may stand as i (rule R6).
    package static func isPossible(folded: String) -> Bool {
        SyllableTable.shared.isFolded(LetterCode(folded.utf16))
    }

    /// Whether key E is a syllable: stop consonants at the end go with sắc and nặng only.
    ///
    ///     Syllable.isValid(exact: "hoc⁵")  // true
    ///     Syllable.isValid(exact: "hoc²")  // false
    package static func isValid(exact: String) -> Bool {
        var body = Array(exact.utf16)
        let tone = body.last.flatMap { last in Tone.allCases.first { $0 != .level && $0.keySuffix == last } }
        if tone != nil { body.removeLast() }
        return SyllableTable.shared.isSyllable(LetterCode(body), tone: tone ?? .level)
    }
}
