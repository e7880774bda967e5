import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// A collection as the API tells it.
struct CollectionAnswer: Encodable {
    private struct Item: Encodable {
        let position: Int
        let id: String
        let title: String?
        let url: String?
        let publisher: SearchAnswer.Publisher?
        let types: [String]?
        let languages: [String]?
        let license: String?
        let openness: String?
        let note: String?
        /// `offered`, `withdrawn` or `missing`.
        let state: String
    }

    private let slug: String
    private let title: String
    private let summary: String?
    private let purpose: String
    private let audience: String?
    private let institution: String?
    private let phase: String
    private let opensOn: String?
    private let closesOn: String?
    private let changedAt: String
    private let version: Int
    private let resources: Int
    private let items: [Item]?

    /// - Parameter items: nil in lists, where their number says enough.
    init(
        _ collection: ResourceCollection, phase: ResourceCollection.Phase, resources: Int, items: [CollectionItem]?,
        reference: ReferenceData, language: PreferredLanguage
    ) {
        let details = collection.details
        slug = collection.slug
        title = details.title(in: language)
        summary = details.summary(in: language)
        purpose = details.purpose.rawValue
        audience = details.audience
        institution = details.institution
        self.phase = phase.rawValue
        opensOn = details.opensOn?.description
        closesOn = details.closesOn?.description
        changedAt = collection.changedAt.formatted(.iso8601)
        version = collection.version
        self.resources = resources
        self.items = items?.enumerated().map { offset, item in
            let words = item.offered.map { ResourceWords($0, reference: reference, language: language) }
            return Item(
                position: offset + 1, id: item.id.rawValue, title: item.resource?.title, url: item.offered?.url,
                publisher: words.map {
                    SearchAnswer.Publisher(id: $0.resource.publisher.id, name: $0.publisher)
                }, types: item.offered?.resourceTypes, languages: item.offered?.languages.map(\.rawValue),
                license: words?.licence?.url, openness: words?.openness.code, note: item.note,
                state: item.offered != nil ? "offered" : item.resource != nil ? "withdrawn" : "missing")
        }
    }
}
