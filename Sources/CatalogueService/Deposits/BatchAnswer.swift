import CatalogueModel
import Publishing
import Vocabularies

/// What became of each record of a batch.
struct BatchAnswer: Encodable {
    struct Record: Encodable {
        let line: Int
        let title: String?
        let outcome: String
        let identifier: String?
        let state: String?
        let etag: String?
        let errors: [FieldProblem.Answer]?
        let warnings: [FieldProblem.Answer]?

        init(_ result: DepositBatch.Result, isDryRun: Bool, _ language: PreferredLanguage) {
            line = result.line
            title = result.title.map { String($0.prefix(200)) }
            outcome = result.outcome.rawValue
            identifier = result.deposit?.id.rawValue
            state = result.deposit?.state.rawValue
            etag = isDryRun ? nil : result.deposit?.tag
            var refusals: [FieldProblem] = []
            var notices: [FieldProblem] = []
            for problem in result.problems {
                if problem.severity == .refused {
                    refusals.append(FieldProblem(problem))
                } else {
                    notices.append(FieldProblem(problem))
                }
            }
            if let error = result.error { refusals.append(FieldProblem(error)) }
            errors = refusals.isEmpty ? nil : refusals.map { $0.answer(language) }
            warnings = notices.isEmpty ? nil : notices.map { $0.answer(language) }
        }
    }

    let isDryRun: Bool
    /// Records by outcome.
    let counts: [String: Int]
    let records: [Record]

    init(_ results: [DepositBatch.Result], isDryRun: Bool, _ language: PreferredLanguage) {
        self.isDryRun = isDryRun
        counts = Dictionary(results.map { ($0.outcome.rawValue, 1) }, uniquingKeysWith: +)
        records = results.map { Record($0, isDryRun: isDryRun, language) }
    }
}

extension FieldProblem {
    init(_ error: DepositError) {
        let reason =
            switch error {
            case .exists: "exists"
            case .foreign: "other-institution"
            case .harvested: "harvested"
            case .withdrawn: "withdrawn"
            default: "conflict"
            }
        self.init(
            field: "identifier", reason: reason, message: error.message,
            remedy: LocalisedText(vietnamese: "", english: ""))
    }
}
