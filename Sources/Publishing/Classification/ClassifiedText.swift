package import CatalogueModel

/// The text a classifier reads: what describes a resource in words, and nothing that says what it is about in codes.
package struct ClassifiedText: Hashable, Sendable {
    package let title: String
    package let description: String
    /// Keywords the author gave.
    package let keywords: [String]

    package init(title: String, description: String, keywords: [String] = []) {
        self.title = title
        self.description = description
        self.keywords = keywords
    }

    package init(_ resource: LearningResource) {
        self.init(
            title: ([resource.title] + resource.alternativeTitles).joined(separator: ". "),
            description: resource.description ?? "", keywords: resource.keywords)
    }

    /// Title and description alone.
    var running: Self { Self(title: title, description: description) }
}
