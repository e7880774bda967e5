import HTTPTypes
import Hummingbird
import Vocabularies

/// An error as the asker gets it: `application/problem+json` (RFC 9457) for programs, a page for people.
struct Problem: Error, Sendable {
    let status: HTTPResponse.Status
    let title: LocalisedText
    let detail: LocalisedText

    static func badRequest(_ detail: LocalisedText) -> Self {
        Self(
            status: .badRequest, title: LocalisedText(vietnamese: "Yêu cầu chưa đúng", english: "Bad request"),
            detail: detail)
    }

    static func notFound(_ detail: LocalisedText) -> Self {
        Self(
            status: .notFound, title: LocalisedText(vietnamese: "Không tìm thấy", english: "Not found"), detail: detail)
    }

    /// What was there and is no longer.
    static func gone(_ detail: LocalisedText) -> Self {
        Self(
            status: .gone, title: LocalisedText(vietnamese: "Học liệu đã được rút", english: "Withdrawn"),
            detail: detail)
    }

    static let noSuchAddress = notFound(
        LocalisedText(
            vietnamese: "Không có trang nào ở địa chỉ này. Hãy bắt đầu lại từ trang chủ.",
            english: "There is nothing at this address. Start again from the home page."))

    static let methodNotAllowed = Self(
        status: .methodNotAllowed,
        title: LocalisedText(vietnamese: "Phương thức không dùng được ở đây", english: "Method not allowed"),
        detail: LocalisedText(
            vietnamese: "Địa chỉ này chỉ nhận GET và HEAD.", english: "This address takes GET and HEAD only."))

    static let unavailable = Self(
        status: .serviceUnavailable,
        title: LocalisedText(vietnamese: "Tạm thời chưa phục vụ được", english: "Service unavailable"),
        detail: LocalisedText(
            vietnamese: "Danh mục đang được bảo trì. Xin thử lại sau ít phút.",
            english: "The catalogue is being looked after. Please try again in a few minutes."))

    static let internalError = Self(
        status: .internalServerError,
        title: LocalisedText(vietnamese: "Lỗi của hệ thống", english: "Internal error"),
        detail: LocalisedText(
            vietnamese: "Có lỗi không phải do bạn; lỗi đã được ghi lại. Xin thử lại sau.",
            english: "Something went wrong on our side; it has been logged. Please try again later."))
}
