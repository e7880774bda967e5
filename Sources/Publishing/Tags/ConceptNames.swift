import CatalogueStore
import TextAnalysis
package import Vocabularies

/// Finds the concepts people mean by a name: Vietnamese or English, with or without marks, or a code.
package struct ConceptNames: Sendable {
    /// A concept of one of the schemes that can be assigned.
    package struct Match: Hashable, Sendable {
        package let scheme: SchemeID
        package let code: String

        package init(scheme: SchemeID, code: String) {
            self.scheme = scheme
            self.code = code
        }

        /// As forms send it: `subjects:083`.
        package var key: String { "\(scheme.rawValue):\(code)" }
    }

    /// What a text means.
    package enum Meaning: Hashable, Sendable {
        /// One concept; others of its scheme go by the name, too, but it is the broadest whose label it is.
        case concept(Match, others: [Match])
        /// Concepts of several schemes: only who typed it knows which.
        case several([Match])
        /// Nothing goes by the name; some have names with all its words.
        case unknown(near: [Match])
    }

    /// One name of a concept.
    private struct Name: Sendable {
        let match: Match
        let tokens: [Token]
        let isLabel: Bool
        /// Place among the schemes.
        let order: Int
    }

    private static let mostNear = 8

    private let vocabularies: VocabularySet
    private let names: [Name]
    private let byFolded: [String: [Int]]
    private let analyser = TextAnalyser()

    /// - Complexity: O(*n*) in the names of the concepts.
    package init(_ vocabularies: VocabularySet) {
        self.vocabularies = vocabularies
        var names: [Name] = []
        for (order, scheme) in AssignedTags.conceptSchemes.enumerated() {
            for concept in vocabularies[scheme].concepts {
                for (place, name) in concept.names.enumerated() {
                    let tokens = analyser.tokens(of: name)
                    guard !tokens.isEmpty else { continue }
                    // The first two are the labels.
                    names.append(
                        Name(
                            match: Match(scheme: scheme, code: concept.code), tokens: tokens, isLabel: place < 2,
                            order: order))
                }
            }
        }
        self.names = names
        byFolded = Dictionary(grouping: names.indices) { Self.key(names[$0].tokens) }
    }

    /// What `text` means: `nấu ăn`, `nau an`, `cooking`, `101`, `subjects:101`, or `Dịch vụ cá nhân (Lĩnh vực 101)`, as
    /// lists offer it.
    ///
    /// - Parameter scheme: only its concepts; nil for those of all schemes.
    package func meaning(of text: String, in scheme: SchemeID? = nil) -> Meaning {
        let text = text.trimmingWhitespace
        let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmingWhitespace }
        if parts.count == 2, let named = SchemeID(rawValue: parts[0]), AssignedTags.conceptSchemes.contains(named) {
            guard scheme == nil || scheme == named else { return .unknown(near: []) }
            return meaning(of: parts[1], in: named)
        }
        if let match = coded(text, in: scheme) { return .concept(match, others: []) }
        let tokens = analyser.tokens(of: text)
        let found = ordered(
            (byFolded[Self.key(tokens)] ?? []).map { names[$0] }.filter { name in
                zip(tokens, name.tokens).allSatisfy { Self.answers($0, $1, isOpen: false) }
            }, in: scheme)
        guard let first = found.first else { return .unknown(near: near(tokens, in: scheme)) }
        return found.allSatisfy { $0.scheme == first.scheme }
            ? .concept(first, others: Array(found.dropFirst())) : .several(found)
    }

    /// The code of a concept by its code or name; nil where nothing of the scheme goes by it.
    package func code(of text: String, in scheme: SchemeID) -> String? {
        guard case .concept(let match, _) = meaning(of: text, in: scheme) else { return nil }
        return match.code
    }

    /// A code alone, before a dash, or as the last word in brackets at the end.
    private func coded(_ text: String, in scheme: SchemeID?) -> Match? {
        var candidates = [text]
        for dash in [" – ", " - "] {
            if let range = text.firstRange(of: dash) { candidates.append(String(text[..<range.lowerBound])) }
        }
        if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
            let words = text[text.index(after: open)...].dropLast().split(whereSeparator: \.isWhitespace)
            if let last = words.last { candidates.append(String(last)) }
        }
        for candidate in candidates {
            for id in AssignedTags.conceptSchemes where scheme == nil || scheme == id {
                for code in [candidate, candidate.lowercased()] where vocabularies[id][code] != nil {
                    return Match(scheme: id, code: code)
                }
            }
        }
        return nil
    }

    /// Concepts with a name that has all words, the last of which may be unfinished.
    private func near(_ tokens: [Token], in scheme: SchemeID?) -> [Match] {
        guard tokens.map(\.folded.count).reduce(0, +) >= 3 else { return [] }
        let found = names.filter { name in
            tokens.indices.allSatisfy { place in
                name.tokens.contains { Self.answers(tokens[place], $0, isOpen: place == tokens.count - 1) }
            }
        }
        return Array(ordered(found, in: scheme).prefix(Self.mostNear))
    }

    /// Each once: by scheme, those whose label it is first, then the broader ones.
    private func ordered(_ found: [Name], in scheme: SchemeID?) -> [Match] {
        var seen: Set<Match> = []
        return found.filter { scheme == nil || scheme == $0.match.scheme }.sorted { one, other in
            let (left, right) = (one.match.code, other.match.code)
            return (one.order, one.isLabel ? 0 : 1, left.utf8.count, left)
                < (other.order, other.isLabel ? 0 : 1, right.utf8.count, right)
        }.map(\.match).filter { seen.insert($0).inserted }
    }

    /// Marks that were typed count; those that were not may be anything.
    private static func answers(_ typed: Token, _ name: Token, isOpen: Bool) -> Bool {
        if typed.marking == .unmarked {
            return isOpen ? name.folded.hasPrefix(typed.folded) : name.folded == typed.folded
        }
        return typed.exact == name.exact
    }

    private static func key(_ tokens: [Token]) -> String { tokens.map(\.folded).joined(separator: " ") }
}

extension String {
    fileprivate var trimmingWhitespace: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
