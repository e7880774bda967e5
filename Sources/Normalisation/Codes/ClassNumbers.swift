import Vocabularies

/// Reads class numbers of libraries and codes of fields of training: Dewey (DDC), Library of Congress (LCC), and the
/// ngành codes of Thông tư 09/2022/TT-BGDĐT.
struct ClassNumbers: Sendable {
    private let ddc: [String: [String]]
    private let lcc: [String: [String]]
    private let tt09: [String: [String]]

    init(_ crosswalks: [CrosswalkID: [String: String]], scheme: ConceptScheme) {
        func table(_ id: CrosswalkID) -> [String: [String]] {
            Dictionary(CodeIndex.entries(crosswalks[id], of: scheme), uniquingKeysWith: { first, _ in first })
        }
        ddc = table(.ddcToISCED)
        lcc = table(.lccToISCED)
        tt09 = table(.tt09ToISCED)
    }

    /// The subjects of a number such as `ddc:512.9`, `QA76.73.P98`, `http://dewey.info/class/510/` or `7480201`.
    ///
    /// Nil where the text is no such number, or one of a class that is not listed.
    func codes(for text: String) -> [String]? {
        guard text.utf8.count <= 100, text.utf8.contains(where: { 0x30...0x39 ~= $0 }) || text.utf8.count <= 8 else {
            return nil
        }
        var rest = Substring(text)
        switch Self.dropScheme(&rest) {
        case .ddc: return dewey(rest)
        case .lcc: return congress(rest, isMarked: true)
        case nil: return training(rest) ?? dewey(rest) ?? congress(rest, isMarked: false)
        }
    }

    private enum Scheme { case ddc, lcc }

    private static func dropScheme(_ text: inout Substring) -> Scheme? {
        let lower = text.lowercased()
        let marks: [(String, Scheme)] = [
            ("http://dewey.info/class/", .ddc), ("https://dewey.info/class/", .ddc), ("ddc", .ddc), ("dewey", .ddc),
            ("http://id.loc.gov/authorities/classification/", .lcc), ("lcc", .lcc), ("loc-class", .lcc),
        ]
        for (mark, scheme) in marks where lower.hasPrefix(mark) {
            let rest = text.dropFirst(mark.count).drop { ": /-".contains($0) }
            // `ddc` and a letter is a word.
            guard rest.first?.isNumber == true || scheme == .lcc,
                rest.startIndex > text.index(text.startIndex, offsetBy: 2)
            else { continue }
            text = rest
            return scheme
        }
        return nil
    }

    /// Three digits, and decimals that are not needed: the class, its ten, its hundred.
    private func dewey(_ text: Substring) -> [String]? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.utf8.count == 3 else { return nil }
        let rest = text[digits.endIndex...]
        guard rest.allSatisfy({ $0.isASCII && ($0.isNumber || "./' ".contains($0)) }) else { return nil }
        return ddc[String(digits)] ?? ddc[digits.prefix(2) + "0"] ?? ddc[digits.prefix(1) + "00"]
    }

    /// One to three letters and a number: `QA76.73.P98`; the longest listed beginning counts.
    ///
    /// Without a mark that it is a class, it needs two digits: `MP3` and `B2` are words.
    private func congress(_ text: Substring, isMarked: Bool) -> [String]? {
        let letters = text.prefix { $0.isASCII && $0.isUppercase }
        let number = text[letters.endIndex...].drop { $0 == " " && isMarked }.prefix { $0.isASCII && $0.isNumber }
        let rest = text[number.endIndex...]
        guard (1...3).contains(letters.utf8.count), number.utf8.count <= 5, isMarked || number.utf8.count >= 2,
            isMarked || letters.utf8.count + number.utf8.count >= 4, rest.first.map({ ". -".contains($0) }) ?? true
        else { return nil }
        if let codes = lcc[String(letters + number)] { return codes }
        for length in stride(from: letters.utf8.count, to: 0, by: -1) {
            if let codes = lcc[String(letters.prefix(length))] { return codes }
        }
        return nil
    }

    /// Seven digits: level (5…9), field (2), group (2), programme (2).
    private func training(_ text: Substring) -> [String]? {
        guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
        let digits = text[start...].prefix { $0.isASCII && $0.isNumber }
        guard digits.utf8.count == 7, let level = digits.first, "56789".contains(level) else { return nil }
        let field = digits.dropFirst()
        return tt09[String(field.prefix(4))] ?? tt09[String(field.prefix(2))]
    }
}
