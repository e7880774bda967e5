import CatalogueModel
import CatalogueStore
import Foundation
import GRDB

/// What the audit log keeps of a deposit before and after a change: its state, and the fields that changed.
struct DepositAudit: Codable {
    var state: String?
    var version: Int?
    var publicVersion: Int?
    var note: String?
    /// Fields that differ between before and after, by name; all of them where there is nothing on the other side.
    var fields: [String: [String]] = [:]

    init(_ deposit: Deposit?) {
        state = deposit?.state.rawValue
        version = deposit?.version
        publicVersion = deposit?.publicVersion
        note = deposit?.note
    }

    /// Both sides of a change.
    static func sides(
        from before: (Deposit, LearningResource)?, to after: (Deposit, LearningResource)
    ) throws -> (before: String?, after: String) {
        var old = Self(before?.0)
        var new = Self(after.0)
        let newer = ResourceFields(after.1)
        if let older = before.map({ ResourceFields($0.1) }) {
            for (field, before, after) in older.differences(from: newer) {
                old.fields[field.rawValue] = before
                new.fields[field.rawValue] = after
            }
        } else {
            new.fields = Dictionary(uniqueKeysWithValues: newer.values.map { ($0.key.rawValue, $0.value) })
        }
        return (before == nil ? nil : try JSONText.of(old), try JSONText.of(new))
    }
}
