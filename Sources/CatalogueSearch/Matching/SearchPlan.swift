import CatalogueStore
import GRDB
import RankedPostings
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
    let expression: MatchExpression
    /// The best hits by the index's own score, how many there are, and counts for facets.
    let answer: RankedAnswer

    var total: Int { answer.total ?? 0 }
}

/// Takes the steps of `Looseness` until one finds enough; if none does, the most literal of those that find most.
struct SearchPlanner {
    let context: SearchContext
    let index: SearchIndex
    /// Facet values that hits must have.
    let filters: [[Int64]]
    /// Hits wanted from the index.
    let candidates: Int
    let wanted: Wanted

    /// - Parameter most: how far the steps go; short of `anyWord`, a few hits with all words are not given up for many
    ///   with some.
    func plan(for query: SearchQuery, upTo most: Looseness = .anyWord) throws -> SearchPlan {
        let enoughHits = SearchPlan.enoughHits(forWords: query.clauses.count)
        let reading = Reading(query, context)
        var best = try plan(reading, .asAsked)
        if query.isEmpty || best.total >= enoughHits { return best }
        func consider(_ next: SearchPlan) { if next.total > best.total { best = next } }
        // Somebody who gives marks and finds what has them is not shown other marks.
        if best.total == 0, query.words.contains(where: { $0.marking != .unmarked }) {
            consider(try plan(reading, .withoutMarks))
            if best.total >= enoughHits { return best }
        }
        guard most > .withoutMarks else { return best }
        var respelt = reading
        // In a sentence an unknown word is one of many, and not worth a search through all that are known.
        let replacements = query.clauses.count > 8 ? [] : try Respeller(index: index).replacements(in: query)
        if !replacements.isEmpty {
            let reread = Reading(query.replacing(replacements), context, replacements)
            let tried = try plan(reread, .respelt)
            // Only what has hits is proposed.
            if tried.total > 0 { respelt = reread }
            consider(tried)
            if best.total >= enoughHits { return best }
        }
        if query.clauses.count > 1 { consider(try plan(respelt, .anyWord)) }
        return best
    }

    /// A query with what the vocabularies say to it.
    private struct Reading {
        let query: SearchQuery
        let concepts: [ConceptMention]
        let expansions: [QueryExpansion]
        let replacements: [Respeller.Replacement]

        init(_ query: SearchQuery, _ context: SearchContext, _ replacements: [Respeller.Replacement] = []) {
            self.query = query
            self.replacements = replacements
            concepts = context.concepts.mentions(in: query.clauses)
            expansions = context.glossary.expansions(of: query)
        }
    }

    private func plan(_ reading: Reading, _ looseness: Looseness) throws -> SearchPlan {
        let matching: Looseness = looseness == .respelt ? .withoutMarks : looseness
        let common = matching == .anyWord ? try commonClauses(of: reading.query) : []
        let expression = MatchExpression(
            reading.query, concepts: reading.concepts, expansions: reading.expansions, looseness: matching,
            leavingOut: common)
        return SearchPlan(
            query: reading.query, concepts: reading.concepts, expansions: reading.expansions,
            replacements: reading.replacements, looseness: looseness, expression: expression,
            answer: try index.search(
                expression.postings(filters: filters), top: expression.match == nil ? 0 : candidates, wanted))
    }

    /// Words of a long query that are sought; the others only count in the ranking.
    private static let mostSoughtWords = 32
    /// Occurrences that are walked for a long query, so that its time does not grow with the catalogue.
    private static let mostOccurrences = 15_000

    /// Plain words of a long query that need not be sought: those in more than every tenth resource, which find everything
    /// and tell little, and all but the rarest where there are many. At least four others remain.
    private func commonClauses(of query: SearchQuery) throws -> Set<Int> {
        guard query.clauses.count > 5 else { return [] }
        var plain: [(clause: Int, documents: Int)] = []
        for (index, clause) in query.clauses.enumerated() where clause.isPlainWord {
            let word = clause.alternatives[0].words[0]
            let documents =
                word.marking == .unmarked
                ? try self.index.documents(with: TermKey(.folded, word.stem ?? word.folded))
                : try self.index.documents(withExact: word.exact)
            plain.append((index, documents))
        }
        let others = query.clauses.count - plain.count
        let ranked = plain.sorted { ($0.documents, $0.clause) < ($1.documents, $1.clause) }
        var occurrences = 0
        let telling = ranked.prefix { word in
            occurrences += word.documents
            return word.documents * 10 <= index.totals.resources && occurrences <= Self.mostOccurrences
        }.count
        let sought = min(max(telling, 4 - others), Self.mostSoughtWords)
        return Set(ranked.dropFirst(max(0, sought)).map(\.clause))
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
