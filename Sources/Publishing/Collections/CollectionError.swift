package import CatalogueModel
package import Vocabularies

/// Why a collection was not made or changed; nothing was changed.
package enum CollectionError: Error, Hashable, CustomStringConvertible {
    case unknown(String)
    case slugTaken(String)
    case badSlug(String)
    case noTitle
    /// Which text, in characters.
    case tooLong(LocalisedText, limit: Int)
    case unknownResource(String)
    case alreadyIn(ResourceID)
    case notIn(ResourceID)
    case full(limit: Int)
    case noDay(String)
    case closesBeforeOpening
    case unknownInstitution(String)
    case unknownAudience(String)
    /// Somebody else changed it meanwhile.
    case changedMeanwhile
    /// Published without a resource that can be opened.
    case nothingToShow

    package var message: LocalisedText {
        switch self {
        case .unknown(let slug):
            text("Không có bộ sưu tập “\(slug.prefix(80))”.", "There is no collection “\(slug.prefix(80))”.")
        case .slugTaken(let slug):
            text(
                "Đã có bộ sưu tập ở địa chỉ “\(slug)”. Hãy chọn địa chỉ khác.",
                "There is a collection at the address “\(slug)”. Choose another.")
        case .badSlug(let slug):
            text(
                "“\(slug.prefix(80))” không dùng làm địa chỉ được. Hãy dùng 2 đến 80 chữ thường không dấu, chữ số và gạch nối, ví dụ ngay-sach-2026.",
                "“\(slug.prefix(80))” cannot be an address. Use 2 to 80 small letters without marks, digits and hyphens, for example book-day-2026."
            )
        case .noTitle: text("Bộ sưu tập cần có tên.", "A collection needs a title.")
        case .tooLong(let name, let limit):
            text(
                "\(name.vietnamese) quá dài. Hãy viết trong \(limit) ký tự.",
                "\(name.english) is too long. Keep it within \(limit) characters.")
        case .unknownResource(let id):
            text(
                "Danh mục không có học liệu “\(id.prefix(80))”. Hãy tìm mã bằng trang tìm kiếm.",
                "The catalogue has no resource “\(id.prefix(80))”. Find identifiers by searching.")
        case .alreadyIn(let id):
            text("“\(id)” đã có trong bộ sưu tập.", "“\(id)” is in the collection already.")
        case .notIn(let id): text("“\(id)” không có trong bộ sưu tập.", "“\(id)” is not in the collection.")
        case .full(let limit):
            text(
                "Một bộ sưu tập có nhiều nhất \(limit) học liệu. Hãy chia thành nhiều bộ.",
                "A collection has at most \(limit) resources. Make several of them.")
        case .noDay(let day):
            text(
                "“\(day.prefix(40))” không phải là một ngày. Hãy viết như 2026-04-21 hoặc 21/04/2026.",
                "“\(day.prefix(40))” is no day. Write it like 2026-04-21.")
        case .closesBeforeOpening:
            text("Ngày kết thúc đứng trước ngày bắt đầu.", "The last day comes before the first.")
        case .unknownInstitution(let id):
            text(
                "Danh bạ không có đơn vị “\(id.prefix(80))”.", "The register has no institution “\(id.prefix(80))”.")
        case .unknownAudience(let code):
            text(
                "Không có nhóm người học “\(code.prefix(80))” trong bảng mã audiences.",
                "The scheme audiences has no “\(code.prefix(80))”.")
        case .changedMeanwhile:
            text(
                "Người khác vừa sửa bộ sưu tập này. Hãy tải lại trang, xem thay đổi rồi sửa lại; chưa có gì bị ghi đè.",
                "Somebody else has just changed this collection. Reload the page, look at the changes and try again; nothing was overwritten."
            )
        case .nothingToShow:
            text(
                "Bộ sưu tập chưa có học liệu nào mở được. Hãy thêm học liệu trước khi công bố.",
                "The collection has no resource that can be opened. Add some before publishing it.")
        }
    }

    package var description: String { message.english }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}
