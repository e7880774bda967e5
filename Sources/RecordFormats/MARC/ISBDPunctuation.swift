import Foundation

/// Takes the punctuation of ISBD off the ends of MARC subfields, where it stands for what follows and not for itself.
enum ISBDPunctuation {
    /// Words that keep their full stop although it ends the value.
    private static let abbreviations: Set<String> = [
        "inc", "co", "corp", "univ", "dept", "ed", "eds", "etc", "gov", "prof", "assoc", "div", "bros", "cie", "ths",
        "pgs",
    ]

    /// `text` without the mark before the next subfield (` /`, ` :`, ` ;`, ` =`, `,`) and without a closing full stop.
    static func trimmed(_ text: String) -> String {
        var text = Substring(text.trimmed)
        while let last = text.last, "/:;=,+".contains(last) {
            let rest = text.dropLast()
            // `C++` and `TCP/IP/` keep what is no ISBD: there, no space stands before the mark.
            guard last == "," || last == ":" || last == ";" || rest.last?.isWhitespace != false else { break }
            text = Substring(rest.trimmed)
        }
        return withoutFullStop(String(text))
    }

    /// `text` without a closing full stop, unless it belongs to an initial or an abbreviation.
    static func withoutFullStop(_ text: String) -> String {
        guard text.hasSuffix("."), !text.hasSuffix("..") else { return text }
        let word = text.dropLast().reversed().prefix { $0.isLetter || $0.isNumber }.reversed()
        if word.contains(where: \.isNumber) { return String(text.dropLast()) }
        let isShort = word.count < 2 && !word.isEmpty
        return isShort || abbreviations.contains(String(word).lowercased()) || !hasVowel(String(word))
            ? text : String(text.dropLast())
    }

    /// Words without a vowel (`Jr`, `St`, `Ltd`) are abbreviations; of other alphabets, none is taken for one.
    private static func hasVowel(_ word: String) -> Bool {
        let letters = word.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter(
            \.properties.isAlphabetic)
        guard letters.allSatisfy({ $0.isASCII || $0 == "đ" }) else { return true }
        return letters.isEmpty || letters.contains { "aeiouy".unicodeScalars.contains($0) }
    }

    /// `text` without brackets around all of it, which say that the cataloguer supplied it.
    static func withoutBrackets(_ text: String) -> String {
        guard text.hasPrefix("["), text.hasSuffix("]"),
            !text.dropFirst().dropLast().contains(where: { $0 == "[" || $0 == "]" })
        else { return text }
        return text.dropFirst().dropLast().trimmed
    }
}
