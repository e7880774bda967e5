import CatalogueModel
import Vocabularies

/// The answer of `GET /api/v1/resources/{id}/relations`.
struct RelationsAnswer: Encodable {
    private struct Related: Encodable {
        /// `partOf`, `hasPart` …
        let relation: String
        let label: String
        /// Nil for what lies outside the catalogue.
        let id: String?
        /// Nil for resources of the catalogue.
        let url: String?
        let title: String?
        let languages: [String]?
        let state: String
        /// `record` or `hand`.
        let origin: String
        let note: String?
    }

    private let relations: [Related]

    init(_ related: [RelatedResource], language: PreferredLanguage) {
        relations = related.map { one in
            var (id, url): (String?, String?) = (nil, nil)
            switch one.target {
            case .resource(let resource): id = resource.rawValue
            case .address(let address): url = address
            }
            return Related(
                relation: one.isInverse ? one.kind.inverseName : one.kind.rawValue,
                label: (one.isInverse ? one.kind.inverseLabel : one.kind.label)[language], id: id, url: url,
                title: one.title, languages: one.languages.isEmpty ? nil : one.languages.map(\.rawValue),
                state: one.state.rawValue, origin: one.origin.rawValue, note: one.note)
        }
    }
}
