import CatalogueModel
import CatalogueStore
import Publishing
import Vocabularies

/// A record as learners will see it, before it is sent.
struct PreviewView {
    private let resource: LearningResource
    private let form: DepositForm
    private let row: DepositRow
    private let sameAddress: Deposit?
    private let proposals: DepositProposals
    private let reference: ReferenceData
    private let language: PreferredLanguage
    private let action: String

    init(
        _ resource: LearningResource, form: DepositForm, row: DepositRow, sameAddress: Deposit?,
        proposals: DepositProposals, reference: ReferenceData, language: PreferredLanguage, action: String
    ) {
        self.resource = resource
        self.form = form
        self.row = row
        self.sameAddress = sameAddress
        self.proposals = proposals
        self.reference = reference
        self.language = language
        self.action = action
    }

    var values: [String: Any] {
        var values = ResourceView(
            nil, merged: MergedResource(alone: resource), similar: [], reference: reference, language: language,
            jsonLD: ""
        ).values
        values["pageTitle"] = PageText.text("previewTitle", in: language)
        values["noIndex"] = true
        values["action"] = action
        values["items"] = form.hiddenItems
        values["accepted"] = DepositDoubts(row).digits
        values.merge(proposals.values) { $1 }
        let problems = row.problems.map(FieldProblem.init)
        values["hasNotices"] = !problems.isEmpty || sameAddress != nil
        values["notices"] = problems.map { problem in
            [
                "label": problem.field.flatMap { SourceField(rawValue: $0) }.map {
                    FieldWords.label(of: $0, in: language)
                } ?? "", "message": problem.message[language].withoutFullStop, "remedy": problem.remedy[language],
            ]
        }
        values["sameAddress"] = sameAddress.map {
            ["title": $0.title, "href": DepositWords.href(of: $0.id, language)]
        }
        return values
    }
}
