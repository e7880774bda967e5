import CatalogueModel

/// Reads the manifest of a content package (IMS Content Packaging 1.1, Common Cartridge 1.0–1.3, SCORM 1.2 and 2004) as one
/// record.
///
/// The LOM of the manifest describes the package. Where it lacks a title, that of the organisation counts; the titles of
/// the items are the table of contents, which ends the description. Items and resources are no records of their own:
/// they have no address outside of the package. The package itself has none either, unless LOM gives one: its source
/// brings it.
struct IMSManifestReader {
    /// Titles of items taken into the description.
    private static let itemLimit = 200

    private let manifest: XMLElement
    private let context: XMLRecordContext

    static func content(of manifest: XMLElement, in context: XMLRecordContext) -> XMLRecordContent {
        let reader = IMSManifestReader(manifest: manifest, context: context)
        var content = reader.metadata
        let organisation = reader.organisation
        if content[.name].isEmpty { content.add(organisation?.first("title")?.text, to: .name) }
        content.add(organisation.flatMap(reader.contents), to: .description)
        if content[.learningResourceType].isEmpty { content.add("course", to: .learningResourceType) }
        reader.identify(&content)
        return content
    }

    private var metadata: XMLRecordContent {
        let lom = manifest.children("metadata").flatMap(\.children).first {
            ["lom", "record"].contains($0.name.local.lowercased())
        }
        return lom.map { LOMReader.content(of: $0, in: context) } ?? XMLRecordContent()
    }

    /// The default one, else the first.
    private var organisation: XMLElement? {
        guard let organisations = manifest.first("organizations") else { return nil }
        let all = organisations.children("organization")
        let wanted = organisations[attribute: "default"]
        return all.first { $0[attribute: "identifier"] == wanted } ?? all.first
    }

    private func contents(of organisation: XMLElement) -> String? {
        var titles: [String] = []
        // A Common Cartridge has one item around all, without a title.
        collect(organisation, into: &titles)
        return titles.isEmpty ? nil : titles.joined(separator: "; ")
    }

    private func collect(_ element: XMLElement, into titles: inout [String]) {
        for item in element.children("item") where titles.count < Self.itemLimit {
            if let title = item.first("title")?.text, !title.isEmpty { titles.append(title) }
            collect(item, into: &titles)
        }
    }

    /// The identifier of the manifest, unless it is one that many programs give (`MANIFEST-1`); then that of LOM.
    private func identify(_ content: inout XMLRecordContent) {
        let identifier = manifest[attribute: "identifier"]?.trimmed ?? ""
        let letters = identifier.lowercased().filter(\.isLetter)
        let isCommon = ["manifest", "man", "imsmanifest", "m"].contains(letters) && identifier.count < 14
        guard !identifier.isEmpty, !isCommon || content[.identifier].isEmpty else { return }
        content.set([identifier], for: .identifier)
    }
}

extension XMLRecordForm {
    static let imsManifest = XMLRecordForm("IMS manifest") { name in
        name.local == "manifest"
            && (name.namespace.contains("imsglobal.org") || name.namespace.contains("imsproject.org"))
    } read: {
        IMSManifestReader.content(of: $0, in: $1)
    }
}
