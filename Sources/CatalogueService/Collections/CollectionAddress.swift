import CatalogueModel
import Crypto
import Foundation
import Publishing
import Vocabularies

/// Addresses and identifiers of a collection and what belongs to it.
struct CollectionAddress: Sendable {
    let slug: String

    init(_ slug: String) {
        self.slug = slug
    }

    /// Paths without a query.
    var page: String { "/collections/" + FormEncoding.pathSegment(slug) }
    var feed: String { page + "/feed.atom" }
    var code: String { page + "/qr.svg" }
    var sheet: String { page + "/print" }
    var package: String { page + "/package.zip" }
    var api: String { "/api/v1" + page }

    static func href(_ path: String, in language: PreferredLanguage) -> String {
        path + (language == .english ? "?lang=en" : "")
    }

    /// Identifier of its feed, or of a resource in it: the same for good, wherever the catalogue moves (RFC 4122, made of
    /// names as in version 8 of RFC 9562).
    static func identifier(_ collection: ResourceCollection, item: ResourceID? = nil) -> String {
        let name =
            "hoclieu collection \(collection.slug) \(Int(collection.createdAt.timeIntervalSince1970)) \(item?.rawValue ?? "")"
        var bytes = Array(SHA256.hash(data: Data(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        let groups = [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
        return "urn:uuid:" + groups.map { $0.joined() }.joined(separator: "-")
    }
}
