import CatalogueModel
import Publishing
import Vocabularies

/// A tag as programs get it.
struct TagAnswer: Encodable {
    let slug: String
    let name: String
    let note: String?
    let synonyms: [String]
    let resources: Int
    let related: [Related]?
    let page: String
    let feed: String

    struct Related: Encodable {
        let slug: String
        let name: String
        /// Resources that carry both.
        let resources: Int
    }

    init(_ tag: Tag, resources: Int, related: [(tag: Tag, resources: Int)]? = nil) {
        slug = tag.slug
        name = tag.name
        note = tag.note
        synonyms = tag.synonyms
        self.resources = resources
        self.related = related?.map { Related(slug: $0.tag.slug, name: $0.tag.name, resources: $0.resources) }
        page = TagAddress.page(tag.slug)
        feed = TagAddress.feed(tag.slug)
    }
}
