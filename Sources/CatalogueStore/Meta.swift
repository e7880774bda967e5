import GRDB

/// The catalogue's notes about itself, in table `meta`.
enum Meta {
    enum Key: String {
        /// Number of the index generation that answers queries.
        case indexGeneration
        /// Analysis version the current generation was built with.
        case analysisVersion
        /// Grows by one with every replacement of vocabularies and registers.
        case referenceVersion
        /// Hash of the registers and vocabularies the facets were computed from.
        case referenceHash
        /// Grows by one whenever a tag is called otherwise.
        case tagVersion
    }

    static func text(_ key: Key, in db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?"), arguments: [key.rawValue])
    }

    static func integer(_ key: Key, in db: Database) throws -> Int? {
        try text(key, in: db).flatMap { Int($0) }
    }

    static func set(_ key: Key, to value: some CustomStringConvertible, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")
            .execute(arguments: [key.rawValue, value.description])
    }
}
