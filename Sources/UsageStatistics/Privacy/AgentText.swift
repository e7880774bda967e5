import Foundation

/// A user agent as the dictionary keeps it: what tells the program and its main version, and nothing that could tell a
/// person: no addresses, no e-mail, no serial numbers, no minor versions.
enum AgentText {
    static let longest = 200

    static func kept(_ agent: String) -> String {
        var words: [Substring] = []
        for word in agent.prefix(1_000).split(whereSeparator: { $0.isWhitespace || $0.isNewline }) {
            let bare = word.trimmingCharacters(in: CharacterSet(charactersIn: "()[];,+"))
            if bare.contains("@") || isAddress(bare) || isSerial(bare) { continue }
            words.append(word)
        }
        return String(mainVersions(words.joined(separator: " ")).prefix(longest))
    }

    /// A web address keeps its host's name only where it names a program's home: that of robots, which tell by it.
    private static func isAddress(_ word: String) -> Bool {
        let parts = word.split(separator: ".")
        let isIPv4 = parts.count == 4 && parts.allSatisfy { Int($0).map { (0...255).contains($0) } ?? false }
        return isIPv4 || isIPv6(word)
    }

    /// Also the short forms: `2001:db8::1`, `fe80::1%eth0`, `[::1]`. A time of day (`10:20:30`) is one of them to us.
    private static func isIPv6(_ word: String) -> Bool {
        let colons = word.count { $0 == ":" }
        let bare = word.prefix { $0 != "%" && $0 != "]" && $0 != "/" }
        return colons > 1 && bare.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }

    private static func isSerial(_ word: String) -> Bool {
        let digits = word.filter(\.isHexDigit).count
        return word.count >= 16 && digits == word.filter { $0 != "-" }.count
    }

    /// `Chrome/126.0.6478.61` becomes `Chrome/126`.
    private static func mainVersions(_ text: String) -> String {
        var kept = ""
        var isInVersion = false
        var isCut = false
        for character in text {
            if character.isNumber {
                if !isCut { kept.append(character) }
                isInVersion = true
            } else if isInVersion, character == "." || character == "_" {
                isCut = true
            } else {
                isInVersion = false
                isCut = false
                kept.append(character)
            }
        }
        return kept
    }
}
