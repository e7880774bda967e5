/// Where an institution's records come from, and how to ask for them: a row of `Corpus/Sources.csv`.
package struct HarvestSource: Hashable, Identifiable, Sendable {
    /// How a source is spoken to.
    package enum SourceProtocol: String, CaseIterable, Codable, Sendable {
        /// OAI-PMH 2.0.
        case oaiPMH = "oai-pmh"
        /// One or several files of records over HTTP.
        case file
        /// A sitemap whose pages hold JSON-LD.
        case sitemap
        /// An Atom or RSS feed.
        case feed
    }

    /// Letters a–z, digits and hyphens, for example `ctu-dspace`.
    package let id: String
    /// Identifier in the register of institutions: the publisher of every record of the source.
    package var institution: String
    package var sourceProtocol: SourceProtocol
    /// Base URL of the repository, or address of the file, sitemap or feed; files may name several.
    package var urls: [String]
    /// Metadata prefixes of OAI-PMH in the order they are wanted, or the record format of files; empty lets the source and
    /// the bytes tell.
    package var formats: [String] = []
    /// OAI-PMH sets, one after another; empty for everything.
    package var sets: [String] = []
    /// A mapping file's own text (YAML), for fields that are the institution's own.
    package var mapping: String?
    /// Licence of records that state none: only where the institution says so of the whole source.
    package var licence: String?
    /// Language of records that state none.
    package var language: String?
    /// Whom to write to when something is wrong.
    package var contact: String?
    /// Least time between two requests, in seconds.
    package var delay = 1
    /// Time between two harvests, in seconds.
    package var interval = 86_400
    /// Set where the source may stand on a private or loopback address.
    package var allowsPrivateAddresses = false
    /// Why the scheduler leaves the source alone; nil while it does not.
    package var pausedReason: String?

    package init(id: String, institution: String, sourceProtocol: SourceProtocol, urls: [String]) {
        self.id = id
        self.institution = institution
        self.sourceProtocol = sourceProtocol
        self.urls = urls
    }

    /// Whether `text` will do as an identifier.
    package static func isIdentifier(_ text: String) -> Bool {
        (1...60).contains(text.utf8.count) && text.utf8.first != 0x2D
            && text.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
    }
}
