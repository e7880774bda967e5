import CatalogueModel
package import CatalogueStore
import Foundation
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
            pages: try PageRenderer(forms: FormGuard()), site: site)
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

    /// A list of what is offered, as schema.org has it, each with its place and its note.
    private var recordsAsJSON: [UInt8] {
        let writer = SchemaOrgWriter(vocabularies: view.reference.vocabularies, language: view.language)
        var json = JSONWriter()
        json.array { json in
            for (offset, item) in view.items.enumerated() {
                guard let resource = item.offered else { continue }
                writer.write(resource, to: &json) { json in
                    json.member("position", offset + 1)
                    guard let note = item.note else { return }
                    json.key("comment")
                    json.object { json in
                        json.member("@type", "Comment")
                        json.member("text", note)
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
