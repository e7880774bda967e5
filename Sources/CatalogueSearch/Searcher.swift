package import CatalogueModel
package import CatalogueStore
import Foundation
import GRDB
import RankedPostings
import Synchronization
import TextAnalysis
import Vocabularies

/// Answers searches over one catalogue; every answer rests on one commit.
package final class Searcher: Sendable {
    /// The catalogue searched.
    package let store: CatalogueStore
    private let weights: RankingWeights
    /// Swapped as a whole when the catalogue changes; a search keeps the one it began with.
    private let view: Mutex<SearchView?>

    package init(_ store: CatalogueStore, weights: RankingWeights = .chosen) {
        self.store = store
        self.weights = weights
        view = Mutex(nil)
    }

    /// The page of hits `request` asks for, best first, with counts for every facet.
    ///
    /// Ties break on the row number, so equal scores keep one order between pages.
    ///
    /// - Throws: `CatalogueStoreError` of kind `indexOutdated` where the index was built by another analysis.
    package func search(_ request: SearchRequest) throws -> SearchPage {
        try read { db, view, index in
            let (query, filters) = understood(request, view.context)
            let asksForNothing = query.isEmpty && query.excluded.isEmpty && query.fieldValues.isEmpty
            let isNonsense = asksForNothing && request.text.contains { !$0.isWhitespace }
            let filtered = Facet.allCases.filter { filters[$0] != nil }
            let values = filtered.map { facet in
                (filters[facet] ?? []).compactMap { view.facetValues.number(of: $0, in: facet) }
            }
            let isRanked = request.order == .relevance
            let planner = SearchPlanner(
                context: view.context, index: index, filters: values,
                candidates: isRanked ? max(Reranker.mostCandidates, request.offset + request.pageSize) : 0,
                wanted: [.total, .facets])
            let plan = try planner.plan(for: query)
            let counter = FacetCounter(
                values: view.facetValues, names: view.publisherNames, most: request.facetValues)
            return SearchPage(
                request: request, query: plan.query, concepts: plan.concepts, expansions: plan.expansions,
                looseness: plan.looseness, replacements: plan.replacements.map { ($0.from.text, $0.to.text) },
                total: isNonsense ? 0 : plan.total,
                hits: isNonsense
                    ? []
                    : try hits(
                        of: plan, request: request, filters: Dictionary(uniqueKeysWithValues: zip(filtered, values)),
                        index, in: db),
                facets: isNonsense
                    ? [:] : try counter.counts(of: plan.answer, filtered: filtered, selected: filters, in: db))
        }
    }

    /// The resource, or nil where the catalogue has none of that identifier.
    package func resource(_ id: ResourceID) throws -> CatalogueEntry? {
        try store.read { db in try CatalogueEntry.fetch(id, in: db) }
    }

    /// Resources most like one, best first, itself left out; nil where the catalogue has none of that identifier.
    package func similar(to id: ResourceID, limit: Int = 6) throws -> [LearningResource]? {
        try read { db, _, index in
            guard let entry = try CatalogueEntry.fetch(id, in: db) else { return nil }
            let query = try TellingWords(in: index).query(for: entry.resource)
            guard !query.isEmpty else { return [] }
            let postings = MatchExpression(query, looseness: .anyWord).postings(filters: [])
            let ranked = try reranker(query, []).ranked(index.search(postings, top: 60, []).hits, in: index)
            let rows = ranked.candidates.prefix(limit + 1).map(\.rowID)
            return try CatalogueEntry.resources(rows, in: db).map(\.1).filter { $0.id != id }.prefix(limit).map(\.self)
        }
    }

    /// The resource with all who provide it, as it was last found; nil where the catalogue offers none of that identifier.
    package func merged(_ id: ResourceID) throws -> MergedResource? {
        try read { db, view, _ in
            try DuplicateReading(db, licences: view.context.reference.vocabularies.licences).merged(id)
        }
    }

    /// Completions of what somebody is typing, best first; see `Suggester`.
    package func suggestions(for text: String, limit: Int = 8) throws -> [Suggestion] {
        try read { db, view, index in
            try Suggester(reference: view.context.reference, index: index).suggestions(
                for: text, limit: limit, in: db)
        }
    }

    /// Vocabularies and registers as they stand.
    package func reference() throws -> ReferenceData {
        try read { _, view, _ in view.context.reference }
    }

    /// Identifiers of the best hits of a query, best first: a search without what a page shows of them.
    package func ranking(for text: String, limit: Int) throws -> [ResourceID] {
        try read { db, view, index in
            let (plan, ranked) = try ranked(text, view, index)
            guard plan.expression.match != nil else { return [] }
            let find = try db.cachedStatement(sql: "SELECT id FROM learningResource WHERE rowID = ?")
            return try ranked.candidates.prefix(limit).compactMap { candidate in
                try String.fetchOne(find, arguments: [candidate.rowID]).flatMap { ResourceID($0) }
            }
        }
    }

    /// Identifiers of everything that has all the words of a request and passes its filters, by title: for changing what a
    /// query finds. No word may be missing, however few have all, and none is respelt; marks may be, as in a search.
    ///
    /// - Parameter limit: how many at most.
    package func identifiers(of request: SearchRequest, limit: Int) throws -> [ResourceID] {
        try read { db, view, index in
            let (query, filters) = understood(request, view.context)
            let saysNothing = query.isEmpty && query.excluded.isEmpty && query.fieldValues.isEmpty && filters.isEmpty
            guard !saysNothing else { return [] }
            let values = filters.reduce(into: [Facet: [Int64]]()) { found, filter in
                found[filter.key] = filter.value.compactMap { view.facetValues.number(of: $0, in: filter.key) }
            }
            let planner = SearchPlanner(
                context: view.context, index: index, filters: Facet.allCases.compactMap { values[$0] }, candidates: 0,
                wanted: .total)
            let plan = try planner.plan(for: query, upTo: .withoutMarks)
            let (from, arguments) = HitSet(
                generation: index.generation, expression: plan.expression, filters: values
            ).sql
            return try String.fetchAll(
                db,
                sql: """
                    SELECT r.id FROM learningResource r
                    WHERE r.rowID IN (SELECT \(plan.expression.match == nil ? "rowID" : "rowid") \(from))
                    AND r.withdrawnAt IS NULL ORDER BY r.sortKey, r.id LIMIT ?
                    """, arguments: arguments + [limit]
            ).compactMap { ResourceID($0) }
        }
    }

    /// What the formula sees of the candidates of a query, for choosing its weights; in the order found.
    func evidence(for text: String) throws -> (
        ids: [ResourceID], evidence: [Evidence], query: RankedQuery, statistics: RankingStatistics
    ) {
        try read { db, view, index in
            let ranked = try ranked(text, view, index).ranked
            let best = ranked.candidates.prefix(60)
            return (
                try CatalogueEntry.resources(best.map(\.rowID), in: db).map(\.1.id), best.map(\.evidence),
                ranked.formula.query, ranked.formula.statistics
            )
        }
    }

    /// Resources in the catalogue.
    package func resourceCount() throws -> Int {
        try read { _, _, index in index.totals.resources }
    }

    /// Brings the index into memory as the catalogue holds it now, so that no search waits for it.
    ///
    /// - Returns: whether anything was read.
    @discardableResult
    package func load() throws -> Bool {
        try read { db, view, _ in
            guard !view.snapshot.isLoaded else { return false }
            try view.snapshot.complete(in: db)
            return true
        }
    }

    /// Runs `body` in one read transaction, with the view of its commit.
    private func read<Value>(_ body: (Database, SearchView, SearchIndex) throws -> Value) throws -> Value {
        try store.read { db in
            let view = try currentView(in: db)
            return try body(db, view, SearchIndex(view.snapshot, in: db))
        }
    }

    private func currentView(in db: Database) throws -> SearchView {
        let held = view.withLock { $0 }
        if let held, try held.isCurrent(in: db) { return held }
        let fresh = try SearchView(after: held, path: store.path, in: db)
        view.withLock { $0 = fresh }
        return fresh
    }

    /// The query, with the values of `field:value` as filters; a value nobody knows is looked for as words.
    private func understood(_ request: SearchRequest, _ context: SearchContext) -> (SearchQuery, [Facet: [String]]) {
        var query = SearchQuery(request.text)
        var filters = request.filters
        let resolver = FieldValueResolver(reference: context.reference, tagNames: context.tagNames)
        for (facet, value) in query.fieldValues {
            if let code = resolver.value(value, of: facet) {
                if filters[facet]?.contains(code) != true { filters[facet, default: []].append(code) }
            } else {
                query.clauses += SearchQuery("\"\(value)\"").clauses
            }
        }
        return (query, filters)
    }

    private func ranked(_ text: String, _ view: SearchView, _ index: SearchIndex) throws -> (
        plan: SearchPlan, ranked: (candidates: [Reranker.Candidate], formula: RankingFormula)
    ) {
        let planner = SearchPlanner(
            context: view.context, index: index, filters: [], candidates: Reranker.mostCandidates, wanted: .total)
        let plan = try planner.plan(for: SearchQuery(text))
        return (plan, try reranker(plan.query, plan.expansions).ranked(plan.answer.hits, in: index))
    }

    private func reranker(_ query: SearchQuery, _ expansions: [QueryExpansion]) -> Reranker {
        let query = RankedQuery(query, expansions: expansions)
        let collector = EvidenceCollector(
            query, thisYear: Calendar(identifier: .gregorian).component(.year, from: Date()))
        return Reranker(query: query, collector: collector, weights: weights)
    }

    private func hits(
        of plan: SearchPlan, request: SearchRequest, filters: [Facet: [Int64]], _ index: SearchIndex, in db: Database
    ) throws -> [SearchHit] {
        let reranker = reranker(plan.query, plan.expansions)
        let highlighter = Highlighter(
            words: plan.query.words
                + reranker.query.words.filter { $0.isExpansion && $0.countsAlone }.map(\.word))
        guard plan.expression.match != nil, request.order == .relevance else {
            let hitSet = HitSet(generation: index.generation, expression: plan.expression, filters: filters)
            let rows = try RankedRows(hitSet, request: request, in: db).rows
            return try CatalogueEntry.resources(rows.map(\.rowID), in: db).map { _, resource in
                highlighter.hit(resource, score: 0, explanation: nil)
            }
        }
        let (candidates, formula) = try reranker.ranked(plan.answer.hits, in: index)
        let page = candidates.dropFirst(request.offset).prefix(request.pageSize)
        let resources = try CatalogueEntry.resources(page.map(\.rowID), in: db)
        return zip(page, resources).map { candidate, resource in
            highlighter.hit(
                resource.1, score: candidate.score,
                explanation: Explanation(candidate.evidence, by: formula))
        }
    }
}

extension Highlighter {
    fileprivate func hit(_ resource: LearningResource, score: Double, explanation: Explanation?) -> SearchHit {
        SearchHit(
            resource: resource, score: score, title: highlight(resource.title),
            snippet: snippet(of: resource.description ?? ""), explanation: explanation)
    }
}
