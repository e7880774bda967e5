import CatalogueModel
import Foundation
import Publishing
import Vocabularies

/// The words in which pages speak of a deposit.
struct DepositWords {
    let deposit: Deposit
    let language: PreferredLanguage

    init(_ deposit: Deposit, _ language: PreferredLanguage) {
        self.deposit = deposit
        self.language = language
    }

    static func href(of id: ResourceID, _ language: PreferredLanguage, _ more: String = "") -> String {
        "/deposits/" + FormEncoding.pathSegment(id.rawValue) + more + (language == .english ? "?lang=en" : "")
    }

    /// A row of a list.
    var values: [String: Any] {
        var values: [String: Any] = [
            "href": Self.href(of: deposit.id, language), "title": deposit.title, "id": deposit.id.rawValue,
            "institution": deposit.institution, "state": deposit.state.label[language],
            "stateCode": deposit.state.rawValue, "when": Self.moment(deposit.changedAt, language),
            "submitted": Self.moment(deposit.submittedAt, language), "by": Self.person(deposit.submittedBy),
            "isPublic": deposit.publicVersion != nil, "isPending": deposit.isPending,
        ]
        values["note"] = deposit.note
        values["reviewer"] = deposit.reviewer.map(Self.person)
        return values
    }

    /// Who did something, without what tells names of keys from others.
    static func person(_ actor: String) -> String { actor.hasPrefix("key:") ? String(actor.dropFirst(4)) : actor }

    /// Day and minute, in the time of Vietnam.
    static func moment(_ instant: Date, _ language: PreferredLanguage) -> String {
        let local = instant.addingTimeInterval(7 * 3600)
        let day = PartialDate(local.formatted(.iso8601.year().month().day()))
        let minutes = Int(local.timeIntervalSince1970) / 60 % 1440
        let clock = "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
        return (day.map { Printing.date($0, in: language) } ?? "") + " " + clock
    }
}
