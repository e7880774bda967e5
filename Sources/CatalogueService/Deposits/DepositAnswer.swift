import CatalogueModel
import Foundation
import HTTPTypes
import Publishing
import Vocabularies

/// A deposit as programs see it.
struct DepositAnswer: Encodable {
    let identifier: String
    let institution: String
    let title: String
    let state: String
    let stateLabel: String
    let version: Int
    let publicVersion: Int?
    let submittedAt: Date
    let submittedBy: String
    let changedAt: Date
    let note: String?
    /// Where learners see it; only where they do.
    let page: String?
    let deposit: String
    var isDryRun: Bool?
    var warnings: [FieldProblem.Answer]?

    init(_ deposit: Deposit, _ language: PreferredLanguage) {
        identifier = deposit.id.rawValue
        institution = deposit.institution
        title = deposit.title
        state = deposit.state.rawValue
        stateLabel = deposit.state.label[language]
        version = deposit.version
        publicVersion = deposit.publicVersion
        submittedAt = deposit.submittedAt
        submittedBy = deposit.submittedBy
        changedAt = deposit.changedAt
        note = deposit.note
        let segment = FormEncoding.pathSegment(deposit.id.rawValue)
        page = deposit.publicVersion == nil ? nil : "/resources/" + segment
        self.deposit = "/api/v1/deposits/" + segment
    }
}

extension DepositAnswer {
    /// The answer to a change: 201 for what is new and seen by learners, 202 for what waits for a curator.
    static func stored(
        _ outcome: DepositDesk.Outcome, problems: [RecordProblem], isDryRun: Bool, _ language: PreferredLanguage
    ) throws -> StoredAnswer {
        let deposit = outcome.deposit
        var answer = DepositAnswer(deposit, language)
        answer.warnings = problems.map { FieldProblem($0).answer(language) }
        answer.isDryRun = isDryRun
        var status: HTTPResponse.Status = deposit.isPending ? .accepted : .ok
        if case .created = outcome, !deposit.isPending { status = .created }
        var stored = try StoredAnswer(answer, status: isDryRun ? .ok : status)
        if !isDryRun {
            stored.headers["ETag"] = deposit.tag
            if case .created = outcome {
                stored.headers["Location"] =
                    (deposit.isPending ? "/api/v1/deposits/" : "/api/v1/resources/")
                    + FormEncoding.pathSegment(deposit.id.rawValue)
            }
        }
        return stored
    }
}
