/// How far the harvest of a repository has come: stored with the records of each page, and between harvests.
package struct OAICheckpoint: Codable, Hashable, Sendable {
    /// For each set (empty for all records) the response date of the first page of the last list that was read to its
    /// end: what changed since then has not been seen.
    package var completed: [String: String] = [:]
    /// Sets whose last list was shorter than the repository said, or had parts that could not be read. The first time
    /// `completed` stays as it was.
    var lacking: Set<String> = []
    /// The format `completed` belongs to; another one means starting afresh.
    package var metadataPrefix: String?
    /// The list that is being read; nil between harvests.
    package var list: OAIListPosition?

    package init() {}

    /// Whether a harvest was interrupted here.
    package var isUnderWay: Bool { list != nil }
}
