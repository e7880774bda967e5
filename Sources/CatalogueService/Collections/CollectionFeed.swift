import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import RecordFormats
import Vocabularies

/// The feed of a collection: what was added, the latest first.
struct CollectionFeed {
    let collection: ResourceCollection
    let items: [CollectionItem]
    let reference: ReferenceData
    let language: PreferredLanguage
    let site: SiteAddress

    /// Entries at most.
    private static let most = 100

    var feed: AtomFeed {
        let address = CollectionAddress(collection.slug)
        let details = collection.details
        let owner = details.institution.flatMap { reference.registers.institution($0)?.name(in: language) }
        var feed = AtomFeed(
            id: CollectionAddress.identifier(collection), title: details.title(in: language),
            updated: collection.changedAt, author: owner ?? PageText.text("siteName", in: language))
        feed.subtitle = details.summary(in: language)
        feed.language = language.rawValue
        feed.links = [
            AtomFeed.Link(
                "self", site.url(CollectionAddress.href(address.feed, in: language)), type: "application/atom+xml"),
            AtomFeed.Link("alternate", site.url(CollectionAddress.href(address.page, in: language))),
        ]
        feed.entries = items.filter { $0.offered != nil }.sorted { ($1.addedAt, $0.id) < ($0.addedAt, $1.id) }
            .prefix(Self.most).compactMap(entry)
        return feed
    }

    private func entry(_ item: CollectionItem) -> AtomFeed.Entry? {
        guard let resource = item.offered else { return nil }
        let words = ResourceWords(resource, reference: reference, language: language)
        var entry = AtomFeed.Entry(
            id: CollectionAddress.identifier(collection, item: item.id), title: resource.title, updated: item.changedAt)
        entry.links = [
            AtomFeed.Link("alternate", site.url(words.pageHref)), AtomFeed.Link("related", resource.url),
        ]
        entry.author = resource.creators.isEmpty ? words.publisher : resource.creators.joined(separator: ", ")
        entry.summary = item.note ?? resource.description
        entry.rights = words.licence?.label[language]
        entry.categories = words.labels(of: resource.subjects, in: .subjects)
        return entry
    }
}
