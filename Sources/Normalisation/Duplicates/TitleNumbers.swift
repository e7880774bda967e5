import TextAnalysis

/// The numbers in a title that tell editions, volumes, parts, lessons and levels apart.
struct TitleNumbers {
    private static let romans = [
        "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
    ]
    private static let spelt = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "first": 1, "second": 2, "third": 3,
        "fourth": 4,
        "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "nhat": 1, "mot": 1, "hai": 2,
        "ba": 3, "bon": 4, "nam": 5,
    ]
    /// Pairs of words, and single ones, that name a level of difficulty.
    private static let levels: [[String]: String] = [
        ["beginner"]: "basic", ["beginners"]: "basic", ["basic"]: "basic", ["basics"]: "basic", ["elementary"]: "basic",
        ["co", "ban"]: "basic", ["can", "ban"]: "basic", ["so", "cap"]: "basic", ["basico"]: "basic",
        ["intermediate"]: "middle", ["trung", "cap"]: "middle", ["intermedio"]: "middle",
        ["advanced"]: "advanced", ["nang", "cao"]: "advanced", ["avanzado"]: "advanced", ["avancado"]: "advanced",
    ]

    private let tokens: [Token]

    init(_ tokens: [Token]) {
        self.tokens = tokens
    }

    /// The numbers among the first `end` words: `"3"`, and `"basic"` for a level.
    func numbers(before end: Int) -> Set<String> {
        var found: Set<String> = []
        for index in tokens.indices.prefix(end) {
            if let number = number(at: index) { found.insert(number) }
            let word = tokens[index].folded
            let next = index + 1 < end ? tokens[index + 1].folded : nil
            if let level = Self.levels[[word]] ?? next.flatMap({ Self.levels[[word, $0]] }) { found.insert(level) }
        }
        return found
    }

    /// The number a word stands for; nil for one that is no number.
    ///
    /// Roman and spelt numbers count next to a word that counts something (`tập II`, `second edition`); `ii`, `iii`, `iv`,
    /// `vii`, `viii` and `ix` anywhere.
    func number(at index: Int) -> String? {
        let word = tokens[index].folded
        if let number = Self.digits(word) { return number }
        if let number = Self.romans[word] {
            let stands = word.utf8.count > 1 && word != "vi" && word != "xi" && word != "xii"
            return stands || counts(index) ? String(number) : nil
        }
        if let number = Self.spelt[word], counts(index) { return String(number) }
        return nil
    }

    /// Whether a word is written as a number: `12`, `2nd`, `v3`.
    static func digits(_ word: String) -> String? {
        guard word.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return nil }
        var text = Substring(word)
        if text.first == "v", text.utf8.count > 1 { text = text.dropFirst() }
        for ending in ["st", "nd", "rd", "th", "e", "a", "o"] where text.hasSuffix(ending) {
            text = text.dropLast(ending.count)
            break
        }
        guard !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        let plain = text.drop { $0 == "0" }
        return plain.isEmpty ? "0" : String(plain)
    }

    private func counts(_ index: Int) -> Bool {
        let counters = CommonWords.shared.counters
        return (index > 0 && counters.contains(tokens[index - 1]))
            || (index + 1 < tokens.count && counters.contains(tokens[index + 1]))
    }
}
