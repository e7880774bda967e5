import CatalogueModel
import CatalogueStore
import Publishing
import Vocabularies

/// What a curator looks at beside the deposit itself: what changed against what learners see, what readers say.
struct ReviewView {
    private let deposit: Deposit
    private let resource: LearningResource
    private let versions: [DepositVersion]
    private let reports: [ReaderReport]
    private let reference: ReferenceData
    private let language: PreferredLanguage

    init(
        _ deposit: Deposit, _ resource: LearningResource, versions: [DepositVersion], reports: [ReaderReport],
        reference: ReferenceData, language: PreferredLanguage
    ) {
        self.deposit = deposit
        self.resource = resource
        self.versions = versions
        self.reports = reports
        self.reference = reference
        self.language = language
    }

    var values: [String: Any] {
        let standing = versions.first { $0.number == deposit.version }
        let shown = deposit.publicVersion.flatMap { number in versions.first { $0.number == number } }
        let differences = VersionsView.differences(shown, standing, reference, language)
        return [
            "awaitsDecision": deposit.state.awaitsDecision, "isTaken": deposit.state == .inReview,
            "action": "/review/" + FormEncoding.pathSegment(deposit.id.rawValue)
                + (language == .english ? "?lang=en" : ""),
            "tagsHref": ResourceTagView.href(of: deposit.id, in: language),
            "manageHref": DepositWords.href(of: deposit.id, language), "isChange": shown != nil && deposit.isPending,
            "differences": differences, "hasReports": !reports.isEmpty,
            "reports": reports.map { ReportWords($0, language).values },
        ]
    }
}
