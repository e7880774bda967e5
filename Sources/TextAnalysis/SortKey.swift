/// The stored sort key of a text: compared byte by byte it gives the order of Vietnamese dictionaries
/// (`vietnamese-text.md` §4.4, CLDR `vi`): letters a ă â b c d đ e ê … first, then tones in the order ngang, huyền, hỏi,
/// ngã, sắc, nặng, then case, lower first.
///
/// Words count before what separates them; numbers compare by value up to 15 digits. Texts that differ in nothing but
/// punctuation have equal keys: order those by something else.
///
/// - Complexity: O(*n*) in the UTF-8 length of `text`.
package func sortKey(of text: String) -> [UInt8] {
    var builder = SortKeyBuilder()
    for scalar in text.unicodeScalars { builder.append(scalar.value) }
    return builder.key
}

private struct SortKeyBuilder {
    private var primary: [UInt8] = []
    private var secondary: [UInt8] = []
    private var tertiary: [UInt8] = []
    private var digits: [UInt8] = []
    /// Tone of the word being read: it counts for the word, wherever it was typed.
    private var tone: UInt8 = 2
    private var isInWord = false

    mutating func append(_ scalar: UInt32) {
        let table = ScalarTable.shared
        switch table.scalarClass(scalar) {
        case .separator: endWord()
        case .removed, .apostrophe: break
        case .letter, .digit, .unspaced, .mark:
            let isUpper = Unicode.Scalar(scalar)?.properties.isUppercase ?? false
            var base: UInt32?
            var quality: UInt8 = 0
            table.decompose(scalar) { part in
                switch part {
                case 0x300: tone = 3
                case 0x309: tone = 4
                case 0x303: tone = 5
                case 0x301: tone = 6
                case 0x323: tone = 7
                case 0x306: quality = 1
                case 0x302: quality = 2
                case 0x31B: quality = 3
                default: if base == nil { base = part } else { appendLetter(base, quality, isUpper); base = part }
                }
            }
            if let base { appendLetter(base, quality, isUpper) } else if quality > 0 { raiseLast(quality) }
        }
    }

    var key: [UInt8] {
        var finished = self
        finished.endWord()
        if finished.primary.last == 0x02 { finished.primary.removeLast() }
        return finished.primary + [0x01] + finished.secondary + [0x01] + finished.tertiary
    }

    private mutating func appendLetter(_ base: UInt32?, _ quality: UInt8, _ isUpper: Bool) {
        guard let base else { return }
        isInWord = true
        if (0x30...0x39).contains(base) { return digits.append(UInt8(base)) }
        flushDigits()
        tertiary.append(isUpper ? 3 : 2)
        switch base {
        case 0x61...0x7A: primary += [0x20 + UInt8(base - 0x61), 0x02 + quality + 1]
        case 0x111: primary += [0x23, 0x04]
        default:
            // Other scripts after the Latin letters, by code point.
            primary += [0x60, UInt8(base >> 16 & 0xFF), UInt8(base >> 8 & 0xFF), UInt8(base & 0xFF)]
        }
    }

    /// A quality mark that came as a character of its own.
    private mutating func raiseLast(_ quality: UInt8) {
        guard let last = primary.last, last == 0x03 else { return }
        primary[primary.count - 1] = 0x02 + quality + 1
    }

    private mutating func flushDigits() {
        guard !digits.isEmpty else { return }
        let significant = Array(digits.drop { $0 == 0x30 })
        primary += [0x10, UInt8(min(significant.count, 255))] + significant
        tertiary.append(2)
        digits.removeAll()
    }

    private mutating func endWord() {
        flushDigits()
        guard isInWord else { return }
        primary.append(0x02)
        secondary.append(tone)
        tone = 2
        isInWord = false
    }
}
