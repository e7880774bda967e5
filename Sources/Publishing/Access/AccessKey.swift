package import Foundation

/// A key as the catalogue knows it: everything but its secret.
package struct AccessKey: Sendable {
    package let principal: Principal
    package let createdAt: Date
    /// Who gave it, as the audit log names them.
    package let createdBy: String
    package let expiresAt: Date
    package let revokedAt: Date?
    /// The day (UTC) it was last used, `2026-08-30`; nil where it never was.
    package let lastUsedOn: String?

    package var id: String { principal.keyID }

    package enum State: String, Sendable {
        case valid, expired, revoked
    }

    package func state(at instant: Date) -> State {
        if revokedAt != nil { return .revoked }
        return expiresAt <= instant ? .expired : .valid
    }
}
