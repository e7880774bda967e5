package import CatalogueModel
package import CatalogueStore
package import Foundation
package import Publishing
import RecordFormats
package import Vocabularies

/// A collection as one ZIP file, read from a memory stick without a network: a page, the records as JSON-LD and as a table,
/// and how each resource may be used. What the records lead to is not in it.
package struct CollectionPackage {
    private let view: CollectionView
    private let pages: PageRenderer
    private let site: SiteAddress?

    /// - Parameter site: where the catalogue is reached; nil where that is not known, and nothing leads to it then.
    /// - Throws: where a template is not well formed.
    package init(
        _ collection: ResourceCollection, items: [CollectionItem], reference: ReferenceData,
        language: PreferredLanguage, site: SiteAddress?
    ) throws {
        self.init(
            CollectionView(
                collection: collection, items: items, phase: .open, reference: reference, language: language),
            pages: try PageRenderer(), site: site)
    }

    init(_ view: CollectionView, pages: PageRenderer, site: SiteAddress?) {
        self.view = view
        self.pages = pages
        self.site = site
    }

    /// The ZIP file.
    package func archive() throws -> [UInt8] {
        try ZIPWriter.archive(
            [
                ("index.html", Array(try pages.text("package", view.packageValues(at: site)).utf8)),
                ("records.jsonld", recordsAsJSON), ("records.csv", recordsAsTable),
                (view.language == .vietnamese ? "giay-phep.txt" : "licences.txt", Array(licences.utf8)),
            ], at: view.collection.changedAt)
    }

    /// A schema.org `ItemList` of what is offered, each with its note.
    private var recordsAsJSON: [UInt8] {
        let writer = SchemaOrgWriter(vocabularies: view.reference.vocabularies, language: view.language)
        var json = JSONWriter()
        json.object { json in
            json.member("@context", "https://schema.org/")
            json.member("@type", "ItemList")
            json.member("name", view.collection.details.title(in: view.language))
            if let summary = view.collection.details.summary(in: view.language) { json.member("description", summary) }
            if let site { json.member("url", site.url(CollectionAddress(view.collection.slug).page)) }
            json.key("itemListElement")
            json.array { json in
                for (offset, item) in view.items.enumerated() {
                    guard let resource = item.offered else { continue }
                    json.object { json in
                        json.member("@type", "ListItem")
                        json.member("position", offset + 1)
                        if let note = item.note { json.member("description", note) }
                        json.key("item")
                        writer.write(resource, to: &json)
                    }
                }
            }
        }
        return json.bytes
    }

    /// A table `hoclieu ingest` reads; the note of the collection is a column more.
    private var recordsAsTable: [UInt8] {
        var table = CSVRecordsWriter(extraColumns: ["note"])
        for item in view.items { if let resource = item.offered { table.write(resource, extra: [item.note ?? ""]) } }
        return table.bytes
    }

    private var licences: String {
        let lines = view.items.enumerated().compactMap { offset, item in
            view.attribution(of: item).map { "\(offset + 1). \($0)" }
        }
        let head = PageText.text("packageLicences", in: view.language)
        // A mark first, so that old editors read the letters right; and lines as they end them.
        return "\u{FEFF}" + ([head, ""] + lines).joined(separator: "\r\n") + "\r\n"
    }
}
