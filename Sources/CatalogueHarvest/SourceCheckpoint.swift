import Foundation
import Harvesting

/// How far the harvest of a source came, whatever its protocol; stored as JSON.
struct SourceCheckpoint: Codable {
    /// What is remembered of a file, feed or page by its address.
    struct Document: Codable, Hashable {
        var validators: CacheValidators?
        /// SHA-256 of its bytes.
        var digest: String
    }

    var oai: OAICheckpoint?
    var documents: [String: Document]?
    /// Records that files lacked when they were last read: gone, if they lack them the next time as well.
    var missing: Set<String>?
    /// Records that are missing and stay until somebody accepts it: a list that shrank too much.
    var withheld: Set<String>?
    /// How far each feed was read, by its address.
    var feeds: [String: FeedCheckpoint]?
    /// When all identifiers of a repository, or all pages of a site, were last looked through; seconds since 1970.
    var comparedAt: Int64?
    /// The run that began the complete pass that is under way.
    var fullSince: Int64?

    init() {}

    init(_ text: String?) {
        // A checkpoint of an older program is forgotten: the harvest begins at the beginning, which loses nothing.
        self = text.flatMap { try? JSONDecoder().decode(Self.self, from: Data($0.utf8)) } ?? Self()
    }

    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
