/// How much of its tone and vowel quality a token states (rule R9).
package enum Marking: Hashable, Sendable {
    /// States nothing: no mark at all, or no Vietnamese syllable, whose marks are spelling and may be left out
    /// (`café`, `Möbius`, `THCĐ`).
    case unmarked
    /// Letter quality or `đ`, but no tone: the writer may have left the tone out.
    case quality
    /// Tone given: fully specified.
    case tone
}
