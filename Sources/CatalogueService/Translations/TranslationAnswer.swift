import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// An entry of the translation backlog as the API tells it.
struct TranslationAnswer: Encodable {
    private let id: String
    private let title: String
    private let url: String
    private let languages: [String]
    private let license: String?
    private let state: String
    private let since: String
    private let institution: String?
    private let claimedUntil: String?
    private let hasLapsed: Bool
    private let translation: String?
    private let excludedBy: String?
    private let wishes: Int
    private let queries: Int
    private let uses: Int
    private let demand: Double

    init(_ entry: TranslationEntry, licences: LicenceRegister) {
        let original = entry.original
        id = original.id.rawValue
        title = original.title
        url = original.url
        languages = original.languages.map(\.rawValue)
        license = original.licence.flatMap { licences.licence(named: $0)?.url }
        state = entry.state.rawValue
        since = entry.since.formatted(.iso8601)
        institution = entry.institution
        claimedUntil = entry.claimedUntil?.description
        hasLapsed = entry.hasLapsed
        translation = entry.translation?.rawValue
        excludedBy = entry.excludedBy
        (wishes, queries, uses) = (entry.demand.wishes, entry.demand.queries, entry.demand.uses)
        demand = entry.demand.score
    }
}
