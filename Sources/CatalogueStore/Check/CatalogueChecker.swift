import CatalogueModel
import Foundation
import GRDB
import TextAnalysis
import Vocabularies

/// Verifies the catalogue file in one read: the file itself, records and their versions, index against records.
struct CatalogueChecker {
    let db: Database
    private let rebuildHint = LocalisedText(
        vietnamese: "Hãy chạy “hoclieu rebuild”.", english: "Run “hoclieu rebuild”.")

    init(_ db: Database) {
        self.db = db
    }

    func run() throws -> CatalogueCheck {
        CatalogueCheck(findings: [
            try fileIntegrity(), try references(), try records(), try history(), try indexVersion(), try indexTerms(),
            try indexFacets(), try rankedPostings(), try runs(), try auditLog(), try deposits(), try tags(),
        ])
    }

    private func fileIntegrity() throws -> CatalogueCheck.Finding {
        let answer = try String.fetchAll(db, sql: "PRAGMA integrity_check")
        return finding(
            "Cấu trúc tệp", "File structure", detail: answer.prefix(3).joined(separator: "; "),
            problem: answer == ["ok"]
                ? nil
                : ("Tệp SQLite bị hỏng. Hãy khôi phục bản sao lưu.", "The SQLite file is damaged. Restore a backup."))
    }

    private func references() throws -> CatalogueCheck.Finding {
        let broken = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
        return finding(
            "Liên kết giữa các bảng", "References between tables", detail: "\(broken)",
            problem: broken == 0
                ? nil : ("\(broken) dòng trỏ đến dòng không có.", "\(broken) rows point to rows that are not there."))
    }

    private func records() throws -> CatalogueCheck.Finding {
        let coding = RecordCoding()
        let rows = try Row.fetchCursor(db, sql: "SELECT id, record, contentHash, title FROM learningResource")
        var count = 0
        var bad: [String] = []
        while let row = try rows.next() {
            count += 1
            let record: String = row[1]
            let resource = try? coding.decode(record)
            if RecordCoding.hash(of: Data(record.utf8)) != row[2] || resource?.id.rawValue != row[0]
                || resource?.title != row[3]
            {
                bad.append(row[0])
            }
        }
        return finding(
            "Bản ghi", "Records", detail: "\(count)",
            problem: bad.isEmpty
                ? nil
                : (
                    "\(bad.count) bản ghi không khớp mã băm: \(bad.prefix(3).joined(separator: ", ")). Hãy nạp lại chúng.",
                    "\(bad.count) records do not match their hash: \(bad.prefix(3).joined(separator: ", ")). Ingest them again."
                ))
    }

    private func history() throws -> CatalogueCheck.Finding {
        let broken =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM learningResource r
                    WHERE version <> 1 + (SELECT count(*) FROM learningResourceVersion v WHERE v.resource = r.rowID)
                       OR version IS NOT (SELECT max(c.version) FROM changeLog c WHERE c.resource = r.rowID)
                    """) ?? 0
        return finding(
            "Lịch sử phiên bản", "Version history", detail: "\(broken)",
            problem: broken == 0
                ? nil : ("\(broken) bản ghi thiếu phiên bản cũ.", "\(broken) records lack an earlier version."))
    }

    private func indexVersion() throws -> CatalogueCheck.Finding {
        let state = try IndexState(of: db)
        return finding(
            "Phiên bản phân tích", "Analysis version",
            detail: "\(state.analysisVersion) (\(TextAnalysis.version))",
            problem: state.isCurrent
                ? nil
                : (
                    "Chỉ mục cũ hơn chương trình hoặc bảng mã. \(rebuildHint.vietnamese)",
                    "The index is older than the program or the registers. \(rebuildHint.english)"
                ))
    }

    /// Analyses every record again and compares, term by term and column by column, documents and occurrences with what
    /// FTS5 holds.
    private func indexTerms() throws -> CatalogueCheck.Finding {
        let generation = try IndexGeneration.current(in: db)
        let expected = try IndexCensus(ofRecordsIn: db)
        let found = try IndexCensus(of: generation, in: db)
        let differing = expected.differences(from: found)
        return finding(
            "Từ trong chỉ mục", "Terms of the index", detail: "\(found.terms.count)",
            problem: differing.isEmpty
                ? nil
                : (
                    "\(differing.count) từ không khớp bản ghi, ví dụ “\(differing[0])”. \(rebuildHint.vietnamese)",
                    "\(differing.count) terms differ from the records, for example “\(differing[0])”. \(rebuildHint.english)"
                ))
    }

    private func indexFacets() throws -> CatalogueCheck.Finding {
        let reference = try ReferenceDataTables.load(from: db)
        let facetValues = try FacetValues(reference, in: db)
        let generation = try IndexGeneration.current(in: db)
        var expected: [String: Int] = [:]
        let coding = RecordCoding()
        let rows = try Row.fetchCursor(db, sql: "SELECT record FROM learningResource WHERE withdrawnAt IS NULL")
        while let row = try rows.next() {
            guard let resource = try? coding.decode(row[0]) else { continue }
            for (facet, value) in facetValues.values(of: resource) {
                expected[facet.rawValue + "=" + value, default: 0] += 1
            }
        }
        var found: [String: Int] = [:]
        for row in try Row.fetchAll(
            db,
            sql: """
                SELECT v.facet || '=' || v.value, count(*) FROM \(generation.facetsTable) f
                JOIN facetValue v USING (facetValue) GROUP BY f.facetValue
                """)
        {
            found[row[0]] = row[1]
        }
        let differing = Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }.sorted()
        return finding(
            "Bộ lọc trong chỉ mục", "Facets of the index", detail: "\(found.count)",
            problem: differing.isEmpty
                ? nil
                : (
                    "\(differing.count) giá trị lọc không khớp, ví dụ \(differing[0]). \(rebuildHint.vietnamese)",
                    "\(differing.count) facet values differ, for example \(differing[0]). \(rebuildHint.english)"
                ))
    }

    /// Makes the ranked postings of every record again and compares them, resource by resource, with those that stand.
    private func rankedPostings() throws -> CatalogueCheck.Finding {
        let generation = try IndexGeneration.current(in: db)
        guard let snapshot = try PostingsSnapshot(generation, after: nil, in: db) else {
            return finding(
                "Phần xếp hạng", "Ranked postings", detail: "0",
                problem: (
                    "Chưa có, hoặc thuộc định dạng khác. \(rebuildHint.vietnamese)",
                    "Missing, or of another format. \(rebuildHint.english)"
                ))
        }
        let found = try PostingsCensus(of: snapshot, in: db)
        let differing = try PostingsCensus(ofRecordsIn: db).differences(from: found)
        let agrees = snapshot.agrees(with: try generation.totals(in: db))
        return finding(
            "Phần xếp hạng", "Ranked postings", detail: "\(found.fingerprints.count)",
            problem: differing.isEmpty && agrees
                ? nil
                : (
                    "\(differing.count) học liệu không khớp bản ghi. \(rebuildHint.vietnamese)",
                    "\(differing.count) resources differ from their records. \(rebuildHint.english)"
                ))
    }

    /// A run without an end was killed: no fault of the file, but worth knowing.
    private func runs() throws -> CatalogueCheck.Finding {
        let open = try Int.fetchOne(db, sql: "SELECT count(*) FROM ingestRun WHERE finishedAt IS NULL") ?? 0
        let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM ingestRun") ?? 0
        return finding("Lần nạp (bị ngắt)", "Ingest runs (cut off)", detail: "\(all) (\(open))", problem: nil)
    }

    private func auditLog() throws -> CatalogueCheck.Finding {
        let (entries, broken) = try AuditLog.verify(in: db)
        return finding(
            "Nhật ký thay đổi", "Audit log", detail: "\(entries)",
            problem: broken.map {
                (
                    "Mục \($0) không nối tiếp các mục trước: nhật ký đã bị sửa từ đó. Hãy so với bản sao lưu.",
                    "Entry \($0) does not follow from those before it: the log was altered there. Compare with a backup."
                )
            })
    }

    /// What a deposit says learners see is what the catalogue offers, and the version that stands is kept.
    private func deposits() throws -> CatalogueCheck.Finding {
        let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM deposit") ?? 0
        let broken = try String.fetchAll(
            db,
            sql: """
                SELECT resource FROM deposit d LEFT JOIN learningResource r ON r.id = d.resource
                WHERE (d.publicVersion IS NOT NULL) <> (r.rowID IS NOT NULL AND r.withdrawnAt IS NULL)
                   OR NOT EXISTS (SELECT 1 FROM depositVersion v
                                  WHERE v.resource = d.resource AND v.version = d.version)
                ORDER BY resource
                """)
        return finding(
            "Học liệu đơn vị gửi", "Deposits", detail: "\(all)",
            problem: broken.isEmpty
                ? nil
                : (
                    "\(broken.count) học liệu không khớp danh mục, ví dụ “\(broken[0])”. Hãy mở trang của nó và gửi lại.",
                    "\(broken.count) differ from the catalogue, for example “\(broken[0])”. Open its page and send it again."
                ))
    }

    private func finding(
        _ vietnamese: String, _ english: String, detail: String, problem: (vietnamese: String, english: String)?
    ) -> CatalogueCheck.Finding {
        CatalogueCheck.Finding(
            name: LocalisedText(vietnamese: vietnamese, english: english),
            problem: problem.map { LocalisedText(vietnamese: $0.vietnamese, english: $0.english) }, detail: detail)
    }
}

extension CatalogueStore {
    /// Looks everything over, in one read; takes some seconds for every hundred thousand records.
    package func check() throws -> CatalogueCheck {
        try read { db in try CatalogueChecker(db).run() }
    }
}
