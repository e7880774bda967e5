import TextAnalysis

/// What comparing titles needs to know of one.
struct TitleTraits: Hashable, Sendable {
    struct Word: Hashable, Sendable {
        /// Letters without marks.
        let folded: String
        /// Letters with marks; nil for a word that has none.
        let exact: String?
        /// Whether the word tells resources apart: neither common nor a number.
        let isTelling: Bool
        /// Whether a title with the word is the title without it.
        let isSmall: Bool
        /// Whether the word names one of several forms of a work.
        let isVersion: Bool

        init(_ token: Token) {
            let common = CommonWords.shared
            folded = token.folded
            exact = token.exact == token.folded ? nil : token.exact
            isSmall = common.small.contains(token)
            isVersion = common.versions.contains(token)
            isTelling = !isSmall && !common.general.contains(token) && !common.counters.contains(token)
        }

        /// The same word, marks left out by one of the two or not.
        func matches(_ other: Self) -> Bool {
            folded == other.folded && (exact == nil || other.exact == nil || exact == other.exact)
        }
    }

    /// Words but numbers, in order; at most `mostWords`.
    let words: [Word]
    /// Words of the title proper, before a subtitle or a bracket; all of them where there is none.
    let mainCount: Int
    /// Numbers, and levels of difficulty; see `TitleNumbers`.
    let numbers: Set<String>
    let mainNumbers: Set<String>
    /// How much the title says: quarters of letters in different telling words, eight letters of a word at most.
    let weight: Double
    let mainWeight: Double

    static let mostWords = 48

    init(_ title: String) {
        let tokens = TextAnalyser().tokens(of: title).prefix(Self.mostWords)
        let mainEnd = Self.mainEnd(of: title)
        let numbers = TitleNumbers(Array(tokens))
        let mainTokens = tokens.prefix { $0.range.upperBound <= mainEnd }.count
        let isWord = tokens.indices.map { numbers.number(at: $0) == nil }
        words = tokens.indices.filter { isWord[$0] }.map { Word(tokens[$0]) }
        let mainCount = isWord.prefix(mainTokens).filter(\.self).count
        self.mainCount = mainCount > 0 ? mainCount : words.count
        self.numbers = numbers.numbers(before: tokens.count)
        mainNumbers = self.mainCount < words.count ? numbers.numbers(before: mainTokens) : self.numbers
        weight = Self.weight(words[...])
        mainWeight = Self.weight(words.prefix(self.mainCount))
    }

    var main: ArraySlice<Word> { words.prefix(mainCount) }

    /// Whether the subtitle names an edition, version or part: *C++ Version*.
    var subtitleNamesVersion: Bool { words.dropFirst(mainCount).contains(where: \.isVersion) }

    /// Whether a subtitle follows the title proper.
    var hasSubtitle: Bool { mainCount < words.count }

    private static func weight(_ words: ArraySlice<Word>) -> Double {
        var seen: Set<String> = []
        return words.reduce(0) { sum, word in
            guard word.isTelling, seen.insert(word.folded).inserted else { return sum }
            return sum + Double(min(8, word.folded.unicodeScalars.count)) / 4
        }
    }

    /// Offset in UTF-8 where the title proper ends: before a colon, a dash between spaces, a bar or a bracket.
    private static func mainEnd(of title: String) -> Int {
        let bytes = Array(title.utf8)
        for (index, byte) in bytes.enumerated() where index > 0 {
            switch byte {
            case UInt8(ascii: ":") where index + 1 == bytes.count || bytes[index + 1] == 0x20: return index
            case UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: "["): return index
            case UInt8(ascii: "-") where bytes[index - 1] == 0x20: return index
            // – and — (U+2013, U+2014), ： and （ (U+FF1A, U+FF08)
            case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0x93]): return index
            case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0x94]): return index
            case 0xEF where bytes[index...].starts(with: [0xEF, 0xBC, 0x9A]): return index
            case 0xEF where bytes[index...].starts(with: [0xEF, 0xBC, 0x88]): return index
            default: continue
            }
        }
        return bytes.count
    }
}
