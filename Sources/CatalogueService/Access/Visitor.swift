import Publishing

/// Who asks, as far as the request tells.
struct Visitor: Sendable {
    /// Holder of the key the request bears, or of the session it belongs to; nil for readers.
    var principal: Principal?
    /// The session's cookie, where somebody signed in to the pages.
    var sessionCookie: String?
    /// What forms sent back must carry; nil where the visitor has been given no form yet.
    var formToken: String?
    /// Why the key that was given is not good: the request is answered with it and with nothing else.
    var refusal: (any Error)?
}
