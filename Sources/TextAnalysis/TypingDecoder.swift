/// Reads words typed for a Vietnamese keyboard program that was not running (`vietnamese-text.md`, rule R11):
/// Telex `hocj taapj` and VNI `hoc5 ta65p` for *học tập*.
package enum TypingDecoder {
    private static let tones: [Character: Unicode.Scalar] = [
        "s": "\u{301}", "f": "\u{300}", "r": "\u{309}", "x": "\u{303}", "j": "\u{323}",
        "1": "\u{301}", "2": "\u{300}", "3": "\u{309}", "4": "\u{303}", "5": "\u{323}",
    ]
    private static let vowels = Set<Character>("aeiouy")

    /// What the word would have become, Telex first; only readings that carry a mark and are spelt like a Vietnamese
    /// syllable with a tone it can bear. Empty for most words.
    package static func readings(of word: String) -> [String] {
        let letters = Array(word.lowercased())
        guard (2...12).contains(letters.count), letters.allSatisfy(\.isASCII) else { return [] }
        return [telex(letters), vni(letters)].compactMap(\.self).filter { $0 != word && isSyllable($0) }
    }

    private static func telex(_ letters: [Character]) -> String? {
        var body: [Character] = []
        var tone: Unicode.Scalar?
        for letter in letters {
            if let mark = tones[letter], !letter.isNumber, body.contains(where: isVowel), tone == nil {
                tone = mark
            } else if letter == "z", tone != nil {
                tone = nil
            } else if letter == "w" {
                guard applyHorn(to: &body) else { return nil }
            } else if let index = body.lastIndex(of: letter), "aeod".contains(letter), letter != "d" || index == 0 {
                body[index] = circumflexed(letter)
            } else if letter == "d", body.first == "d" {
                body[0] = "đ"
            } else {
                body.append(letter)
            }
        }
        return spelt(body, tone)
    }

    private static func vni(_ letters: [Character]) -> String? {
        guard letters.contains(where: \.isNumber) else { return nil }
        var body: [Character] = []
        var tone: Unicode.Scalar?
        for letter in letters {
            switch letter {
            case "1"..."5":
                guard tone == nil else { return nil }
                tone = tones[letter]
            case "6":
                guard let index = body.lastIndex(where: { "aeo".contains($0) }) else { return nil }
                body[index] = circumflexed(body[index])
            case "7": guard applyHorn(to: &body, breve: false) else { return nil }
            case "8":
                guard let index = body.lastIndex(of: "a") else { return nil }
                body[index] = "ă"
            case "9":
                guard body.first == "d" else { return nil }
                body[0] = "đ"
            case "0": tone = nil
            default: body.append(letter)
            }
        }
        return spelt(body, tone)
    }

    /// Turns `uo` into `ươ`, else the last `u`, `o` or `a` into `ư`, `ơ` or `ă`; a lone `w` is `ư`.
    private static func applyHorn(to body: inout [Character], breve: Bool = true) -> Bool {
        if let index = body.indices.dropLast().last(where: { body[$0] == "u" && body[$0 + 1] == "o" }) {
            body[index] = "ư"
            body[index + 1] = "ơ"
            return true
        }
        guard let index = body.lastIndex(where: { "uo".contains($0) || (breve && $0 == "a") }) else {
            guard breve, !body.contains(where: isVowel) else { return false }
            body.append("ư")
            return true
        }
        body[index] = body[index] == "u" ? "ư" : body[index] == "o" ? "ơ" : "ă"
        return true
    }

    private static func circumflexed(_ letter: Character) -> Character {
        switch letter {
        case "a": "â"
        case "e": "ê"
        case "o": "ô"
        default: "đ"
        }
    }

    private static func isVowel(_ letter: Character) -> Bool { vowels.contains(letter) || "âăêôơư".contains(letter) }

    /// The tone goes on the vowel with a mark of its own, on the last before a final consonant, else on the one before
    /// the last of two.
    private static func spelt(_ body: [Character], _ tone: Unicode.Scalar?) -> String? {
        guard let tone else { return String(body) }
        let glides =
            body.starts(with: ["q", "u"])
            || (body.starts(with: ["g", "i"]) && body.dropFirst(2).contains(where: isVowel))
        let vowels = body.indices.dropFirst(glides ? 2 : 0).filter { isVowel(body[$0]) }
        guard let last = vowels.last else { return nil }
        let marked = vowels.last { "âăêôơư".contains(body[$0]) }
        let vowel = marked ?? (last == body.count - 1 && vowels.count > 1 ? vowels[vowels.count - 2] : last)
        return String(body[...vowel]) + String(Character(tone)) + String(body[(vowel + 1)...])
    }

    private static func isSyllable(_ text: String) -> Bool {
        let tokens = TextAnalyser().tokens(of: text)
        guard tokens.count == 1, tokens[0].marking != .unmarked else { return false }
        return Syllable.isValid(exact: tokens[0].exact)
    }
}
