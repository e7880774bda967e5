import GRDB
import Normalisation

/// The decisions of people that hold, by the rows of the resources they are about; those about resources that are gone
/// wait for them to come back.
struct HeldDecisions {
    private(set) var same: [Int64: [Int64]] = [:]
    private(set) var different: [Int64: [Int64]] = [:]

    init(in db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT a.rowID, b.rowID, d.verdict FROM duplicateDecision d
                JOIN learningResource a ON a.id = d.first JOIN learningResource b ON b.id = d.second
                WHERE d.withdrawnAt IS NULL AND a.withdrawnAt IS NULL AND b.withdrawnAt IS NULL
                """)
        for row in rows {
            let (first, second): (Int64, Int64) = (row[0], row[1])
            switch DuplicateVerdict(rawValue: row[2]) {
            case .same:
                same[first, default: []].append(second)
                same[second, default: []].append(first)
            case .different:
                different[first, default: []].append(second)
                different[second, default: []].append(first)
            case nil: continue
            }
        }
    }
}
