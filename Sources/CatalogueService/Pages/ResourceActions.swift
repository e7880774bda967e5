import CatalogueModel
import Publishing
import Vocabularies

/// What the page of a resource has beside the resource: the collections it is in, and what the visitor may do with it.
struct ResourceActions {
    private let resource: LearningResource
    private let principal: Principal?
    private let collections: [(collection: ResourceCollection, items: Int, phase: ResourceCollection.Phase)]
    private let language: PreferredLanguage

    init(
        _ resource: LearningResource, _ principal: Principal?,
        collections: [(collection: ResourceCollection, items: Int, phase: ResourceCollection.Phase)],
        language: PreferredLanguage
    ) {
        self.resource = resource
        self.principal = principal
        self.collections = collections
        self.language = language
    }

    var values: [String: Any] {
        [
            "isOnPage": true, "isInCollections": !collections.isEmpty,
            "inCollections": collections.map {
                [
                    "href": CollectionAddress.href(CollectionAddress($0.collection.slug).page, in: language),
                    "title": $0.collection.details.title(in: language),
                ]
            },
            "tagsHref": ResourceTagView.href(of: resource.id, in: language), "mayTag": mayRelate,
            "relationsHref": mayRelate ? RelationEditController.href(of: resource.id, in: language) : false,
            "translationHref": mayTranslate ? TranslationEntryView.href(of: resource.id, in: language) : false,
        ]
    }

    private var mayRelate: Bool { principal?.mayPublish(for: resource.publisher.id) ?? false }

    /// Foreign resources, by those who publish.
    private var mayTranslate: Bool {
        guard let principal, principal.mayCurate || principal.institution != nil else { return false }
        return !resource.languages.isEmpty && !resource.languages.contains { $0.primary == "vi" }
    }
}
