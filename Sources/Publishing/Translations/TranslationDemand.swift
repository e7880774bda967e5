/// How much a translation is wanted, as far as that is known without watching people.
package struct TranslationDemand: Hashable, Sendable {
    /// Where a count comes from.
    package enum Source: String, CaseIterable, Sendable {
        /// Uses of the original.
        case uses
        /// Vietnamese queries that found nothing in Vietnamese and would have found this.
        case queries
    }

    /// A count of one source for one original, as usage statistics measure it.
    package struct Figure: Hashable, Sendable {
        package let original: String
        package let source: Source
        /// Of distinct sessions.
        package let count: Int

        package init(original: String, source: Source, count: Int) {
            self.original = original
            self.source = source
            self.count = count
        }
    }

    /// Smaller counts are not kept: they could point at people.
    package static let smallestCount = 10

    /// Institutions and curators that asked for it.
    package var wishes = 0
    package var uses = 0
    package var queries = 0

    /// What the backlog is ordered by: a wish weighs as much as ten queries or a hundred uses.
    package var score: Double { Double(wishes) + Double(queries) / 10 + Double(uses) / 100 }
}
