package import CatalogueModel

/// A repository to be harvested over OAI-PMH, and how.
package struct OAISource: Hashable, Sendable {
    package var baseURL: HTTPAddress
    /// In the order they are wanted; never empty.
    package var metadataPrefixes: [String]
    /// One after another; empty for everything.
    package var sets: [String]
    /// Between two requests.
    package var pause: Duration
    package var allowsPrivateAddresses: Bool

    /// What every repository must have (OAI-PMH 2.0 §3.4).
    private static let commonPrefixes = ["oai_dc"]

    package init(
        baseURL: HTTPAddress, metadataPrefixes: [String] = [], sets: [String] = [], pause: Duration = .seconds(1),
        allowsPrivateAddresses: Bool = false
    ) {
        self.baseURL = baseURL
        self.metadataPrefixes = metadataPrefixes.isEmpty ? Self.commonPrefixes : metadataPrefixes
        self.sets = sets
        self.pause = pause
        self.allowsPrivateAddresses = allowsPrivateAddresses
    }

    /// - Throws: where the source has no usable base URL.
    package init(_ source: HarvestSource) throws(HTTPAddressError) {
        self.init(
            baseURL: try HTTPAddress(source.urls.first ?? ""), metadataPrefixes: source.formats, sets: source.sets,
            pause: .seconds(source.delay), allowsPrivateAddresses: source.allowsPrivateAddresses)
    }
}
