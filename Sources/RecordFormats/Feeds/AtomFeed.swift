package import Foundation

/// A feed as Atom (RFC 4287) has it; writes itself as XML.
package struct AtomFeed: Sendable {
    /// A link with its relation, for example `alternate` (RFC 4287 §4.2.7).
    package struct Link: Sendable {
        package let relation: String
        package let href: String
        package let type: String

        package init(_ relation: String, _ href: String, type: String = "text/html") {
            self.relation = relation
            self.href = href
            self.type = type
        }
    }

    package struct Entry: Sendable {
        /// An IRI that never changes (§4.2.6).
        package let id: String
        package let title: String
        package let updated: Date
        package var links: [Link] = []
        package var author: String?
        package var summary: String?
        package var rights: String?
        /// Words for its subject (§4.2.2).
        package var categories: [String] = []

        package init(id: String, title: String, updated: Date) {
            self.id = id
            self.title = title
            self.updated = updated
        }
    }

    package let id: String
    package let title: String
    package let updated: Date
    /// Of the feed: entries without an author of their own are theirs (§4.1.1).
    package let author: String
    package var subtitle: String?
    /// Of the feed's texts, BCP 47.
    package var language = "vi"
    package var links: [Link] = []
    package var entries: [Entry] = []

    package init(id: String, title: String, updated: Date, author: String) {
        self.id = id
        self.title = title
        self.updated = updated
        self.author = author
    }

    /// UTF-8.
    package var xml: [UInt8] {
        var xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(XMLText.escaped(language))">

            """
        xml += Self.element("id", id) + Self.element("title", title)
        xml += Self.element("subtitle", subtitle) + Self.element("updated", Self.instant(updated))
        xml += "<author>" + Self.element("name", author, ending: "") + "</author>\n"
        xml += links.map(Self.element).joined()
        for entry in entries { xml += Self.element(entry) }
        return Array((xml + "</feed>\n").utf8)
    }

    private static func element(_ entry: Entry) -> String {
        var xml = "<entry>\n" + element("id", entry.id) + element("title", entry.title)
        xml += element("updated", instant(entry.updated))
        if let author = entry.author { xml += "<author>" + element("name", author, ending: "") + "</author>\n" }
        xml += entry.links.map(element).joined()
        for category in entry.categories { xml += "<category term=\"\(XMLText.escaped(category))\"/>\n" }
        return xml + element("rights", entry.rights) + element("summary", entry.summary) + "</entry>\n"
    }

    private static func element(_ link: Link) -> String {
        """
        <link rel="\(XMLText.escaped(link.relation))" type="\(XMLText.escaped(link.type))" \
        href="\(XMLText.escaped(link.href))"/>

        """
    }

    /// Nothing where there is no text.
    private static func element(_ name: String, _ text: String?, ending: String = "\n") -> String {
        text.map { "<\(name)>\(XMLText.escaped($0))</\(name)>\(ending)" } ?? ""
    }

    /// RFC 3339, in UTC.
    private static func instant(_ date: Date) -> String { date.formatted(.iso8601) }
}
