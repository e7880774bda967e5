import CatalogueStore
import TextAnalysis

/// A query as an FTS5 expression over the columns of `IndexGeneration`.
struct MatchExpression {
    /// Weights of the columns in `bm25()`, in table order; they choose the candidates that `Reranker` then scores.
    static let columnWeights =
        IndexedField.allCases.flatMap { field -> [Double] in
            switch field {
            case .title: [3, 3]
            case .subject: [2, 2]
            case .agent: [1.5, 1.5]
            case .body: [1, 1]
            }
        } + [0.2, 3]

    let text: String
    /// What must not be found; nil where nothing is excluded.
    let excluded: String?

    /// - Parameters:
    ///   - concepts: concepts named in the query; each may stand for the words that name it.
    ///   - expansions: other words for parts of the query.
    ///   - common: clauses that need not be sought, where any word will do: they stand in too many documents.
    init(
        _ query: SearchQuery, concepts: [ConceptMention] = [], expansions: [QueryExpansion] = [],
        looseness: Looseness = .asAsked, leavingOut common: Set<Int> = []
    ) {
        let compiler = MatchCompiler(
            query, concepts: concepts, expansions: expansions, looseness: looseness, leavingOut: common)
        text = compiler.compiled(query.clauses.indices, leavingOut: nil)
        excluded =
            query.excluded.isEmpty ? nil : query.excluded.map(MatchCompiler.excluded).joined(separator: " OR ")
    }
}
