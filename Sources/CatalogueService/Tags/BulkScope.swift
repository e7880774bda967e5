import Publishing

/// Whose resources are tagged by query, and on which page.
struct BulkScope: Sendable {
    /// Resources of a query that are looked at to find the own ones.
    private static let mostFound = 100_000

    /// Those of all institutions, for curators.
    static let all = Self(institution: nil)

    /// Nil for those of all.
    let institution: String?

    var path: String { institution.map(Self.path) ?? "/review/tags/bulk" }

    /// Hits that are asked of the search: one more than may be tagged, or enough to find the own among them.
    var limit: Int { institution == nil ? Tags.mostHits + 1 : Self.mostFound }

    static func path(of institution: String) -> String {
        "/institutions/" + FormEncoding.pathSegment(institution) + "/tags"
    }
}
