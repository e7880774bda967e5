import HTTPTypes
import Hummingbird
import Vocabularies

/// The body of an error answer (RFC 9457).
struct ProblemDocument: Encodable {
    let type: String
    let title: String
    let status: Int
    let detail: String
    let instance: String
    /// What is wrong field by field; only where a record was sent.
    let errors: [FieldProblem.Answer]?
    private let httpStatus: HTTPResponse.Status
    private let language: PreferredLanguage

    private enum CodingKeys: CodingKey {
        case type, title, status, detail, instance, errors
    }

    init(_ problem: Problem, instance: String, language: PreferredLanguage) {
        type = "about:blank"
        title = problem.title[language]
        status = Int(problem.status.code)
        detail = problem.detail[language]
        self.instance = instance
        errors = problem.errors.isEmpty ? nil : problem.errors.map { $0.answer(language) }
        httpStatus = problem.status
        self.language = language
    }

    var response: Response {
        get throws {
            try JSONAnswer.response(self, status: httpStatus, type: "application/problem+json", language: language)
        }
    }
}
