import CatalogueModel
import GRDB
import Vocabularies

extension CatalogueChecker {
    /// Every record carries exactly what is assigned to it, and every assignment of a free tag has its tag.
    func tags() throws -> CatalogueCheck.Finding {
        let coding = RecordCoding()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, record FROM learningResource r WHERE withdrawnAt IS NULL AND (record ->> '$.tags' IS NOT NULL
                    OR EXISTS (SELECT 1 FROM tagAssignment a WHERE a.resource = r.id)) ORDER BY rowID
                """)
        var bad: [String] = []
        while let row = try rows.next() {
            guard let resource = try? coding.decode(row[1]) else { continue }
            if try AssignedTags.applied(to: resource, in: db) != resource { bad.append(row[0]) }
        }
        bad += try String.fetchAll(
            db,
            sql: """
                SELECT resource FROM tagAssignment WHERE scheme = 'tags'
                AND NOT EXISTS (SELECT 1 FROM tag WHERE tag = CAST(code AS INTEGER)) ORDER BY resource
                """)
        bad += try String.fetchAll(
            db,
            sql: """
                WITH RECURSIVE way (tag, root) AS (
                    SELECT tag, tag FROM tag WHERE mergedInto IS NULL
                    UNION ALL SELECT t.tag, w.root FROM tag t JOIN way w ON t.mergedInto = w.tag)
                SELECT slug FROM tag t LEFT JOIN way w USING (tag) WHERE w.root IS NOT t.root ORDER BY slug
                """)
        let assigned = try Int.fetchOne(db, sql: "SELECT count(*) FROM tagAssignment") ?? 0
        return CatalogueCheck.Finding(
            name: LocalisedText(vietnamese: "Thẻ", english: "Tags"),
            problem: bad.isEmpty
                ? nil
                : LocalisedText(
                    vietnamese:
                        "\(bad.count) chỗ không khớp thẻ đã gắn, ví dụ “\(bad[0])”. Hãy gắn rồi bỏ một thẻ ở đó.",
                    english:
                        "\(bad.count) do not carry what is assigned, for example “\(bad[0])”. Assign a tag there and take it back."
                ), detail: "\(assigned)")
    }
}
