import Foundation

/// A user agent as the dictionary keeps it: what tells the program, its kind of system and its main version, and nothing
/// that could tell a person. What a program may write freely (names, numbers, models of devices, addresses) is dropped, not
/// searched for: only words of a known kind are kept.
enum AgentText {
    static let longest = 200

    /// Kinds of systems, as browsers name them in brackets.
    private static let systems: Set<String> = [
        "android", "applewebkit", "compatible", "cros", "ipad", "iphone", "ipod", "khtml", "linux", "mac", "macintosh",
        "mobile", "tablet", "ubuntu", "windows", "x11",
    ]

    static func kept(_ agent: String) -> String {
        var words: [String] = []
        var depth = 0
        for piece in pieces(agent.prefix(1_000)) {
            switch piece {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            default:
                let isFirst = words.isEmpty
                if let word = depth > 0 ? inBrackets(piece) : product(piece, isFirst: isFirst) { words.append(word) }
            }
        }
        return String(words.joined(separator: " ").prefix(longest))
    }

    /// Words, and brackets by themselves.
    private static func pieces(_ agent: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var start = agent.startIndex
        func end(at index: String.Index) { if start < index { pieces.append(agent[start..<index]) } }
        for index in agent.indices {
            let character = agent[index]
            let isBracket = character == "(" || character == ")"
            guard isBracket || character.isWhitespace || ";,[]".contains(character) else { continue }
            end(at: index)
            if isBracket { pieces.append(agent[index...index]) }
            start = agent.index(after: index)
        }
        end(at: agent.endIndex)
        return pieces
    }

    /// `Chrome/126` of `Chrome/126.0.6478.61`; a word without a version only where it comes first or names a machine.
    private static func product(_ piece: Substring, isFirst: Bool) -> String? {
        if let machine = machine(piece) { return machine }
        let parts = piece.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0]
        guard (1...30).contains(name.count), name.contains(where: \.isLetter),
            name.wholeMatch(of: /[A-Za-z][A-Za-z_+-]*[0-9]{0,2}/) != nil
        else { return nil }
        guard parts.count == 2 else { return isFirst || systems.contains(name.lowercased()) ? String(name) : nil }
        let version = parts[1].drop { $0 == "v" || $0 == "V" }.prefix(while: \.isNumber)
        return version.isEmpty || version.count > 4 ? String(name) : "\(name)/\(version)"
    }

    private static func inBrackets(_ piece: Substring) -> String? {
        machine(piece) ?? (systems.contains(piece.lowercased()) ? String(piece) : nil)
    }

    /// What names a machine by what it does, or by the address of its home, which is cut to its host.
    private static func machine(_ piece: Substring) -> String? {
        let bare = piece.drop { $0 == "+" }
        guard !bare.contains("@") else { return nil }
        if let host = bare.wholeMatch(of: /(?i)https?:\/\/(?:www\.)?([a-z0-9.-]{4,60}).*/)?.1 {
            // An address of numbers is no home of a program.
            return host.contains(where: \.isLetter) ? "http://\(host)" : nil
        }
        let telling =
            /(?i)bot|crawl|spider|slurp|archiv|fetch|scan|harvest|monitor|preview|headless|phantom|validator|index/
        guard piece.count <= 40, piece.contains(telling) else { return nil }
        let name = piece.prefix { $0 != "/" }
        guard name.wholeMatch(of: /[A-Za-z0-9_.+!-]+/) != nil, name.count(where: \.isNumber) <= 4 else { return nil }
        let version = piece.dropFirst(name.count + 1).prefix(while: \.isNumber)
        return version.isEmpty || version.count > 4 ? String(name) : "\(name)/\(version)"
    }
}
