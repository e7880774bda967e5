import CatalogueStore
import Foundation
import GRDB
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

    let generation: IndexGeneration
    private let analyser = TextAnalyser()

    init(generation: IndexGeneration) {
        self.generation = generation
    }

    /// Replacements for the plain words of `query` that nobody has written.
    func replacements(in query: SearchQuery, _ db: Database) throws -> [Replacement] {
        let count = try db.cachedStatement(sql: "SELECT doc FROM \(generation.vocabularyTable) WHERE term = ?")
        func isKnown(_ key: String) throws -> Bool { try Int.fetchOne(count, arguments: [key]) ?? 0 > 0 }
        var replacements: [Replacement] = []
        for (index, clause) in query.clauses.enumerated() where clause.isPlainWord {
            let word = clause.alternatives[0].words[0]
            let isWritten = try isKnown(word.folded) || (try word.stem.map(isKnown) ?? false)
            guard !isWritten else { continue }
            if let meant = try typed(word, isKnown) ?? nearest(to: word, in: db) {
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
    private func nearest(to word: QueryWord, in db: Database) throws -> QueryWord? {
        let letters = Array(word.folded.utf8)
        guard letters.count >= 4, EditDistance.isComparable(letters) else { return nil }
        let most = letters.count >= 8 ? 2 : 1
        var best: (term: String, distance: Int, documents: Int)?
        // A slip in the first letter is rare but for two letters changed about.
        for first in Set([letters[0], letters[1]]) {
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: "SELECT term, doc FROM \(generation.vocabularyTable) WHERE term >= ? AND term < ?"),
                arguments: [String(UnicodeScalar(first)), String(UnicodeScalar(first + 1))])
            while let row = try rows.next() {
                let term: String = row[0]
                let other = Array(term.utf8)
                guard abs(other.count - letters.count) <= most, EditDistance.isComparable(other) else { continue }
                let distance = EditDistance.between(letters, other, atMost: most)
                guard distance <= most else { continue }
                let documents: Int = row[1]
                if let best, (best.distance, -best.documents, best.term) <= (distance, -documents, term) { continue }
                best = (term, distance, documents)
            }
        }
        guard let term = best?.term, let token = analyser.tokens(of: term).first else { return nil }
        return QueryWord(token, in: term, analyser: analyser)
    }
}
