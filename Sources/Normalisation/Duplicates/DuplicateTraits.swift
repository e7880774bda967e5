package import CatalogueModel

/// What telling duplicates needs to know of a learning resource: a pure function of its record.
package struct DuplicateTraits: Hashable, Sendable {
    /// Changes with anything that changes keys or scores: clusters found by another version are found anew.
    package static let version = 1

    /// Hashes of identifiers that name one resource: DOI, ISBN, handle, URN. An ISSN names a series and is none.
    let identifiers: [UInt64]
    /// Their schemes, in order: `doi`.
    let schemes: [String]
    let place: WebPlace
    let title: TitleTraits
    let creators: [CreatorName]
    /// Primary language subtags.
    let languages: Set<String>
    let resourceTypes: Set<String>
    let year: Int?

    /// Creators that are looked at.
    private static let mostCreators = 12
    /// Identifiers that are looked at.
    private static let mostIdentifiers = 16
    private static let identifying: Set<String> = ["doi", "isbn", "hdl", "urn", "arxiv", "ark"]

    package init(_ resource: LearningResource) {
        let named = resource.identifiers.filter { Self.identifying.contains(Self.scheme(of: $0)) }
            .prefix(Self.mostIdentifiers)
        identifiers = named.map { KeyHash.of("identifier", [$0.lowercased()]) }.sorted()
        schemes = Set(named.map(Self.scheme)).sorted()
        place = WebPlace(resource.url)
        title = TitleTraits(resource.title)
        creators = resource.creators.prefix(Self.mostCreators).compactMap { CreatorName($0) }
        languages = Set(resource.languages.map(\.primary))
        resourceTypes = Set(resource.resourceTypes)
        year = resource.datePublished?.year
    }

    private static func scheme(of identifier: String) -> String {
        identifier.prefix { $0 != ":" }.lowercased()
    }
}
