import CatalogueStore
import GRDB
import TextAnalysis

/// How a request is answered: the query as understood, how literally it is taken, and what it finds.
struct SearchPlan {
    /// A query that finds fewer is taken less literally: one word is answered by one hit; a sentence has words
    /// that need not be there.
    static func enoughHits(forWords words: Int) -> Int {
        switch words {
        case ...1: 1
        case ...5: 3
        default: 10
        }
    }

    let query: SearchQuery
    let concepts: [ConceptMention]
    let expansions: [QueryExpansion]
    let replacements: [Respeller.Replacement]
    let looseness: Looseness
    let hitSet: HitSet
    let total: Int

    /// Takes the steps of `Looseness` until one finds enough; if none does, the most literal of those that find most.
    static func choose(
        for query: SearchQuery, filters: [Facet: [Int64]], context: SearchContext, in db: Database
    ) throws -> Self {
        func plan(
            _ query: SearchQuery, _ looseness: Looseness, _ replacements: [Respeller.Replacement] = []
        ) throws -> Self {
            let concepts = context.concepts.mentions(in: query.clauses)
            let expansions = context.glossary.expansions(of: query)
            let matching: Looseness = looseness == .respelt ? .withoutMarks : looseness
            let common = matching == .anyWord ? try commonClauses(of: query, context.generation, in: db) : []
            let expression = MatchExpression(
                query, concepts: concepts, expansions: expansions, looseness: matching, leavingOut: common)
            let hitSet = HitSet(
                generation: context.generation, expression: query.isEmpty ? nil : expression,
                excluded: expression.excluded, filters: filters)
            return Self(
                query: query, concepts: concepts, expansions: expansions, replacements: replacements,
                looseness: looseness, hitSet: hitSet, total: try hitSet.count(in: db))
        }
        let enoughHits = enoughHits(forWords: query.clauses.count)
        var best = try plan(query, .asAsked)
        if query.isEmpty || best.total >= enoughHits { return best }
        func consider(_ next: Self) { if next.total > best.total { best = next } }
        // Somebody who gives marks and finds what has them is not shown other marks.
        if best.total == 0, query.words.contains(where: { $0.marking != .unmarked }) {
            consider(try plan(query, .withoutMarks))
            if best.total >= enoughHits { return best }
        }
        var respelt = query
        var isRespelt = false
        // In a sentence an unknown word is one of many, and not worth a search through all that are known.
        let replacements =
            query.clauses.count > 8 ? [] : try Respeller(generation: context.generation).replacements(in: query, db)
        if !replacements.isEmpty {
            respelt = query.replacing(replacements)
            let tried = try plan(respelt, .respelt, replacements)
            // Only what has hits is proposed.
            isRespelt = tried.total > 0
            if !isRespelt { respelt = query }
            consider(tried)
            if best.total >= enoughHits { return best }
        }
        if query.clauses.count > 1 {
            consider(try plan(respelt, .anyWord, isRespelt ? replacements : []))
        }
        return best
    }

    /// Words of a long query that are sought; the others only count in the ranking.
    private static let mostSoughtWords = 32
    /// Occurrences that are walked for a long query, so that its time does not grow with the catalogue.
    private static let mostOccurrences = 15_000

    /// Plain words of a long query that need not be sought: those in more than every tenth resource, which find everything
    /// and tell little, and all but the rarest where there are many. At least four others remain.
    private static func commonClauses(
        of query: SearchQuery, _ generation: IndexGeneration, in db: Database
    ) throws -> Set<Int> {
        guard query.clauses.count > 5 else { return [] }
        let resources = try generation.totals(in: db).resources
        let count = try db.cachedStatement(sql: "SELECT doc FROM \(generation.vocabularyTable) WHERE term = ?")
        var plain: [(clause: Int, documents: Int)] = []
        for (index, clause) in query.clauses.enumerated() where clause.isPlainWord {
            let word = clause.alternatives[0].words[0]
            let key = word.marking == .unmarked ? word.stem ?? word.folded : word.exact
            plain.append((index, try Int.fetchOne(count, arguments: [key]) ?? 0))
        }
        let others = query.clauses.count - plain.count
        let ranked = plain.sorted { ($0.documents, $0.clause) < ($1.documents, $1.clause) }
        var occurrences = 0
        let telling = ranked.prefix { word in
            occurrences += word.documents
            return word.documents * 10 <= resources && occurrences <= Self.mostOccurrences
        }.count
        let sought = min(max(telling, 4 - others), Self.mostSoughtWords)
        return Set(ranked.dropFirst(max(0, sought)).map(\.clause))
    }
}

extension HitSet {
    func count(in db: Database) throws -> Int {
        let (sql, arguments) = sql()
        return try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) \(sql)"), arguments: arguments) ?? 0
    }

    /// Row numbers of the best hits by FTS5's own `bm25()`, which `Reranker` orders.
    func candidates(limit: Int, offset: Int = 0, in db: Database) throws -> [Int64] {
        let (from, arguments) = sql()
        let weights = MatchExpression.columnWeights.map { "\($0)" }.joined(separator: ", ")
        return try Int64.fetchAll(
            db.cachedStatement(
                sql: "SELECT rowid \(from) ORDER BY bm25(\(generation.termsTable), \(weights)), rowid LIMIT ? OFFSET ?"),
            arguments: arguments + [limit, offset])
    }
}

extension SearchQuery {
    /// The query with other words in some of its clauses.
    func replacing(_ replacements: [Respeller.Replacement]) -> Self {
        var query = self
        for replacement in replacements {
            query.clauses[replacement.clause] = QueryClause(alternatives: [
                QueryTerm(kind: .word, words: [replacement.to], field: nil)
            ])
        }
        return query
    }
}
