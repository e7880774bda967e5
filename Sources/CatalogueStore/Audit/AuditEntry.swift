package import Foundation

/// One row of the audit log.
package struct AuditEntry: Sendable {
    /// Counts from 1, without gaps.
    package let sequence: Int64
    package let at: Date
    package let change: AuditChange
    /// SHA-256 over the hash before it and the row's own fields.
    package let hash: Data
}
