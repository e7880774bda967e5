import CatalogueStore
import RankedPostings
import TextAnalysis

/// What a query looks for in the index.
struct MatchExpression {
    /// Nil where the query has no words, which every document answers.
    let match: MatchTree?
    /// What must not be found; nil where nothing is excluded.
    let excluded: MatchTree?

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
        match = query.isEmpty ? nil : compiler.compiled(query.clauses.indices, leavingOut: nil)
        excluded = query.excluded.isEmpty ? nil : .any(of: query.excluded.map(MatchCompiler.excluded))
    }

    /// The same for ranked postings.
    ///
    /// - Parameter filters: facet values by number; a document must have one of each list.
    func postings(filters: [[Int64]]) -> PostingsQuery {
        var query = PostingsQuery(leaves: [], match: nil)
        query.match = match?.match(in: &query)
        let scored = query.leaves.count
        query.excluded = excluded?.match(in: &query)
        query.unscored = Set(scored..<query.leaves.count)
        query.filters = filters.map { $0.map { TermKey(facet: UInt32(truncatingIfNeeded: $0)) } }
        return query
    }
}
