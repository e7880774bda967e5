import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// The page of one deposit: where it stands, what was said, what can be done.
struct DepositView {
    private let deposit: Deposit
    private let resource: LearningResource
    private let history: [AuditEntry]
    private let curated: [CuratedValue]
    private let reference: ReferenceData
    private let language: PreferredLanguage

    init(
        _ deposit: Deposit, _ resource: LearningResource, history: [AuditEntry],
        curated: [CuratedValue] = [], reference: ReferenceData, language: PreferredLanguage
    ) {
        self.curated = curated
        self.deposit = deposit
        self.resource = resource
        self.history = history
        self.reference = reference
        self.language = language
    }

    var values: [String: Any] {
        let isWithdrawn = deposit.state == .withdrawn
        var values = ResourceView(
            nil, merged: MergedResource(alone: resource), similar: [], reference: reference, language: language,
            jsonLD: ""
        ).values
        values.merge(DepositWords(deposit, language).values) { _, new in new }
        values.merge([
            "pageTitle": deposit.title + " – " + PageText.text("siteName", in: language), "noIndex": true,
            "revision": deposit.revision, "version": deposit.version, "isWithdrawn": isWithdrawn,
            "isReturned": deposit.state == .returned,
            "editHref": DepositWords.href(of: deposit.id, language, "/edit"),
            "versionsHref": DepositWords.href(of: deposit.id, language, "/versions"),
            "withdrawAction": DepositWords.href(of: deposit.id, language, "/withdraw"),
            "restoreAction": DepositWords.href(of: deposit.id, language, "/restore"),
            "tagsHref": ResourceTagView.href(of: deposit.id, in: language),
            "publicHref": ResourceWords(resource, reference: reference, language: language).pageHref,
            "curated": curated.map { value in
                [
                    "field": SourceField(rawValue: value.field).map { FieldWords.label(of: $0, in: language) }
                        ?? value.field,
                    "values": value.values.isEmpty ? "–" : value.values.joined(separator: ", "),
                    "who": DepositWords.person(value.setBy),
                ]
            },
            "hasCurated": !curated.isEmpty,
            "history": history.map { HistoryWords($0, reference.vocabularies, language).values },
        ]) { _, new in new }
        return values
    }
}
