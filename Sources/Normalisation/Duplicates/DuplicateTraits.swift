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
        place = WebPlace(resource.url)
        let known = resource.identifiers + Self.resolved(place.address)
        let named = Set(known.filter { Self.identifying.contains(Self.scheme(of: $0)) }.prefix(Self.mostIdentifiers))
        identifiers = Set(named.map { KeyHash.of("identifier", [$0.lowercased()]) }).sorted()
        schemes = Set(named.map(Self.scheme)).sorted()
        title = TitleTraits(resource.title)
        creators = resource.creators.prefix(Self.mostCreators).compactMap { CreatorName($0) }
        languages = Set(resource.languages.map(\.primary))
        resourceTypes = Set(resource.resourceTypes)
        year = resource.datePublished?.year
    }

    /// The identifier an address resolves: `doi.org/10.1000/182`.
    private static func resolved(_ address: String) -> [String] {
        for (host, scheme) in [("doi.org/10.", "doi:10."), ("hdl.handle.net/", "hdl:")] where address.hasPrefix(host) {
            return [scheme + address.dropFirst(host.count)]
        }
        return []
    }

    private static func scheme(of identifier: String) -> String {
        identifier.prefix { $0 != ":" }.lowercased()
    }
}
