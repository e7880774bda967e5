package import CatalogueModel
package import CatalogueStore
import Foundation
import GRDB
import Synchronization
import TextAnalysis
import Vocabularies

/// Answers searches over one catalogue; every answer rests on one commit.
package final class Searcher: Sendable {
    private let store: CatalogueStore
    private let weights: RankingWeights
    private let context: Mutex<SearchContext?>
    private let everything = Mutex<(stamp: SearchContext.Stamp, change: Int64, counts: [Facet: [FacetCount]])?>(nil)

    package init(_ store: CatalogueStore, weights: RankingWeights = .chosen) {
        self.store = store
        self.weights = weights
        context = Mutex(nil)
    }

    /// The page of hits `request` asks for, best first, with counts for every facet.
    ///
    /// Ties break on the row number, so equal scores keep one order between pages.
    ///
    /// - Throws: `CatalogueStoreError` of kind `indexOutdated` where the index was built by another analysis.
    package func search(_ request: SearchRequest) throws -> SearchPage {
        try store.read { db in
            let context = try context(for: db)
            let (query, filters) = understood(request, context)
            let asksForNothing = query.isEmpty && query.excluded.isEmpty && query.fieldValues.isEmpty
            let isNonsense = asksForNothing && request.text.contains { !$0.isWhitespace }
            let plan = try SearchPlan.choose(
                for: query, filters: try facetValues(of: filters, in: db), context: context, in: db)
            return SearchPage(
                request: request, query: plan.query, concepts: plan.concepts, expansions: plan.expansions,
                looseness: plan.looseness, replacements: plan.replacements.map { ($0.from.text, $0.to.text) },
                total: isNonsense ? 0 : plan.total,
                hits: isNonsense ? [] : try hits(of: plan, request: request, context: context, in: db),
                facets: isNonsense ? [:] : try facets(of: plan, filters, context, in: db))
        }
    }

    /// The resource, or nil where the catalogue has none of that identifier.
    package func resource(_ id: ResourceID) throws -> CatalogueEntry? {
        try store.read { db in try CatalogueEntry.fetch(id, in: db) }
    }

    /// Resources most like one, best first, itself left out; nil where the catalogue has none of that identifier.
    package func similar(to id: ResourceID, limit: Int = 6) throws -> [LearningResource]? {
        try store.read { db in
            let context = try context(for: db)
            guard let entry = try CatalogueEntry.fetch(id, in: db) else { return nil }
            let query = try TellingWords(generation: context.generation, in: db).query(for: entry.resource)
            guard !query.isEmpty else { return [] }
            let hitSet = HitSet(
                generation: context.generation, expression: MatchExpression(query, looseness: .anyWord), excluded: nil,
                filters: [:])
            let ranked = try reranker(query, [], context).ranked(
                hitSet.candidates(limit: 60, in: db), generation: context.generation, in: db)
            let rows = ranked.candidates.prefix(limit + 1).map(\.rowID)
            return try CatalogueEntry.resources(rows, in: db).map(\.1).filter { $0.id != id }.prefix(limit).map(\.self)
        }
    }

    /// Completions of what somebody is typing, best first; see `Suggester`.
    package func suggestions(for text: String, limit: Int = 8) throws -> [Suggestion] {
        try store.read { db in
            let context = try context(for: db)
            return try Suggester(reference: context.reference, generation: context.generation).suggestions(
                for: text, limit: limit, in: db)
        }
    }

    /// Vocabularies and registers as they stand.
    package func reference() throws -> ReferenceData {
        try store.read { db in try context(for: db).reference }
    }

    /// Identifiers of the best hits of a query, best first: a search without what a page shows of them.
    package func ranking(for text: String, limit: Int) throws -> [ResourceID] {
        try store.read { db in
            let context = try context(for: db)
            let plan = try SearchPlan.choose(for: SearchQuery(text), filters: [:], context: context, in: db)
            guard plan.hitSet.expression != nil else { return [] }
            let ranked = try reranker(plan.query, plan.expansions, context).ranked(
                plan.hitSet.candidates(limit: Reranker.mostCandidates, in: db), generation: context.generation, in: db)
            let find = try db.cachedStatement(sql: "SELECT id FROM learningResource WHERE rowID = ?")
            return try ranked.candidates.prefix(limit).compactMap { candidate in
                try String.fetchOne(find, arguments: [candidate.rowID]).flatMap { ResourceID($0) }
            }
        }
    }

    /// What the formula sees of the candidates of a query, for choosing its weights; in the order found.
    func evidence(for text: String) throws -> (
        ids: [ResourceID], evidence: [Evidence], query: RankedQuery, statistics: RankingStatistics
    ) {
        try store.read { db in
            let context = try context(for: db)
            let plan = try SearchPlan.choose(for: SearchQuery(text), filters: [:], context: context, in: db)
            let query = RankedQuery(plan.query, expansions: plan.expansions)
            let ranked = try reranker(plan.query, plan.expansions, context).ranked(
                plan.hitSet.candidates(limit: Reranker.mostCandidates, in: db), generation: context.generation, in: db)
            let best = ranked.candidates.prefix(60)
            return (
                try CatalogueEntry.resources(best.map(\.rowID), in: db).map(\.1.id), best.map(\.evidence), query,
                try RankingStatistics(query.words, generation: context.generation, in: db)
            )
        }
    }

    /// Resources in the catalogue.
    package func resourceCount() throws -> Int {
        try store.read { db in
            _ = try context(for: db)
            return try Int.fetchOne(db, sql: "SELECT count(*) FROM learningResource") ?? 0
        }
    }

    /// Counts over the whole catalogue take the longest and are asked for most, by the home page: they are kept until
    /// something changes.
    private func facets(
        of plan: SearchPlan, _ filters: [Facet: [String]], _ context: SearchContext, in db: Database
    ) throws -> [Facet: [FacetCount]] {
        let counter = FacetCounter(plan.hitSet, labels: FacetLabels(reference: context.reference))
        let isEverything = plan.hitSet.expression == nil && plan.hitSet.excluded == nil && filters.isEmpty
        guard isEverything else { return try counter.counts(selected: filters, in: db) }
        let change = try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM changeLog") ?? 0
        if let kept = everything.withLock({ $0 }), kept.stamp == context.stamp, kept.change == change {
            return kept.counts
        }
        let counts = try counter.counts(selected: filters, in: db)
        everything.withLock { $0 = (context.stamp, change, counts) }
        return counts
    }

    private func context(for db: Database) throws -> SearchContext {
        let stamp = try SearchContext.Stamp(of: db)
        if let cached = context.withLock({ $0 }), cached.stamp == stamp { return cached }
        let fresh = try SearchContext(stamp: stamp, path: store.path, in: db)
        context.withLock { $0 = fresh }
        return fresh
    }

    /// The query, with the values of `field:value` as filters; a value nobody knows is looked for as words.
    private func understood(_ request: SearchRequest, _ context: SearchContext) -> (SearchQuery, [Facet: [String]]) {
        var query = SearchQuery(request.text)
        var filters = request.filters
        let resolver = FieldValueResolver(reference: context.reference)
        for (facet, value) in query.fieldValues {
            if let code = resolver.value(value, of: facet) {
                if filters[facet]?.contains(code) != true { filters[facet, default: []].append(code) }
            } else {
                query.clauses += SearchQuery("\"\(value)\"").clauses
            }
        }
        return (query, filters)
    }

    private func facetValues(of filters: [Facet: [String]], in db: Database) throws -> [Facet: [Int64]] {
        let find = try db.cachedStatement(sql: "SELECT facetValue FROM facetValue WHERE facet = ? AND value = ?")
        var values: [Facet: [Int64]] = [:]
        for (facet, list) in filters {
            values[facet] = try list.compactMap { try Int64.fetchOne(find, arguments: [facet.rawValue, $0]) }
        }
        return values
    }

    private func reranker(_ query: SearchQuery, _ expansions: [QueryExpansion], _ context: SearchContext) -> Reranker {
        let query = RankedQuery(query, expansions: expansions)
        let collector = EvidenceCollector(
            query, licences: context.reference.vocabularies.licences,
            thisYear: Calendar(identifier: .gregorian).component(.year, from: Date()))
        return Reranker(query: query, collector: collector, weights: weights)
    }

    private func hits(
        of plan: SearchPlan, request: SearchRequest, context: SearchContext, in db: Database
    ) throws -> [SearchHit] {
        let highlighter = Highlighter(
            words: plan.query.words
                + RankedQuery(plan.query, expansions: plan.expansions).words.filter { $0.isExpansion && $0.countsAlone }
                .map(\.word))
        guard plan.hitSet.expression != nil, request.order == .relevance else {
            let rows = try RankedRows(plan.hitSet, request: request, in: db).rows
            return try CatalogueEntry.resources(rows.map(\.rowID), in: db).map { _, resource in
                highlighter.hit(resource, score: 0, explanation: nil)
            }
        }
        let reranker = reranker(plan.query, plan.expansions, context)
        let first = try plan.hitSet.candidates(limit: Reranker.mostCandidates, in: db)
        let (candidates, formula) = try reranker.ranked(first, generation: context.generation, in: db)
        var page = candidates.dropFirst(request.offset).prefix(request.pageSize).map(\.self)
        if page.count < request.pageSize, first.count == Reranker.mostCandidates {
            // Beyond the candidates hits keep the order they were found in; nobody looks there but crawlers.
            let last = candidates.last?.score ?? 0
            let rows = try plan.hitSet.candidates(
                limit: request.pageSize - page.count, offset: max(request.offset, first.count), in: db)
            try CatalogueEntry.forEachText(of: rows, in: db) { rowID, text, facts in
                let evidence = reranker.collector.evidence(in: text, facts: facts)
                page.append(
                    Reranker.Candidate(rowID: rowID, evidence: evidence, score: min(last, formula.score(evidence))))
            }
        }
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
