import CatalogueStore
import GRDB

extension Tags {
    /// Whether a tag is only on deposits that wait: readers are not told of it before one is published.
    package func isOnlyWaiting(_ tag: Tag) throws -> Bool {
        try store.read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    WITH own AS (
                        SELECT a.resource, r.id IS NOT NULL AS isOffered FROM tag m
                        JOIN tagAssignment a ON a.scheme = 'tags' AND a.code = CAST(m.tag AS TEXT)
                        LEFT JOIN learningResource r ON r.id = a.resource AND r.withdrawnAt IS NULL
                        WHERE m.root = ?)
                    SELECT coalesce(max(isOffered), 0), EXISTS (
                        SELECT 1 FROM own JOIN deposit d USING (resource) WHERE NOT isOffered AND d.state <> 'withdrawn')
                    FROM own
                    """, arguments: [tag.id])
            guard let row else { return false }
            let (isOffered, waits): (Bool, Bool) = (row[0], row[1])
            return waits && !isOffered
        }
    }
}
