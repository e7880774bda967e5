package import CatalogueStore
import GRDB
import Synchronization

/// The classifier of a catalogue, learned when it is first asked for and again when the catalogue has changed much.
package final class ClassifierShelf: Sendable {
    /// What a classifier was learned from.
    private struct Stamp: Equatable {
        let referenceVersion: Int
        let tagVersion: Int
        let records: Int

        /// Within a tenth of the records it is much the same.
        func isNear(_ other: Self) -> Bool {
            referenceVersion == other.referenceVersion && tagVersion == other.tagVersion
                && abs(records - other.records) * 10 <= max(records, 10)
        }
    }

    private let held = Mutex<(stamp: Stamp, classifier: Classifier)?>(nil)

    package init() {}

    /// - Complexity: O(1) but for the first time and after many changes.
    package func classifier(for store: CatalogueStore) throws -> Classifier {
        let stamp = try store.read { db in
            Stamp(
                referenceVersion: try CatalogueStore.referenceVersion(in: db),
                tagVersion: try AssignedTags.version(in: db),
                records: try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM learningResource WHERE withdrawnAt IS NULL") ?? 0)
        }
        if let standing = held.withLock({ $0 }), standing.stamp.isNear(stamp) { return standing.classifier }
        let classifier = Classifier(try ClassifierMaterial(of: store))
        held.withLock { $0 = (stamp, classifier) }
        return classifier
    }
}
