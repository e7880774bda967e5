import CatalogueModel
import CatalogueStore
import Publishing
import Vocabularies

/// The versions of a deposit, two of them side by side.
struct VersionsView {
    private let deposit: Deposit
    private let versions: [DepositVersion]
    private let from: DepositVersion?
    private let to: DepositVersion?
    private let reference: ReferenceData
    private let language: PreferredLanguage

    /// - Parameters:
    ///   - versions: newest first.
    ///   - from: nil for the one before `to`.
    ///   - to: nil for the newest.
    init(
        _ deposit: Deposit, _ versions: [DepositVersion], from: DepositVersion?, to: DepositVersion?,
        reference: ReferenceData, language: PreferredLanguage
    ) throws {
        self.deposit = deposit
        self.versions = versions
        self.to = to ?? versions.first
        let newest = self.to?.number ?? 0
        self.from = from ?? versions.first { $0.number < newest }
        self.reference = reference
        self.language = language
    }

    var values: [String: Any] {
        let differences = Self.differences(from, to, reference, language)
        return [
            "pageTitle": PageText.text("versionsTitle", in: language) + ": " + deposit.title, "noIndex": true,
            "title": deposit.title, "backHref": DepositWords.href(of: deposit.id, language),
            "action": DepositWords.href(of: deposit.id, language, "/versions"),
            "restoreAction": DepositWords.href(of: deposit.id, language, "/restore"),
            "revision": deposit.revision, "from": from?.number ?? 0, "to": to?.number ?? 0,
            "hasTwo": from != nil && to != nil, "isSame": differences.isEmpty,
            "differences": differences,
            "versions": versions.map { version in
                [
                    "number": version.number, "when": DepositWords.moment(version.createdAt, language),
                    "who": DepositWords.person(version.createdBy), "title": version.resource.title,
                    "origin": PageText.text("origin." + version.origin.rawValue, in: language),
                    "isPublic": version.number == deposit.publicVersion,
                    "isStanding": version.number == deposit.version,
                    "mayRestore": version.number != deposit.version || deposit.state == .withdrawn,
                    "isFrom": version.number == from?.number, "isTo": version.number == to?.number,
                ] as [String: Any]
            },
        ]
    }

    /// The fields that differ, in words.
    static func differences(
        _ older: DepositVersion?, _ newer: DepositVersion?, _ reference: ReferenceData, _ language: PreferredLanguage
    ) -> [[String: Any]] {
        guard let older, let newer else { return [] }
        return ResourceFields(older.resource).differences(from: ResourceFields(newer.resource)).map { change in
            let options = ConceptOptions(change.field, reference, language)
            func words(_ values: [String]) -> String {
                values.isEmpty ? "–" : values.map(options.text).joined(separator: " | ")
            }
            return [
                "label": FieldWords.label(of: change.field, in: language), "before": words(change.before),
                "after": words(change.after),
            ]
        }
    }
}
