import CatalogueStore
import Foundation
import Vocabularies

/// One entry of the audit log in words.
struct HistoryWords {
    private let entry: AuditEntry
    private let language: PreferredLanguage

    init(_ entry: AuditEntry, _ language: PreferredLanguage) {
        self.entry = entry
        self.language = language
    }

    var values: [String: Any] {
        var values: [String: Any] = [
            "when": DepositWords.moment(entry.at, language), "who": DepositWords.person(entry.change.actor),
            "what": PageText.text("action." + entry.change.action, in: language),
        ]
        values["note"] = note
        return values
    }

    private var note: String? {
        guard let after = entry.change.after,
            let object = try? JSONSerialization.jsonObject(with: Data(after.utf8)) as? [String: Any]
        else { return nil }
        return object["note"] as? String ?? object["answer"] as? String
    }
}
