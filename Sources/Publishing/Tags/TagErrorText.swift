package import Vocabularies

extension TagError {
    package var message: LocalisedText {
        switch self {
        case .noName:
            text("Tên thẻ cần có ít nhất một chữ hoặc số.", "The name of a tag needs a letter or a digit.")
        case .longName(let limit):
            text("Tên thẻ dài quá \(limit) ký tự.", "The name of a tag is longer than \(limit) characters.")
        case .tooMany(let given, let limit):
            text(
                "Gửi \(given) thẻ một lần; nhiều nhất là \(limit). Chưa thẻ nào được gắn.",
                "\(given) tags were sent at once; \(limit) is the most. None was assigned.")
        case .full(let id, let limit):
            text(
                "“\(id)” sẽ có quá \(limit) thẻ. Hãy bỏ bớt trước.",
                "“\(id)” would have more than \(limit) tags. Take some away first.")
        case .unknown(let slug):
            text("Không có thẻ “\(slug.prefix(80))”.", "There is no tag “\(slug.prefix(80))”.")
        case .deleted(let name):
            text(
                "Người biên tập đã xóa thẻ “\(name)”; cần khôi phục trước khi dùng.",
                "Curators deleted the tag “\(name)”; it has to be restored before it is used.")
        case .notDeleted(let name): text("Thẻ “\(name)” không bị xóa.", "The tag “\(name)” is not deleted.")
        case .nameTaken(let name, let slug):
            text(
                "“\(name)” đã là tên của thẻ “\(slug)”. Nếu là một, hãy gộp hai thẻ.",
                "“\(name)” names the tag “\(slug)” already. If they are one, merge them.")
        case .unknownResource(let id):
            text(
                "Danh mục không có học liệu “\(id.prefix(80))”.", "The catalogue has no resource “\(id.prefix(80))”.")
        case .foreign(let id):
            text(
                "“\(id)” là học liệu của đơn vị khác; khóa này không gắn thẻ được.",
                "“\(id)” is a resource of another institution; this key may not tag it.")
        case .notAssigned(let id, let name):
            text("“\(id)” không được gắn “\(name)”.", "“\(name)” is not assigned to “\(id)”.")
        case .curatorsOnly: text("Việc này dành cho người biên tập danh mục.", "This is for curators.")
        default: furtherMessage
        }
    }

    private var furtherMessage: LocalisedText {
        switch self {
        case .itself(let name):
            text("Không gộp thẻ “\(name)” vào chính nó.", "The tag “\(name)” cannot be merged into itself.")
        case .circle(let one, let other):
            text(
                "“\(other)” đã gộp vào “\(one)”; gộp ngược lại sẽ thành vòng.",
                "“\(other)” is merged into “\(one)”; the other way round would be a circle.")
        case .mergedAlready(let name, let into):
            text(
                "Thẻ “\(name)” đã gộp vào “\(into)”. Tách ra trước, hoặc gộp “\(into)”.",
                "The tag “\(name)” is merged into “\(into)”. Part them first, or merge “\(into)”.")
        case .notMerged(let name): text("Thẻ “\(name)” không gộp vào thẻ nào.", "The tag “\(name)” is not merged.")
        case .changedMeanwhile(let name):
            text(
                "Người khác vừa sửa thẻ “\(name)”. Hãy mở lại, xem rồi sửa tiếp.",
                "Somebody has just changed the tag “\(name)”. Open it again, look, and change it then.")
        case .unknownScheme(let scheme):
            text(
                "Không có bảng “\(scheme.prefix(40))”. Dùng: tags, subjects, levels, audiences, competences, programmes.",
                "There is no scheme “\(scheme.prefix(40))”. Use tags, subjects, levels, audiences, competences, programmes."
            )
        case .unknownConcept(let code, let scheme):
            text(
                "Bảng \(scheme.rawValue) không có mã hay tên “\(code.prefix(40))”. Xem /api/v1/vocabularies/\(scheme.rawValue).",
                "The scheme \(scheme.rawValue) has no code or name “\(code.prefix(40))”. See /api/v1/vocabularies/\(scheme.rawValue)."
            )
        case .unknownName(let name):
            text(
                "Không có khái niệm nào tên “\(name.prefix(60))”. Hãy gõ tên khác, hoặc gõ vào ô thẻ để gắn làm thẻ thường.",
                "No concept is called “\(name.prefix(60))”. Type another name, or type it as a tag."
            )
        case .noSuchSuggestion(let number): text("Không có đề nghị số \(number).", "There is no suggestion \(number).")
        case .decided(let number):
            text("Đề nghị số \(number) đã được quyết định.", "The suggestion \(number) is decided already.")
        case .noSuchBatch(let number):
            text("Không có lần gắn hàng loạt số \(number).", "There is no bulk tagging \(number).")
        case .undone(let number):
            text("Lần gắn hàng loạt số \(number) đã được hoàn tác.", "The bulk tagging \(number) is undone already.")
        case .tooManyHits(let hits, let limit):
            text(
                "Câu tìm ra \(hits) học liệu; một lần gắn nhiều nhất \(limit). Hãy lọc thêm.",
                "The query finds \(hits) resources; \(limit) is the most at once. Narrow it.")
        case .changedSincePreview:
            text(
                "Kết quả tìm đã khác lúc xem trước. Hãy xem trước lại; chưa có gì thay đổi.",
                "The query finds something else than in the preview. Preview again; nothing was changed.")
        case .noOwnHits(let hits):
            text(
                "Câu tìm ra \(hits) học liệu, không cái nào là của đơn vị bạn.",
                "The query finds \(hits) resources, none of which is your institution’s.")
        case .noHits: text("Câu tìm không ra học liệu nào.", "The query finds no resource.")
        case .longNote(let limit):
            text("Phần giải thích dài quá \(limit) ký tự.", "The note is longer than \(limit) characters.")
        case .lastName(let name):
            text(
                "“\(name)” là tên chính của thẻ; hãy đổi tên trước khi bỏ.",
                "“\(name)” is the name of the tag; rename it before taking that away.")
        default: text("Không làm được.", "That cannot be done.")
        }
    }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}
