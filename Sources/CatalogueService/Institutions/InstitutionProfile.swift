import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import LearningTargets
import Normalisation
import Publishing
import Vocabularies

/// What the catalogue knows of one institution: its resources, how they are described and linked, its harvests.
struct InstitutionProfile: Sendable {
    /// Newest resources, broken links and harvests that are named.
    static let mostNamed = 10

    /// The latest row of the register; for a publisher that stands in none, made from its records.
    let institution: Institution
    let isRegistered: Bool
    let total: Int
    let newest: [LearningResource]
    let types: [FacetCount]
    let licences: [FacetCount]
    let languages: [FacetCount]
    /// Resources with an open licence (classes A and B) whose link is not known to be broken: what the targets for open
    /// material count.
    let openAndLive: Int
    let quality: QualitySummary
    let links: LinkReport
    let sources: [HarvestSummary]
    /// The latest of all sources, newest first.
    let runs: [HarvestRun]
    /// Collections of its own that are open.
    let collections: [(collection: ResourceCollection, items: Int)]
    /// What it translates and has translated.
    let translations: [TranslationEntry]
    /// What it is to the targets whose figures look at it.
    let contributions: [TargetContribution]

    /// - Parameter instant: decides which collections are open.
    /// - Throws: `Problem`, 404, for what neither the register nor any record knows.
    init(_ id: String, in searcher: Searcher, at instant: Date) throws {
        let reference = try searcher.reference()
        let own = [Facet.institution: [id]]
        let page = try searcher.search(
            SearchRequest("", filters: own, order: .date, pageSize: Self.mostNamed, facetValues: 100))
        let registered = reference.registers.institution(id)
        guard registered != nil || page.total > 0 else { throw Problem.noInstitution(id) }
        institution =
            registered ?? Institution(id: id, name: page.hits.first?.resource.publisher.name ?? id, type: "")
        isRegistered = registered != nil
        total = page.total
        newest = page.hits.map(\.resource)
        (types, licences, languages) = (
            page.counts(of: .type), page.counts(of: .licence), page.counts(of: .language)
        )
        let filters = own.merging(Self.openAndLiveFilters) { $1 }
        openAndLive = try searcher.search(SearchRequest("", filters: filters, pageSize: 1, facetValues: 0)).total
        quality = try searcher.store.quality(ofInstitution: id, limit: QualityView.mostRecords, weakest: 0).summary
        links = try searcher.store.linkReport(of: id, limit: Self.mostNamed)
        sources = try HarvestSummary.all(of: id, in: searcher)
        runs = Array(
            try sources.flatMap { try searcher.store.harvestRuns(of: $0.state.source.id, limit: Self.mostNamed) }
                .sorted { $0.id > $1.id }.prefix(Self.mostNamed))
        contributions = try TargetBook(searcher.store).contributions(of: id)
        collections = try CollectionsReader(searcher, at: instant, seenBy: nil).all(of: id)
            .filter { $0.phase == .open }.map { ($0.collection, $0.items) }
        translations = try TranslationBacklog(searcher.store).entries(of: id, at: instant, limit: 50)
    }

    /// The filters behind `openAndLive`.
    static let openAndLiveFilters: [Facet: [String]] = [
        .licence: [OpennessClass.open.rawValue, OpennessClass.openWithLimits.rawValue], .link: ["ok"],
    ]
}

extension SearchPage {
    /// Values of a facet that have hits.
    fileprivate func counts(of facet: Facet) -> [FacetCount] {
        (facets[facet]?.counts ?? []).filter { $0.count > 0 }
    }
}

extension Problem {
    static func noInstitution(_ id: String) -> Self {
        notFound(
            LocalisedText(
                vietnamese: "Danh bạ không có đơn vị “\(id.prefix(60))”. Danh sách đơn vị: /institutions",
                english: "The register has no institution “\(id.prefix(60))”. All institutions: /institutions"))
    }
}
