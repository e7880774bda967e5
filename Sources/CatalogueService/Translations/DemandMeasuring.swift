import CatalogueModel
package import CatalogueSearch
import CatalogueStore
package import Foundation
import Normalisation
import Publishing
package import UsageStatistics

/// Measures from use what is wanted in Vietnamese: how often originals in other languages are looked at, and what
/// Vietnamese queries would have found had it been in Vietnamese. Only texts that enough visitors asked are there to be
/// read.
package struct DemandMeasuring: Sendable {
    /// Queries that are looked into, the most asked first; each costs two searches.
    package static let queryLimit = 300
    /// Originals one query speaks for.
    private static let originalsPerQuery = 3
    private static let months = 12

    private let isSimulated: Bool
    private let usage: UsageReader
    private let searcher: Searcher

    package init(_ usage: UsageStore, _ searcher: Searcher) {
        isSimulated = usage.isSimulated
        self.usage = UsageReader(usage)
        self.searcher = searcher
    }

    /// Takes down what is wanted in the last twelve months; what was measured before is replaced. Use that was made up
    /// counts for nothing: nobody shall translate for visitors there never were.
    ///
    /// - Returns: how many figures were measured, small ones included, which are not kept.
    @discardableResult
    package func update(at instant: Date) throws -> Int {
        let last = UsageDay(of: instant).month
        let period = last.advanced(by: 1 - Self.months)...last
        let figures = isSimulated ? [] : try uses(period) + queries(period)
        try TranslationBacklog(searcher.store).setDemand(figures, at: instant)
        return figures.count
    }

    private func uses(_ period: ClosedRange<UsageMonth>) throws -> [TranslationDemand.Figure] {
        try usage.top(.item, from: period.lowerBound, through: period.upperBound, limit: .max).compactMap { item in
            guard let id = ResourceID(item.value), try isForeign(id) else { return nil }
            return TranslationDemand.Figure(original: id.rawValue, source: .uses, count: item.totals.uniqueViews)
        }
    }

    private func queries(_ period: ClosedRange<UsageMonth>) throws -> [TranslationDemand.Figure] {
        var counts: [ResourceID: Int] = [:]
        let asked = try usage.commonQueries(
            from: period.lowerBound, through: period.upperBound, limit: Self.queryLimit)
        for query in asked where Self.mayBeVietnamese(query.text) {
            guard try hits(query.text, filters: [.language: ["vi"]], size: 1).isEmpty else { continue }
            for id in try foreignHits(query.text) { counts[id, default: 0] += query.searches }
        }
        return counts.map { TranslationDemand.Figure(original: $0.key.rawValue, source: .queries, count: $0.value) }
    }

    private func foreignHits(_ text: String) throws -> [ResourceID] {
        try Array(hits(text, filters: [:], size: 20).filter(isForeign).prefix(Self.originalsPerQuery))
    }

    /// What has every word, with or without its marks or in another language; not what has some of them.
    private func hits(_ text: String, filters: [Facet: [String]], size: Int) throws -> [ResourceID] {
        let page = try searcher.search(SearchRequest(text, filters: filters, pageSize: size, facetValues: 0))
        guard page.looseness <= .withoutMarks else { return [] }
        return page.hits.map(\.resource.id)
    }

    private func isForeign(_ id: ResourceID) throws -> Bool {
        guard let entry = try searcher.resource(id) else { return false }
        return !entry.resource.languages.isEmpty && !entry.resource.languages.contains { $0.primary == "vi" }
    }

    /// Whether a text is Vietnamese as far as can be told, with marks or without.
    private static func mayBeVietnamese(_ text: String) -> Bool {
        let detector = LanguageDetector()
        return detector.language(of: text).map { $0.primary == "vi" } ?? LanguageTag("vi").map {
            detector.allows($0, for: text)
        } ?? false
    }
}
