import Foundation
import HTTPTypes
import Hummingbird
import Publishing
import Vocabularies

/// Keeps other sites from sending forms in a visitor's name: a form says which session, or which cookie of a visitor who is
/// not signed in, it was made for, and where the browser tells from what page it comes, that page must be ours.
struct FormGuard: Sendable {
    /// Name of the field every form carries.
    static let field = "formToken"
    static let cookieName = "hoclieu-form"

    /// Marks of visitors without a session; made anew when the service starts.
    private let seal: Seal

    init() {
        var generator = SystemRandomNumberGenerator()
        seal = Seal(using: &generator)
    }

    /// The token that belongs to the cookie of a visitor who is not signed in; nil where there is none.
    func token(of request: Request) -> String? {
        guard let cookie = request.cookies[Self.cookieName]?.value, (20...64).contains(cookie.utf8.count) else {
            return nil
        }
        return seal.mark(cookie, for: "anonymous form")
    }

    /// A cookie for a visitor who has none, with its token.
    func issue() -> (cookie: String, token: String) {
        var generator = SystemRandomNumberGenerator()
        let value = Seal(using: &generator).mark("", for: "cookie")
        return (value, seal.mark(value, for: "anonymous form"))
    }

    /// Throws unless `form` was made for this visitor by a page of ours.
    ///
    /// - Throws: `Problem`, 403.
    static func check(_ form: PostedForm, of request: Request, by visitor: Visitor) throws {
        guard request.comesFromOwnPage else { throw Problem.foreignForm }
        guard let expected = visitor.formToken, let given = form[field], expected.utf8.count == given.utf8.count,
            zip(expected.utf8, given.utf8).reduce(UInt8(0), { $0 | ($1.0 ^ $1.1) }) == 0
        else { throw Problem.staleForm }
    }
}

extension Request {
    /// What the browser says of the page the request comes from (Fetch, `Sec-Fetch-Site` and `Origin`); true where it says
    /// nothing.
    fileprivate var comesFromOwnPage: Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = headers[name] {
            return site == "same-origin" || site == "none"
        }
        guard let origin = headers[.origin] else { return true }
        guard let separator = origin.range(of: "://") else { return false }
        let host = origin[separator.upperBound...].lowercased()
        var own = [head.authority?.lowercased()]
        if let name = HTTPField.Name("X-Forwarded-Host") { own.append(headers[name]?.lowercased()) }
        return own.contains(host)
    }
}

extension Problem {
    fileprivate static let foreignForm = forbidden(
        LocalisedText(
            vietnamese:
                "Biểu mẫu này được gửi từ một trang khác, nên không được nhận. Hãy mở trang của danh mục và gửi lại.",
            english:
                "This form was sent from another site and was not taken. Open the page of the catalogue and send it again."
        ))

    fileprivate static let staleForm = forbidden(
        LocalisedText(
            vietnamese:
                "Biểu mẫu đã cũ hoặc trình duyệt không giữ cookie. Hãy quay lại, tải lại trang rồi gửi lại; chưa có gì bị thay đổi.",
            english:
                "The form is out of date, or the browser keeps no cookies. Go back, reload the page and send it again; nothing was changed."
        ))
}
