package import Foundation

/// Somebody signed in to the pages.
package struct PageSession: Sendable {
    package let principal: Principal
    /// What the cookie holds: identifier, end, and the mark that says it was made here.
    package let cookie: String
    /// What every form of this session carries, so that no other site can send one in its name.
    package let formToken: String
    package let expiresAt: Date
}
