package import CatalogueModel
import GRDB
package import Normalisation

/// How well records are described.
extension CatalogueStore {
    /// Makes sure that there is something to report on.
    ///
    /// - Throws: `CurationError.institution` where neither the register nor a record names `id`.
    package func requireInstitution(_ id: String) throws {
        if try referenceData().registers.institution(id) != nil { return }
        let hasRecord = try read { db in
            let find = try db.cachedStatement(sql: "SELECT 1 FROM learningResource WHERE publisher = ? LIMIT 1")
            return try Bool.fetchOne(find, arguments: [id]) ?? false
        }
        guard hasRecord else { throw CurationError.institution(id) }
    }

    /// The report of one resource; nil where the catalogue does not offer it.
    package func quality(of id: ResourceID) throws -> QualityReport? {
        try read { db in
            let find = try db.cachedStatement(
                sql: "SELECT record FROM learningResource WHERE id = ? AND withdrawnAt IS NULL")
            return try String.fetchOne(find, arguments: [id.rawValue]).map {
                QualityReport(of: try RecordCoding().decode($0))
            }
        }
    }

    /// What is worth mending in the records of an institution, and its weakest records.
    ///
    /// - Parameters:
    ///   - limit: records that are looked at, the newest first; nil for all.
    ///   - weakest: how many are named, the lowest score first.
    /// - Complexity: O(*n*) in the text of the records looked at.
    package func quality(
        ofInstitution id: String, limit: Int? = nil, weakest: Int = 10
    ) throws -> (summary: QualitySummary, weakest: [(id: String, title: String, score: Int)]) {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT record FROM learningResource WHERE publisher = ? AND withdrawnAt IS NULL
                    ORDER BY rowID DESC LIMIT ?
                    """, arguments: [id, limit ?? -1])
            let coding = RecordCoding()
            var summary = QualitySummary()
            var found: [(id: String, title: String, score: Int)] = []
            while let row = try rows.next() {
                let resource = try coding.decode(row[0])
                let report = QualityReport(of: resource)
                summary.add(report)
                found.append((resource.id.rawValue, resource.title, report.score))
                if found.count > 2 * weakest + 100 {
                    found.sort { ($0.score, $0.id) < ($1.score, $1.id) }
                    found.removeSubrange(weakest...)
                }
            }
            found.sort { ($0.score, $0.id) < ($1.score, $1.id) }
            return (summary, Array(found.prefix(weakest)))
        }
    }
}
