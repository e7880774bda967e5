import GRDB

extension CatalogueStore {
    /// Identifiers and addresses of the offered resources of an institution, by identifier.
    package func addresses(of institution: String) throws -> [(id: String, url: String)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, record ->> '$.url' FROM learningResource
                    WHERE publisher = ? AND withdrawnAt IS NULL ORDER BY id
                    """, arguments: [institution]
            ).map { ($0[0], $0[1]) }
        }
    }
}
