package import CatalogueModel
package import CatalogueStore
import Foundation
import GRDB
import Synchronization
import Vocabularies

/// Answers searches over one catalogue; every answer rests on one commit.
package final class Searcher: Sendable {
    private let store: CatalogueStore
    private let context: Mutex<SearchContext?>

    package init(_ store: CatalogueStore) {
        self.store = store
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
            let query = SearchQuery(request.text)
            let concepts = context.concepts.mentions(in: query.words)
            let hitSet = HitSet(
                generation: context.generation,
                expression: query.isEmpty ? nil : MatchExpression(query, concepts: concepts),
                filters: try filters(of: request, in: db))
            let ranked =
                query.isEmpty && !request.text.isEmpty && request.text.contains { !$0.isWhitespace }
                ? [] : try RankedRows(hitSet, request: request, in: db).rows
            return SearchPage(
                request: request, query: query, concepts: concepts,
                total: try total(of: hitSet, in: db),
                hits: try hits(ranked, query: query, in: db),
                facets: try FacetCounter(hitSet, labels: FacetLabels(reference: context.reference)).counts(
                    selected: request.filters, in: db))
        }
    }

    /// The resource, or nil where the catalogue has none of that identifier.
    package func resource(_ id: ResourceID) throws -> CatalogueEntry? {
        try store.read { db in try CatalogueEntry.fetch(id, in: db) }
    }

    /// Vocabularies and registers as they stand.
    package func reference() throws -> ReferenceData {
        try store.read { db in try context(for: db).reference }
    }

    private func context(for db: Database) throws -> SearchContext {
        let stamp = try SearchContext.Stamp(of: db)
        if let cached = context.withLock({ $0 }), cached.stamp == stamp { return cached }
        let fresh = try SearchContext(stamp: stamp, path: store.path, in: db)
        context.withLock { $0 = fresh }
        return fresh
    }

    private func filters(of request: SearchRequest, in db: Database) throws -> [Facet: [Int64]] {
        let find = try db.cachedStatement(sql: "SELECT facetValue FROM facetValue WHERE facet = ? AND value = ?")
        var filters: [Facet: [Int64]] = [:]
        for (facet, values) in request.filters {
            filters[facet] = try values.compactMap { try Int64.fetchOne(find, arguments: [facet.rawValue, $0]) }
        }
        return filters
    }

    private func total(of hitSet: HitSet, in db: Database) throws -> Int {
        let (sql, arguments) = hitSet.sql()
        return try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) \(sql)"), arguments: arguments) ?? 0
    }

    private func hits(_ rows: [RankedRows.Entry], query: SearchQuery, in db: Database) throws -> [SearchHit] {
        let find = try db.cachedStatement(sql: "SELECT record FROM learningResource WHERE rowID = ?")
        let decoder = JSONDecoder()
        let highlighter = Highlighter(words: query.words)
        return try rows.compactMap { row in
            guard let record = try String.fetchOne(find, arguments: [row.rowID]) else { return nil }
            let resource = try decoder.decode(LearningResource.self, from: Data(record.utf8))
            return SearchHit(
                resource: resource, score: row.score, title: highlighter.highlight(resource.title),
                snippet: highlighter.snippet(of: resource.description ?? ""))
        }
    }
}
