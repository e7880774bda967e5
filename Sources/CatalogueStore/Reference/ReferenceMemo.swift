import GRDB
import Synchronization

/// Reference data as last read, for as long as it stands: reading it takes longer than most questions that need it.
final class ReferenceMemo: Sendable {
    private let held = Mutex<(version: Int, data: ReferenceData)?>(nil)

    /// - Parameter db: in a read, not a write: what is not committed yet may never be.
    func data(in db: Database) throws -> ReferenceData {
        let version = try Meta.integer(.referenceVersion, in: db) ?? 0
        if let held = held.withLock({ $0 }), held.version == version { return held.data }
        let data = try ReferenceDataTables.load(from: db)
        held.withLock { $0 = (version, data) }
        return data
    }
}
