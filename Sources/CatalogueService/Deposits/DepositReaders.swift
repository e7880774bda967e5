import CatalogueSearch
import CatalogueStore
import Publishing
import Synchronization

/// The reader of deposits for the vocabularies as they stand; made anew only when they change.
final class DepositReaders: Sendable {
    private let held = Mutex<(version: Int, reader: DepositReader)?>(nil)

    func reader(_ searcher: Searcher) throws -> DepositReader {
        let version = try searcher.store.read { db in try CatalogueStore.referenceVersion(in: db) }
        if let held = held.withLock({ $0 }), held.version == version { return held.reader }
        let reader = DepositReader(try searcher.reference())
        held.withLock { $0 = (version, reader) }
        return reader
    }
}
