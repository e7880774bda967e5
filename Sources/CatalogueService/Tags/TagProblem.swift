import HTTPTypes
import Publishing
import Vocabularies

extension Problem {
    init(_ error: TagError) {
        let (status, vietnamese, english): (HTTPResponse.Status, String, String) =
            switch error {
            case .unknown, .unknownResource, .noSuchSuggestion, .noSuchBatch, .notAssigned:
                (.notFound, "Không tìm thấy", "Not found")
            case .foreign, .curatorsOnly: (.forbidden, "Không được phép", "Not allowed")
            case .nameTaken, .decided, .undone, .changedMeanwhile, .changedSincePreview, .circle, .deleted, .notDeleted,
                .notMerged:
                (.conflict, "Xung đột", "Conflict")
            default: (.unprocessableContent, "Nội dung chưa đúng", "The content will not do")
            }
        self.init(
            status: status, title: LocalisedText(vietnamese: vietnamese, english: english), detail: error.message)
    }
}
