import CatalogueModel
import HTTPTypes
import Publishing
import Vocabularies

extension Problem {
    static func unprocessable(_ detail: LocalisedText, errors: [FieldProblem] = []) -> Self {
        Self(
            status: .unprocessableContent,
            title: LocalisedText(vietnamese: "Nội dung chưa đúng", english: "The content will not do"), detail: detail,
            errors: errors)
    }

    /// A record that cannot be taken, with what is wrong field by field.
    static func record(_ row: DepositRow) -> Self {
        if case .foreign(let institution) = row.content { return Self(DepositError.foreign(institution)) }
        return unprocessable(
            LocalisedText(
                vietnamese: "Bản ghi chưa nhận được; xem từng lỗi và cách sửa.",
                english: "The record cannot be taken; see each fault and its remedy."),
            errors: row.problems.map(FieldProblem.init))
    }

    init(_ error: DepositError) {
        let (status, vietnamese, english): (HTTPResponse.Status, String, String) =
            switch error {
            case .unknown, .noSuchVersion: (.notFound, "Không tìm thấy", "Not found")
            case .foreign, .curatorsOnly: (.forbidden, "Không được phép", "Not allowed")
            case .exists, .harvested, .withdrawn, .wrongState: (.conflict, "Xung đột", "Conflict")
            case .stale: (.preconditionFailed, "Đã có người sửa trước", "Changed meanwhile")
            case .tagNeeded: (.preconditionRequired, "Thiếu If-Match", "If-Match is missing")
            case .reasonNeeded, .noteTooLong: (.unprocessableContent, "Nội dung chưa đúng", "The content will not do")
            }
        self.init(
            status: status, title: LocalisedText(vietnamese: vietnamese, english: english), detail: error.message)
        if case .stale(_, let tag) = error { headers[.eTag] = tag }
        if case .tagNeeded(_, let tag) = error { headers[.eTag] = tag }
    }
}

extension FieldProblem {
    init(_ problem: RecordProblem) {
        self.init(
            field: problem.field, reason: problem.reason.rawValue, message: problem.message, remedy: problem.remedy)
    }
}

extension FieldProblem {
    struct Answer: Encodable {
        let field: String?
        let reason: String
        let detail: String
        let remedy: String
    }

    func answer(_ language: PreferredLanguage) -> Answer {
        Answer(field: field, reason: reason, detail: message[language], remedy: remedy[language])
    }
}
