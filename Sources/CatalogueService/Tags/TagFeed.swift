import CatalogueModel
import CatalogueStore
import Crypto
import Foundation
import Publishing
import RecordFormats
import Vocabularies

/// The feed of a tag: what was tagged, the latest first.
struct TagFeed {
    /// Entries at most.
    static let most = 100

    let tag: Tag
    let resources: [(resource: LearningResource, assignedAt: Date)]
    let reference: ReferenceData
    let language: PreferredLanguage
    let site: SiteAddress

    var feed: AtomFeed {
        let updated = resources.map(\.assignedAt).max() ?? tag.changedAt
        var feed = AtomFeed(
            id: Self.identifier(tag), title: tag.name, updated: max(updated, tag.changedAt),
            author: PageText.text("siteName", in: language))
        feed.subtitle = tag.note
        feed.language = language.rawValue
        feed.links = [
            AtomFeed.Link(
                "self", site.url(TagAddress.href(TagAddress.feed(tag.slug), in: language)),
                type: "application/atom+xml"),
            AtomFeed.Link("alternate", site.url(TagAddress.href(TagAddress.page(tag.slug), in: language))),
        ]
        feed.entries = resources.map { entry($0.resource, $0.assignedAt) }
        return feed
    }

    private func entry(_ resource: LearningResource, _ assignedAt: Date) -> AtomFeed.Entry {
        let words = ResourceWords(resource, reference: reference, language: language)
        var entry = AtomFeed.Entry(
            id: Self.identifier(tag, item: resource.id), title: resource.title, updated: assignedAt)
        entry.links = [
            AtomFeed.Link("alternate", site.url(words.pageHref)), AtomFeed.Link("related", resource.url),
        ]
        entry.author = resource.creators.isEmpty ? words.publisher : resource.creators.joined(separator: ", ")
        entry.summary = resource.description
        entry.rights = words.licence?.label[language]
        entry.categories = resource.tags.map(\.name)
        return entry
    }

    /// The same for good, whatever the tag is called (RFC 4122, made of names as in version 8 of RFC 9562).
    private static func identifier(_ tag: Tag, item: ResourceID? = nil) -> String {
        let made = Int(tag.createdAt.timeIntervalSince1970)
        var bytes = Array(
            SHA256.hash(data: Data("hoclieu tag \(tag.id) \(made) \(item?.rawValue ?? "")".utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        let groups = [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
        return "urn:uuid:" + groups.map { $0.joined() }.joined(separator: "-")
    }
}
