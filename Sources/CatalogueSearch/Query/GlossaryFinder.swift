import TextAnalysis
import Vocabularies

/// Finds glossary terms in a query and what stands for them.
struct GlossaryFinder: Sendable {
    /// Expansions of one part of a query beyond this are left out: the glossary lists the best first.
    static let mostExpansions = 6

    private struct Term: Sendable {
        let tokens: [Token]
        let text: String
        let entry: Int
        let isLeft: Bool
    }

    private let entries: [GlossaryEntry]
    /// By the folded key of the first word, longest terms first.
    private let terms: [String: [Term]]
    private let analyser: TextAnalyser

    init(_ entries: [GlossaryEntry], analyser: TextAnalyser = TextAnalyser()) {
        self.entries = entries
        self.analyser = analyser
        var terms: [String: [Term]] = [:]
        for (index, entry) in entries.enumerated() {
            for (list, isLeft) in [(entry.left, true), (entry.right, false)] {
                for text in list {
                    let tokens = analyser.tokens(of: text)
                    guard let first = tokens.first else { continue }
                    terms[first.folded, default: []].append(
                        Term(tokens: tokens, text: text, entry: index, isLeft: isLeft))
                }
            }
        }
        self.terms = terms.mapValues { $0.sorted { ($1.tokens.count, $0.entry) < ($0.tokens.count, $1.entry) } }
    }

    /// Expansions of the plain words of a query, the longest terms first at each word; parts do not overlap.
    func expansions(of query: SearchQuery) -> [QueryExpansion] {
        var found: [QueryExpansion] = []
        var next = 0
        while next < query.clauses.count {
            let words = query.clauses[next...].prefix { $0.isPlainWord }.map { $0.alternatives[0].words[0] }
            let matching = (words.first.flatMap { terms[$0.folded] } ?? []).filter {
                matches($0, words, in: query.text)
            }
            guard let longest = matching.first?.tokens.count else {
                next += 1
                continue
            }
            let range = next..<next + longest
            var seen: Set<String> = [words.prefix(longest).map(\.folded).joined(separator: " ")]
            for term in matching where term.tokens.count == longest {
                found += expansions(by: term, of: range, seen: &seen)
            }
            next = range.upperBound
        }
        return found
    }

    private func expansions(by term: Term, of range: Range<Int>, seen: inout Set<String>) -> [QueryExpansion] {
        let entry = entries[term.entry]
        let others =
            term.isLeft
            ? entry.left.filter { $0 != term.text } + entry.right : entry.right.filter { $0 != term.text } + entry.left
        var expansions: [QueryExpansion] = []
        for text in others where expansions.count < Self.mostExpansions {
            let words = analyser.tokens(of: text).map { QueryWord($0, in: text, analyser: analyser) }
            guard !words.isEmpty, seen.insert(words.map(\.exact).joined(separator: " ")).inserted else { continue }
            expansions.append(QueryExpansion(clauses: range, kind: entry.kind, text: text, words: words))
        }
        return expansions
    }

    private func matches(_ term: Term, _ words: [QueryWord], in text: String) -> Bool {
        guard words.count >= term.tokens.count else { return false }
        guard zip(words, term.tokens).allSatisfy({ $0.key(meeting: $1, analyser: analyser) != nil }) else {
            return false
        }
        if term.tokens.count == 1, words[0].isSyllable, words[0].exact != term.tokens[0].exact, words[0].stem == nil {
            // One unmarked syllable says too little: *han* is not *hàn* for sure.
            return false
        }
        switch term.isLeft ? entries[term.entry].condition : .always {
        case .always: return true
        case .inCapitals: return words[0].text == words[0].text.uppercased()
        case .withFullStop: return text.contains(words[0].text + ".")
        }
    }
}
