import Foundation
package import GRDB

/// The catalogue file, `catalogue.sqlite`: records and their index, in one commit.
///
/// Any number of processes may read; one at a time writes, others wait up to `lockTimeout` and then get an error.
package struct CatalogueStore: Sendable {
    package enum Access: Sendable {
        /// Refuses a missing file.
        case read
        /// Makes the file, and the folder it lies in, where they are missing.
        case write
    }

    package static let fileName = "catalogue.sqlite"
    package static let lockTimeout: Duration = .seconds(5)

    /// Path of the file, for messages.
    package let path: String
    /// Reads see one commit; related reads belong in one closure.
    package let reader: any DatabaseReader
    let writer: (any DatabaseWriter)?
    let referenceMemo = ReferenceMemo()

    package var isReadOnly: Bool { writer == nil }

    /// Opens `catalogue.sqlite` in `folder`.
    ///
    /// - Throws: `CatalogueStoreError` where the file is missing, foreign, newer than this program, locked or damaged.
    package init(folder: String, access: Access) throws {
        let path = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(Self.fileName).path
        self.path = path
        do {
            switch access {
            case .read:
                guard FileManager.default.fileExists(atPath: path) else { throw CatalogueStoreError.missing(path) }
                var configuration = Self.configuration
                configuration.readonly = true
                let pool = try DatabasePool(path: path, configuration: configuration)
                try pool.read { db in try Self.verify(db, path: path, mayBeEmpty: false) }
                reader = pool
                writer = nil
            case .write:
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                let pool = try DatabasePool(path: path, configuration: Self.configuration)
                try pool.read { db in try Self.verify(db, path: path, mayBeEmpty: true) }
                try CatalogueSchema.migrate(pool)
                try pool.write { db in try Self.createFirstGeneration(in: db) }
                reader = pool
                writer = pool
            }
        } catch {
            throw CatalogueStoreError.explaining(error, path: path)
        }
    }

    /// An empty catalogue in memory, for tests.
    package init() throws {
        let queue = try DatabaseQueue(configuration: Self.configuration)
        path = ":memory:"
        try CatalogueSchema.migrate(queue)
        try queue.write { db in try Self.createFirstGeneration(in: db) }
        reader = queue
        writer = queue
    }

    /// Runs `body` in one read transaction.
    package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try reader.read(body)
        } catch {
            throw CatalogueStoreError.explaining(error, path: path)
        }
    }

    /// Runs `body` in one write transaction: all of it or nothing.
    package func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        guard let writer else { throw CatalogueStoreError.readOnly(path) }
        do {
            return try writer.write(body)
        } catch {
            throw CatalogueStoreError.explaining(error, path: path)
        }
    }

    /// Runs `body` in one transaction that may or may not write.
    func transaction<Value>(isReading: Bool, _ body: (Database) throws -> Value) throws -> Value {
        isReading ? try read(body) : try write(body)
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(TimeInterval(lockTimeout.components.seconds))
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824")
        }
        return configuration
    }

    /// A file is ours where it says so, or is empty and about to become ours.
    private static func verify(_ db: Database, path: String, mayBeEmpty: Bool) throws {
        let applicationID = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        if mayBeEmpty, tables == 0, applicationID == 0 { return }
        guard applicationID == CatalogueSchema.applicationID else { throw CatalogueStoreError.foreign(path) }
        guard version <= CatalogueSchema.migrations.count else { throw CatalogueStoreError.newer(path) }
    }

    private static func createFirstGeneration(in db: Database) throws {
        guard try Meta.integer(.indexGeneration, in: db) == nil else { return }
        let generation = IndexGeneration(number: 1)
        try generation.create(in: db)
        try generation.createFacetIndex(in: db)
        try SearchIndexWriter.markCurrent(generation, in: db)
    }
}
