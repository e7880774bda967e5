/// The numbers in a title that tell editions, volumes, parts, lessons and levels apart.
struct TitleNumbers {
    private static let romans = [
        "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
    ]
    private static let spelt = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "first": 1, "second": 2, "third": 3, "fourth": 4,
        "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "nhat": 1, "mot": 1, "hai": 2,
        "ba": 3, "bon": 4, "nam": 5,
    ]
    /// Pairs of words, and single ones, that name a level of difficulty.
    private static let levels: [[String]: String] = [
        ["beginner"]: "basic", ["beginners"]: "basic", ["basic"]: "basic", ["basics"]: "basic", ["elementari"]: "basic",
        ["co", "ban"]: "basic", ["can", "ban"]: "basic", ["so", "cap"]: "basic", ["basico"]: "basic",
        ["intermediate"]: "middle", ["trung", "cap"]: "middle", ["intermedio"]: "middle",
        ["advanced"]: "advanced", ["nang", "cao"]: "advanced", ["avanzado"]: "advanced", ["avancado"]: "advanced",
    ]

    /// The numbers of a title whose words are `words` (folded keys): `"3"`, and `"basic"` for a level.
    ///
    /// Roman and spelt numbers count next to a word that counts something (`tập II`, `second edition`); `ii`, `iii`, `iv`,
    /// `vii`, `viii` and `ix` anywhere.
    static func numbers(in words: [String]) -> Set<String> {
        var found: Set<String> = []
        for (index, word) in words.enumerated() {
            let next = index + 1 < words.count ? words[index + 1] : nil
            if let number = digits(word) {
                found.insert(number)
            } else if let number = romans[word] {
                let stands = word.utf8.count > 1 && word != "vi" && word != "xi" && word != "xii"
                if stands || counts(index, words) { found.insert(String(number)) }
            } else if let number = spelt[word], counts(index, words) {
                found.insert(String(number))
            }
            if let level = levels[[word]] ?? next.flatMap({ levels[[word, $0]] }) { found.insert(level) }
        }
        return found
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

    private static func counts(_ index: Int, _ words: [String]) -> Bool {
        let counters = CommonWords.shared.counters
        return (index > 0 && counters.contains(words[index - 1]))
            || (index + 1 < words.count && counters.contains(words[index + 1]))
    }
}
