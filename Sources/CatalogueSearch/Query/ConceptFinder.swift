import CatalogueStore
import TextAnalysis
import Vocabularies

/// Finds the concepts a query names, by any of their labels in both languages.
struct ConceptFinder: Sendable {
    private struct Entry {
        let tokens: [Token]
        let facet: Facet
        let concept: Concept
        let term: String
    }

    /// By the folded key of the first word.
    private let entries: [String: [Entry]]
    private let analyser: TextAnalyser

    init(vocabularies: VocabularySet, analyser: TextAnalyser = TextAnalyser()) {
        self.analyser = analyser
        var entries: [String: [Entry]] = [:]
        let schemes: [(Facet, SchemeID)] = [
            (.subject, .subjects), (.type, .resourceTypes), (.level, .levels), (.audience, .audiences),
        ]
        for (facet, scheme) in schemes {
            for concept in vocabularies[scheme].concepts {
                guard let term = ConceptTerm.term(facet, concept.code) else { continue }
                for name in concept.names {
                    let tokens = analyser.tokens(of: name)
                    guard let first = tokens.first else { continue }
                    entries[first.folded, default: []].append(
                        Entry(tokens: tokens, facet: facet, concept: concept, term: term))
                }
            }
        }
        self.entries = entries.mapValues { $0.sorted { ($1.tokens.count, $0.term) < ($0.tokens.count, $1.term) } }
    }

    /// Mentions among the plain words of a query: they do not overlap; longest names first at each word, in query order.
    func mentions(in clauses: [QueryClause]) -> [ConceptMention] {
        var mentions: [ConceptMention] = []
        var next = 0
        while next < clauses.count {
            let words = clauses[next...].prefix { $0.isPlainWord }.map { $0.alternatives[0].words[0] }
            guard !words.isEmpty else {
                next += 1
                continue
            }
            if let entry = entries[words[0].folded]?.first(where: { matches($0, words[...]) }) {
                let range = next..<next + entry.tokens.count
                mentions.append(
                    ConceptMention(
                        clauses: range, facet: entry.facet, code: entry.concept.code, label: entry.concept.label,
                        term: entry.term))
                next = range.upperBound
            } else {
                next += 1
            }
        }
        return mentions
    }

    /// Every word must meet the label's word: a marked query word never names a concept with other marks.
    private func matches(_ entry: Entry, _ words: ArraySlice<QueryWord>) -> Bool {
        words.count >= entry.tokens.count
            && zip(words, entry.tokens).allSatisfy { $0.key(meeting: $1, analyser: analyser) != nil }
    }
}
