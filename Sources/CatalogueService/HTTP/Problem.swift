import HTTPTypes
import Hummingbird
import Vocabularies

/// An error as the asker gets it: `application/problem+json` (RFC 9457) for programs, a page for people.
struct Problem: Error, Sendable {
    let status: HTTPResponse.Status
    let title: LocalisedText
    let detail: LocalisedText
    /// What is wrong field by field, where a record was sent.
    var errors: [FieldProblem] = []
    /// Headers the answer carries.
    var headers: HTTPFields = [:]

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

    /// - Parameter methods: those the address takes.
    static func methodNotAllowed(_ methods: [String]) -> Self {
        let allowed = methods.joined(separator: ", ")
        return Self(
            status: .methodNotAllowed,
            title: LocalisedText(vietnamese: "Phương thức không dùng được ở đây", english: "Method not allowed"),
            detail: LocalisedText(
                vietnamese: "Địa chỉ này chỉ nhận: \(allowed).", english: "This address takes only: \(allowed)."),
            headers: [.allow: allowed])
    }

    static func signInNeeded(_ detail: LocalisedText) -> Self {
        Self(
            status: .unauthorized, title: LocalisedText(vietnamese: "Cần đăng nhập", english: "Sign in first"),
            detail: detail, headers: [.wwwAuthenticate: "Bearer realm=\"hoclieu\""])
    }

    static func forbidden(_ detail: LocalisedText) -> Self {
        Self(
            status: .forbidden, title: LocalisedText(vietnamese: "Không được phép", english: "Not allowed"),
            detail: detail)
    }

    static func conflict(_ detail: LocalisedText) -> Self {
        Self(status: .conflict, title: LocalisedText(vietnamese: "Xung đột", english: "Conflict"), detail: detail)
    }

    static func unsupportedMediaType(_ detail: LocalisedText) -> Self {
        Self(
            status: .unsupportedMediaType,
            title: LocalisedText(vietnamese: "Không nhận loại nội dung này", english: "Unsupported media type"),
            detail: detail)
    }

    /// - Parameter limit: bytes.
    static func tooLarge(_ limit: Int) -> Self {
        let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit >> 10) kB"
        return Self(
            status: .contentTooLarge, title: LocalisedText(vietnamese: "Quá lớn", english: "Too large"),
            detail: LocalisedText(
                vietnamese: "Nội dung gửi lên vượt quá \(size). Hãy chia thành nhiều phần.",
                english: "What was sent is larger than \(size). Send it in parts."))
    }

    static func tooManyRequests(seconds: Int) -> Self {
        Self(
            status: .tooManyRequests,
            title: LocalisedText(vietnamese: "Quá nhiều lần", english: "Too many requests"),
            detail: LocalisedText(
                vietnamese: "Đã thử quá nhiều lần. Xin đợi \(seconds / 60) phút rồi thử lại.",
                english: "That was tried too often. Please wait \(seconds / 60) minutes."),
            headers: [.retryAfter: "\(seconds)"])
    }

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
