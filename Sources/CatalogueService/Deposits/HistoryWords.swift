import CatalogueStore
import Foundation
import Vocabularies

/// One entry of the audit log in words.
struct HistoryWords {
    private let entry: AuditEntry
    private let vocabularies: VocabularySet
    private let language: PreferredLanguage

    init(_ entry: AuditEntry, _ vocabularies: VocabularySet, _ language: PreferredLanguage) {
        self.entry = entry
        self.vocabularies = vocabularies
        self.language = language
    }

    var values: [String: Any] {
        var values: [String: Any] = [
            "when": DepositWords.moment(entry.at, language), "who": DepositWords.person(entry.change.actor),
            "what": PageText.text("action." + entry.change.action, in: language),
        ]
        // Said even where there is none: the page has a note of its own, which is not that of every entry.
        values["note"] = note ?? false
        return values
    }

    private var note: String? {
        if entry.change.action.hasPrefix("tag.") {
            let tag = Self.object(entry.change.after) ?? Self.object(entry.change.before)
            if let name = tag?["name"] as? String { return name }
            guard let code = tag?["code"] as? String else { return nil }
            let scheme = (tag?["scheme"] as? String).flatMap { SchemeID(rawValue: $0) }
            return scheme.map { vocabularies[$0].label(of: code, in: language) } ?? code
        }
        let after = Self.object(entry.change.after)
        return after?["note"] as? String ?? after?["answer"] as? String
    }

    private static func object(_ json: String?) -> [String: Any]? {
        json.flatMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    }
}
