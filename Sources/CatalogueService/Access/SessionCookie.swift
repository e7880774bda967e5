import Foundation
import HTTPTypes
import Hummingbird

/// The cookies of the pages. Readers who neither sign in nor send a form get none.
enum SessionCookie {
    static let name = "hoclieu-session"

    /// - Parameter maxAge: seconds; 0 takes the cookie away, nil keeps it until the browser is closed.
    static func cookie(_ value: String, name: String = Self.name, maxAge: Int? = nil, for request: Request) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: maxAge, path: "/", secure: request.isSecure, httpOnly: true,
            sameSite: .lax)
    }
}

extension Request {
    /// Whether the visitor came by https: a proxy before us says so (`X-Forwarded-Proto`). Whoever claims it falsely only
    /// keeps an own cookie from being sent.
    var isSecure: Bool {
        guard let name = HTTPField.Name("X-Forwarded-Proto") else { return false }
        return headers[name]?.lowercased() == "https"
    }
}
