import CatalogueStore
import GRDB

/// Everything a search needs, as one commit left it; kept until a commit changes it.
struct SearchView: Sendable {
    let context: SearchContext
    let snapshot: PostingsSnapshot
    let facetValues: FacetValueTable
    let publisherNames = PublisherNames()

    /// - Parameter previous: what is taken over where it still stands.
    /// - Throws: `CatalogueStoreError` of kind `indexOutdated` where the index was built by another program.
    init(after previous: Self?, path: String, in db: Database) throws {
        let stamp = try SearchContext.Stamp(of: db)
        if let previous, previous.context.stamp == stamp {
            context = previous.context
        } else {
            context = try SearchContext(stamp: stamp, path: path, in: db)
        }
        guard let snapshot = try PostingsSnapshot(context.generation, after: previous?.snapshot, in: db) else {
            throw CatalogueStoreError.outdated(path)
        }
        self.snapshot = snapshot
        if let previous, previous.context.stamp == stamp, try previous.facetValues.isCurrent(in: db) {
            facetValues = previous.facetValues
        } else {
            facetValues = try FacetValueTable(
                labels: FacetLabels(reference: context.reference, tagNames: context.tagNames), in: db)
        }
    }

    /// Whether it is what the commit that `db` sees left.
    func isCurrent(in db: Database) throws -> Bool {
        try context.stamp == SearchContext.Stamp(of: db)
            && snapshot.number == snapshot.generation.snapshotNumber(in: db)
    }
}
