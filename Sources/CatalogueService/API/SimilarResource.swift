import CatalogueModel
import CatalogueStore
import Vocabularies

/// A resource like another, in the answer of `GET /api/v1/resources/{id}/similar`.
struct SimilarResource: Encodable {
    let id: String
    let title: String
    let url: String
    let publisher: SearchAnswer.Publisher
    let types: [String]

    init(_ resource: LearningResource, reference: ReferenceData, language: PreferredLanguage) {
        id = resource.id.rawValue
        title = resource.title
        url = resource.url
        let words = ResourceWords(resource, reference: reference, language: language)
        publisher = SearchAnswer.Publisher(id: resource.publisher.id, name: words.publisher)
        types = resource.resourceTypes
    }
}
