import CatalogueModel
import CatalogueStore
import TextAnalysis

/// The words that tell most about a resource: frequent in it, rare in the catalogue.
struct TellingWords {
    private static let most = 16
    private let index: SearchIndex
    private let analyser = TextAnalyser()

    init(in index: SearchIndex) {
        self.index = index
    }

    /// A query of those words, best first, each in a clause of its own.
    func query(for resource: LearningResource) throws -> SearchQuery {
        let text = IndexedText(of: resource)
        var weights: [String: (word: QueryWord, weight: Double)] = [:]
        for (field, weight) in [(IndexedField.title, 3.0), (.subject, 2.0), (.body, 1.0)] {
            for part in text.parts[field] ?? [] {
                for token in analyser.tokens(of: part) {
                    let word = QueryWord(token, in: part, analyser: analyser)
                    weights[word.exact, default: (word, 0)].weight += weight
                }
            }
        }
        let resources = Double(index.totals.resources)
        let ranked = try weights.values.map { word, weight in
            let documents = Double(try index.documents(withExact: word.exact))
            // A word of this resource alone leads nowhere, one of half the catalogue everywhere.
            let rarity = documents < 2 || documents > resources / 2 ? 0 : (resources / documents).logarithm
            return (word: word, score: weight * rarity)
        }
        var query = SearchQuery("")
        query.clauses = ranked.filter { $0.score > 0 }.sorted { ($1.score, $0.word.exact) < ($0.score, $1.word.exact) }
            .prefix(Self.most).map { QueryClause(alternatives: [QueryTerm(kind: .word, words: [$0.word], field: nil)]) }
        return query
    }
}
