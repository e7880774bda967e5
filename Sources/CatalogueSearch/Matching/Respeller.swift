import CatalogueStore
import Foundation
import RankedPostings
import TextAnalysis

/// Finds what somebody meant by a word that stands nowhere in the catalogue: a word typed in Telex or VNI without its
/// keyboard program, or one with a slip in it (`vietnamese-text.md`, rules R11 and R14).
struct Respeller {
    /// A word and what it was taken for.
    struct Replacement: Hashable {
        let clause: Int
        let from: QueryWord
        let to: QueryWord
    }

    private let index: SearchIndex
    private let analyser = TextAnalyser()

    init(index: SearchIndex) {
        self.index = index
    }

    /// Replacements for the plain words of `query` that nobody has written.
    func replacements(in query: SearchQuery) throws -> [Replacement] {
        func isKnown(_ key: String) throws -> Bool {
            try index.documents(withExact: key) > 0 || index.documents(withFolded: key, stem: nil) > 0
        }
        var replacements: [Replacement] = []
        for (index, clause) in query.clauses.enumerated() where clause.isPlainWord {
            let word = clause.alternatives[0].words[0]
            let isWritten = try isKnown(word.folded) || (try word.stem.map(isKnown) ?? false)
            guard !isWritten else { continue }
            if let meant = try typed(word, isKnown) ?? nearest(to: word) {
                replacements.append(Replacement(clause: index, from: word, to: meant))
            }
        }
        return replacements
    }

    /// What the keys would have given in Telex or VNI, if that is a syllable somebody wrote.
    private func typed(_ word: QueryWord, _ isKnown: (String) throws -> Bool) throws -> QueryWord? {
        for reading in TypingDecoder.readings(of: word.text) {
            let text = reading.precomposedStringWithCanonicalMapping
            let tokens = analyser.tokens(of: text)
            guard tokens.count == 1, tokens[0].isSyllable, try isKnown(tokens[0].folded) else { continue }
            return QueryWord(tokens[0], in: text, analyser: analyser)
        }
        return nil
    }

    /// The most frequent written word at the smallest distance, up to one slip in four letters and two in eight.
    private func nearest(to word: QueryWord) throws -> QueryWord? {
        let letters = Array(word.folded.utf8)
        guard letters.count >= 4 else { return nil }
        let best = try index.corrections(of: letters, slips: letters.count >= 8 ? 2 : 1).first
        guard let term = best?.text, let token = analyser.tokens(of: term).first else { return nil }
        return QueryWord(token, in: term, analyser: analyser)
    }
}
