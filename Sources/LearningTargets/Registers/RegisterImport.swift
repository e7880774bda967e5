package import Foundation

/// A file that was added to a register.
package struct RegisterImport: Hashable, Sendable {
    package let number: Int64
    package let register: RegisterBook.Register
    package let file: String
    /// Rows added.
    package let added: Int
    /// Rows that got a last day.
    package let ended: Int
    package let importedAt: Date
    package let importedBy: String
    package let undoneAt: Date?
    package let undoneWhy: String?
}
