import Vocabularies

/// Addresses of a tag and what belongs to it.
enum TagAddress {
    static func page(_ slug: String) -> String { "/tags/" + FormEncoding.pathSegment(slug) }
    static func feed(_ slug: String) -> String { page(slug) + "/feed.atom" }
    static func edit(_ slug: String) -> String { page(slug) + "/edit" }
    static func api(_ slug: String) -> String { "/api/v1" + page(slug) }

    static func href(_ path: String, in language: PreferredLanguage) -> String {
        path + (language == .english ? "?lang=en" : "")
    }
}
