import GRDB
import Synchronization

/// Names of publishers that stand in no register, as their records print them; each is looked up once.
final class PublisherNames: Sendable {
    private let names = Mutex<[String: String]>([:])

    /// The name, or the identifier itself where no record has it.
    func name(of publisher: String, in db: Database) throws -> String {
        if let name = names.withLock({ $0[publisher] }) { return name }
        let find = try db.cachedStatement(
            sql: "SELECT record ->> '$.publisherName' FROM learningResource WHERE publisher = ? LIMIT 1")
        let name = try String.fetchOne(find, arguments: [publisher]) ?? publisher
        names.withLock { $0[publisher] = name }
        return name
    }
}
