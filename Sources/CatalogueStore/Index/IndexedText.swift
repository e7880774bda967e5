package import CatalogueModel

/// The text of a resource by searchable field: what is indexed, highlighted and explained, and nothing else.
package struct IndexedText: Sendable {
    /// The parts of each field, in reading order. Parts are analysed apart, so no phrase spans two of them.
    package let parts: [IndexedField: [String]]

    package init(of resource: LearningResource) {
        parts = [
            .title: [resource.title] + resource.alternativeTitles,
            .subject: resource.keywords,
            .agent: resource.creators + [resource.publisher.name],
            .body: resource.description.map { [$0] } ?? [],
        ]
    }

    /// The parts of `field` as one text; the separator is a full stop, which no word contains.
    package func joined(_ field: IndexedField) -> String {
        (parts[field] ?? []).joined(separator: " . ")
    }
}
