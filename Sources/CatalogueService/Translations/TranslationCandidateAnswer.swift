import CatalogueModel
import Publishing
import Vocabularies

/// An original in demand that nobody has asked for yet, as the API tells it.
struct TranslationCandidateAnswer: Encodable {
    private let id: String
    private let title: String
    private let url: String
    private let languages: [String]
    private let license: String?
    private let queries: Int
    private let uses: Int
    private let demand: Double

    init(_ candidate: TranslationCandidate, licences: LicenceRegister) {
        let original = candidate.original
        id = original.id.rawValue
        title = original.title
        url = original.url
        languages = original.languages.map(\.rawValue)
        license = original.licence.flatMap { licences.licence(named: $0)?.url }
        (queries, uses) = (candidate.demand.queries, candidate.demand.uses)
        demand = candidate.demand.score
    }
}
