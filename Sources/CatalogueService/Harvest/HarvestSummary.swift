import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Vocabularies

/// A source with its institution's name, last run and records by state.
struct HarvestSummary: Sendable {
    let state: HarvestSourceState
    let institution: Institution?
    let last: HarvestRun?
    /// By `accepted`, `refused`, `deleted`.
    let records: [String: Int]

    private init(_ state: HarvestSourceState, in searcher: Searcher) throws {
        self.state = state
        institution = try searcher.reference().registers.institution(state.source.institution)
        last = try searcher.store.harvestRuns(of: state.source.id, limit: 1).first
        records = try searcher.store.recordCounts(of: state.source.id)
    }

    /// - Parameter institution: only its sources; nil for all.
    static func all(of institution: String? = nil, in searcher: Searcher) throws -> [Self] {
        try searcher.store.harvestSources().filter { institution == nil || $0.source.institution == institution }
            .map { try Self($0, in: searcher) }
    }

    /// - Throws: `Problem`, 404.
    static func one(_ id: String, in searcher: Searcher) throws -> Self {
        do {
            return try Self(searcher.store.harvestSource(id), in: searcher)
        } catch is HarvestSourceError {
            throw Problem.notFound(
                LocalisedText(
                    vietnamese: "Không có nguồn “\(id.prefix(60))”. Danh sách nguồn: /sources",
                    english: "There is no source “\(id.prefix(60))”. All sources: /sources"))
        }
    }

    /// The institution's name in `language`, its identifier where the register has lost it.
    func name(in language: PreferredLanguage) -> String {
        guard let institution else { return state.source.institution }
        let localised = language == .english ? institution.nameInEnglish : institution.nameInVietnamese
        return localised ?? institution.name
    }
}
