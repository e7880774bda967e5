import CatalogueModel
import Foundation
import GRDB

/// What a page would do, for a dry run.
extension HarvestSession {
    func preview(_ page: [PreparedRecord]) throws {
        let coding = RecordCoding()
        try store.read { db in
            let find = try db.cachedStatement(
                sql: "SELECT contentHash, publisher, withdrawnAt FROM learningResource WHERE id = ?")
            for record in page {
                if case .listed = record.content { continue }
                counts.read += 1
                switch record.content {
                case .listed: break
                case .unchanged: counts.unchanged += 1
                case .deleted: note(record)
                case .unreadable(let problem): refuse([problem], record)
                case .rejected(_, _, let problems): refuse(problems, record)
                case .accepted(let accepted, _, _, let warnings):
                    let row = try Row.fetchOne(find, arguments: [accepted.resource.id.rawValue])
                    if let row, row[1] != accepted.resource.publisher.id {
                        refuse([.ownedByAnother(accepted, owner: row[1])], record)
                        continue
                    }
                    warnings.forEach { report($0, record: record.identifier) }
                    let resource = try CuratedValues.applied(to: accepted.resource, in: db)
                    try count(row, hash: coding.encode(resource).hash)
                }
            }
        }
    }

    private func count(_ row: Row?, hash: Data) throws {
        guard let row else {
            counts.added += 1
            return
        }
        if row[0] as Data == hash, row[2] as Int64? == nil { counts.unchanged += 1 } else { counts.changed += 1 }
    }

    private func note(_ record: PreparedRecord) {
        if record.known?.resource != nil, record.known?.state != "deleted" {
            counts.withdrawn += 1
        } else {
            counts.alreadyGone += 1
        }
    }

    private func refuse(_ problems: [RecordProblem], _ record: PreparedRecord) {
        counts.refused += 1
        problems.forEach { report($0, record: record.identifier) }
    }
}
