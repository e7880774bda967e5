import CatalogueModel
import CatalogueStore
import Publishing
import Vocabularies

/// The page of all collections.
struct CollectionsView {
    let collections: [(collection: ResourceCollection, items: Int, phase: ResourceCollection.Phase)]
    let reference: ReferenceData
    let language: PreferredLanguage

    var values: [String: Any] {
        [
            "pageTitle": PageText.text("collectionsTitle", in: language) + " – "
                + PageText.text("siteName", in: language),
            "none": collections.isEmpty, "groups": groups,
        ]
    }

    /// Open ones without a heading, the others under theirs.
    private var groups: [[String: Any]] {
        let headings: [(ResourceCollection.Phase, String?)] = [
            (.open, nil), (.upcoming, "collectionsUpcoming"), (.closed, "collectionsClosed"),
            (.draft, "collectionsDrafts"),
        ]
        return headings.compactMap { phase, key in
            let found = collections.filter { $0.phase == phase }
            guard !found.isEmpty else { return nil }
            return [
                "heading": key.map { PageText.text($0, in: language) as Any } ?? false,
                "collections": found.map { linked($0.collection, items: $0.items) },
            ]
        }
    }

    func linked(_ collection: ResourceCollection, items: Int) -> [String: Any] {
        let details = collection.details
        let count = Printing.number(items, in: language)
        let parts = [
            LocalisedText(vietnamese: "\(count) học liệu", english: "\(count) resources")[language],
            details.purpose.label[language],
            details.audience.map { reference.vocabularies[.audiences].label(of: $0, in: language) },
            details.institution.map { reference.registers.institution($0)?.name(in: language) ?? $0 },
            details.closesOn.map {
                let day = Printing.date($0, in: language)
                return LocalisedText(vietnamese: "đến \(day)", english: "until \(day)")[language]
            },
        ]
        return [
            "href": CollectionAddress.href(CollectionAddress(collection.slug).page, in: language),
            "title": details.title(in: language), "meta": parts.compactMap(\.self).joined(separator: " · "),
            "summary": details.summary(in: language)?.split(whereSeparator: \.isNewline).first.map(String.init)
                ?? false,
        ]
    }
}
